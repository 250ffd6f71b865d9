-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Rights of the owner of the tables: migrations and the administrator's command. No program that serves people uses it.

revoke all privileges, grant option from 'motcua-owner'@'localhost';
grant all privileges on * to 'motcua-owner'@'localhost' with grant option;
