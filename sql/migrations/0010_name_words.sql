-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Names: all words with each word, so that a search for several reads one range; and every agency that has or had a task of the dossier finds it.
-- Tasks: what somebody has done, in the order it was done.
alter table party_word
  modify agency_id int unsigned not null
    comment 'Agency in charge, of a branch, or of a task''s unit: each searches its own; a dossier of several stands here for each.',
  add words varchar(310) character set ascii collate ascii_bin not null
    comment 'All words of the name, a space before and behind each: a search for several reads one range of an index.';
update party_word w
  join (select dossier_id, role, concat(' ', group_concat(distinct word order by word separator ' '), ' ') as words
    from party_word group by dossier_id, role) n on n.dossier_id = w.dossier_id and n.role = w.role
  set w.words = n.words;
insert ignore into party_word (word, agency_id, dossier_id, role, words)
  select distinct w.word, x.agency_id, w.dossier_id, w.role, w.words
  from (select distinct b.dossier_id, if(a.kind <> 'unit', a.id, if(p.kind <> 'unit', p.id, p.parent_id)) as agency_id
    from task t join branch b on b.id = t.branch_id join agency a on a.id = t.unit_id left join agency p on p.id = a.parent_id) x
  join dossier d on d.id = x.dossier_id
  join party_word w on w.dossier_id = d.id and w.agency_id = d.agency_id;
alter table party_word
  drop key party_word_newest,
  add key party_word_newest (word, dossier_id, role, words);
alter table task
  add key task_done (assignee_id, closed_at);
