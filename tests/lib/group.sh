# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Copyright motcua contributors
#
# Sourced by tests/run: one group of test files, one after the other in a process of their own, on one instance.
# Writes below $root: shown.N what is to be read, times.N "SECONDS PROCESSOR FILE" lines, failed.N "FILE FAILED" lines, why.N
# what failed in a line each, and at last count.N "PASSED FAILED".

limit_s=900 # for one file; only a program that hangs needs as long, on a busy machine too

# One line for a program; what failed is shown in full.
account() {
    local name=$1 status=$2 log=$3 seconds=$4 good bad
    good=$(grep -cE '^ok\b' "$log") # skipped ones are no proof
    good=$((good - $(grep -cE '^ok\b.*# *(SKIP|skip)' "$log")))
    bad=$(grep -cE '^not ok\b' "$log")
    if [ "$bad" -eq 0 ] && { [ "$status" -ne 0 ] || ! grep -qE '^ok\b' "$log"; }; then
        bad=1
        case $status in
        0) printf 'not ok - no test was run\n' >>"$log" ;;
        124 | 137) printf 'not ok - ended after its time limit\n' >>"$log" ;;
        *) printf 'not ok - the program ended with status %s\n' "$status" >>"$log" ;;
        esac
    fi
    passed=$((passed + good)) failed=$((failed + bad))
    if [ "$bad" -eq 0 ]; then
        printf 'ok      %-44s %5d  %ss\n' "$name" "$good" "$seconds"
    else
        printf 'FAILED  %-44s %5d of %d  %ss\n' "$name" "$bad" $((good + bad)) "$seconds"
        printf '%s %d\n' "${name#tests/}" "$bad" >>"$root/failed.$group"
        why "$name" "$log" >>"$root/why.$group"
        grep -avE '^(ok\b|TAP version|1\.\.)' "$log" | tail -n 60 | sed 's/^/        /'
    fi
}

# why NAME LOG: a line for each test that failed: the test, and the beginning of what is said of it.
why() {
    awk -v name="$1" '
        function tell() { if (what != "") printf "%s: %.150s: %.200s\n", name, what, (said == "" ? "nothing is said" : said); what = "" }
        /^ok|^not ok|^1\.\./ { tell() }
        /^not ok/ { what = $0; sub(/^not ok[ 0-9]*(- )?/, "", what); said = "" }
        /^ *#/ && length(said) < 200 { sub(/^[ #]*/, ""); said = said (said != "" && $0 != "" ? " | " : "") $0 }
        END { tell() }' "$2"
}

# busy: sets spent to the processor time of all programs run so far by this group, in seconds.
busy() {
    times >"$MOTCUA_STATE/times"
    spent=$(sed -n '2s/[ms]/ /gp' "$MOTCUA_STATE/times" | awk '{ print 60 * ($1 + $3) + $2 + $4 }')
}

# run_one FILE: below tests/, a script there or a program of the build folder.
run_one() {
    local name=tests/$1 program=$top/tests/$1 log=$MOTCUA_STATE/test.log start=$EPOCHREALTIME status=0 seconds before
    busy
    before=$spent
    [ -x "$program" ] || program=$build/$name
    rm -rf "$MOTCUA_TMP" && mkdir -p "$MOTCUA_TMP"
    (cd "$top" && exec timeout -k 5 $limit_s "$program") >"$log" 2>&1 </dev/null &
    running=$!
    wait $running || status=$?
    running=''
    seconds=$(awk "BEGIN { printf \"%.1f\", $EPOCHREALTIME - $start }")
    busy
    printf '%s %s %s\n' "$seconds" "$(awk "BEGIN { print $spent - $before }")" "$1" >>"$root/times.$group"
    account "$name" "$status" "$log" "$seconds"
}

# A failure of the frame around the tests.
fail() {
    printf 'FAILED  %s\n' "$*"
    failed=$((failed + 1))
}

# shellcheck disable=SC2317 # called by the trap
group_end() {
    trap - EXIT TERM HUP
    [ -z "$running" ] || { kill -TERM "$running" && wait "$running"; } 2>/dev/null
    [ -z "$instance" ] || "$top/dev" down
    [ -n "$keep" ] || rm -rf "$MOTCUA_STATE"
}

units_build() {
    local units=("${@/#/tests/}")
    [ -e "$top/tests/$1" ] || make -C "$build" -j"$(nproc)" "${units[@]}" >"$build/unit.log" 2>&1 || {
        grep -aE 'error:|undefined reference|\*\*\*' "$build/unit.log" | head -n 20
        fail "the unit tests could not be built; all of it is in $build/unit.log"
        return 1
    }
}

# A copy of the one that was made for this run; without one, made here.
instance_start() {
    [ "$made" != failed ] || { fail "the instance for the tests did not start: $(tail -n 3 "$root/made.log")" && return 1; }
    if [ -n "$made" ]; then
        cp -a "$made/." "$MOTCUA_STATE" && rm -rf "$MOTCUA_STATE"/{run,log,tmp}
    fi
    instance=1
    MOTCUA_QUIET=1 "$top/dev" up || {
        fail "the instance for the tests did not start"
        return 1
    }
}

instance_end() {
    "$top/dev" down && instance=''
    if grep -alE 'ERROR: (Address|Leak)Sanitizer|runtime error:' "$MOTCUA_STATE"/log/*.log; then
        grep -ahE -A12 'ERROR: (Address|Leak)Sanitizer|runtime error:' "$MOTCUA_STATE"/log/*.log | head -n 60
        fail "a sanitizer complained in a handler"
    elif [ -n "$sanitize" ]; then
        passed=$((passed + 1))
    fi
}

group_files() {
    local file
    case $1 in unit/*) units_build "$@" || return ;; esac
    if is_live "$1"; then instance_start || return; fi
    for file; do
        run_one "$file"
    done
    [ -z "$instance" ] || instance_end
}

# group_run N FILE…: the N-th group of this run, in a process of its own.
group_run() {
    local group=$1
    shift
    group_of=() passed=0 failed=0 running='' instance='' spent=0
    export MOTCUA_STATE=$root/$group MOTCUA_TMP=$root/$group/test MOTCUA_URL=http://127.0.0.1:$MOTCUA_PORT
    trap group_end EXIT
    trap 'exit 143' INT TERM HUP
    mkdir -p "$MOTCUA_STATE"
    group_files "$@" >"$root/shown.$group" 2>&1
    printf '%d %d\n' "$passed" "$failed" >"$root/count.$group"
    exit 0
}
