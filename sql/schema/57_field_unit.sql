-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Which unit of an agency handles a field.
create table field_unit (
  field_id int unsigned not null
    comment 'Field.',
  agency_id int unsigned not null
    comment 'Agency.',
  unit_id int unsigned not null
    comment 'Unit inside it that gets the dossiers of the field; may be the agency itself.',
  primary key (field_id, agency_id),
  key field_unit_agency (agency_id),
  key field_unit_unit (unit_id),
  constraint field_unit_field_fk foreign key (field_id) references field (id),
  constraint field_unit_agency_fk foreign key (agency_id) references agency (id),
  constraint field_unit_unit_fk foreign key (unit_id) references agency (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Units by field and agency: where a dossier goes that no unit had before.';
