-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Phrases are told apart by the kinds the search knows.
alter table synonym modify
  kind enum('abbreviation','colloquial','dialect','old-name','intent','english','form','same','outside') not null
    comment 'Abbreviation, everyday word, dialect, former name, whole situation, English, number of a form, words of equal meaning when situations are compared, or something people ask for that is no procedure.';
