-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- For wrk: asks the lines of a file in turn, each "path<TAB>cookie".

local requests, turn = {}, 0

function init(arguments)
  for line in io.lines(arguments[1]) do
    local path, cookie = line:match("^([^\t]*)\t(.*)$")
    local headers = {}
    if cookie ~= "" then headers["Cookie"] = cookie end
    requests[#requests + 1] = wrk.format("GET", path, headers)
  end
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end
