-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- What a form edition asks, line by line.
create table form_item (
  form_rev_id int unsigned not null
    comment 'Edition the item belongs to.',
  stable_key varchar(60) collate utf8mb4_bin not null
    comment 'Name of the item that stays the same over all editions, so that answers can be carried over.',
  parent_key varchar(60) collate utf8mb4_bin null
    comment 'Item this one is inside of: options of a choice, columns of a table, parts of a group; NULL at the top.',
  position smallint unsigned not null
    comment 'Order among the items of the same parent.',
  type enum('section','note','group','text','date','number','money','choice','checks','option','table','column','place_date','signature') not null
    comment 'section: heading. note: text to read. group: indented block. text, date, number, money: one answer. choice: one of its options. checks: any of its options. table: rows with columns. place_date: place and date of signing. signature: room to sign.',
  label varchar(1000) not null default ''
    comment 'Words printed in front of the room to write.',
  label_en varchar(1000) not null default ''
    comment 'The same in English.',
  hint varchar(500) not null default ''
    comment 'Smaller explanation.',
  hint_en varchar(500) not null default ''
    comment 'The same in English.',
  width tinyint unsigned not null default 12
    comment 'Twelfths of the line the item takes; items that fit on one line stand side by side.',
  line_count tinyint unsigned not null default 1
    comment 'Dotted lines to write on; in a table the number of empty rows.',
  is_required boolean not null default false
    comment 'True where the answer must not be missing.',
  max_length smallint unsigned null
    comment 'Most letters an answer may have when filled in on screen; NULL means the usual limit.',
  condition_text varchar(500) not null default ''
    comment 'When the item is asked; parsed when the edition is published; empty means always.',
  primary key (form_rev_id, stable_key),
  unique key form_item_order (form_rev_id, parent_key, position, stable_key),
  constraint form_item_rev_fk foreign key (form_rev_id) references form_rev (id),
  constraint form_item_parent_fk foreign key (form_rev_id, parent_key) references form_item (form_rev_id, stable_key),
  constraint form_item_width check (width between 1 and 12),
  constraint form_item_key_form check (stable_key regexp '^[a-z][a-z0-9_]*$')
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Items of a form edition, as a tree, for the printed blank form and for filling in on screen.';
