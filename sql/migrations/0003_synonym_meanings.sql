-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- A phrase may stand for several things, also of one kind.
alter table synonym drop key synonym_phrase, add key synonym_phrase (phrase);
