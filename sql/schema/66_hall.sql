-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- The halls where people wait: one at each body that receives at counters.
create table hall (
  id int unsigned not null auto_increment
    comment 'Key.',
  agency_id int unsigned not null
    comment 'Body whose hall it is: its working hours hold, and rights for it are rights for the hall.',
  code varchar(20) character set ascii collate ascii_bin not null
    comment 'Short name in addresses and on devices, for example trung-tam.',
  name varchar(150) not null
    comment 'Name on tickets and boards.',
  name_en varchar(150) not null default ''
    comment 'English name.',
  classes set('elderly','pregnant','disabled','small_child','merit') not null default 'elderly,pregnant,disabled,small_child,merit'
    comment 'Kinds of people who may ask for priority here.',
  priority_run tinyint unsigned not null default 2
    comment 'So many calls of priority in a row a counter makes at most while somebody else waits; then one in turn.',
  stop_minutes smallint unsigned not null default 15
    comment 'No tickets are given out in the last so many minutes before closing.',
  called_seconds smallint unsigned not null default 180
    comment 'After so many seconds without the person a called ticket may be counted as missed.',
  wait_warn_minutes smallint unsigned not null default 30
    comment 'A wait longer than this is shown as too long to those who run the hall.',
  book_days tinyint unsigned not null default 14
    comment 'Appointments can be booked for so many days ahead; 0: none.',
  is_active boolean not null default true
    comment 'False: nothing is given out or called.',
  primary key (id),
  unique key hall_code (code),
  unique key hall_agency (agency_id, code),
  constraint hall_agency_fk foreign key (agency_id) references agency (id),
  constraint hall_run check (priority_run between 1 and 20)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Halls.';
