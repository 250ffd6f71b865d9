/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_DEVICES_INSIDE_H
#define MOTCUA_STAFF_DEVICES_INSIDE_H

#include "model/device_list.h"
#include "model/device_screen.h"
#include "model/scope.h"
#include "staff/devices.h"

#define DEVICES_PATH "/can-bo/thiet-bi"

/* What the devices*.c files share. */

/* Which halls the one who asks may see devices of: bodies as of scope_agencies(), NULL for all. False: the database. */
bool devices_reach(struct request *rq, struct scope *scope, const char **agencies);
bool devices_may(const struct scope *scope, uint64_t agency);

/* The device the address names, approved or shut out, when it is within reach. 0: it is there; else the handler's
 * answer. */
int devices_need(struct request *rq, struct device_line *line);
const char *devices_path(struct request *rq, uint64_t id, const char *more);

/* One entry of the audit about a device. */
enum db_result devices_note(struct request *rq, uint64_t id, const char *type, const char *note);

/* ---- devices_screen.c --------------------------------------------------------------------------- */

/* Speech: list of Value, Text. */
void devices_screen_choices(struct request *rq);
/* What was typed, as far as this kind has it; what is wrong stands at the fields. */
void devices_screen_input(struct request *rq, enum device_kind kind, struct device_screen *screen);
/* What stands in the form before anybody types. */
void devices_screen_usual(struct request *rq, const struct device_screen *screen);
/* For the audit: ", voice first, volume 100"; "" for kinds that have none of it. */
const char *devices_screen_words(struct request *rq, enum device_kind kind, const struct device_screen *screen);

/* ---- devices_health.c --------------------------------------------------------------------------- */

/* How it is, for people: State.{Kind,Text}, Seen (when it last reported), Where; Notes.N.{Kind,Text}: what to look
 * after. False: nothing is wrong with it. */
bool devices_health(struct request *rq, struct data *item, const struct device_line *line);
/* It has not reported for so long that it is off, or without the server. */
bool devices_silent(const struct device_line *line);
/* Its printer and since when: "Máy in lỗi (5 phút trước)". */
const char *devices_printer(struct request *rq, const struct device_line *line);
bool devices_printer_bad(const struct device_line *line);
/* "nhanh 45 giây"; "" when nobody knows. */
const char *devices_drift(struct request *rq, const struct device_line *line);
/* "2 phút trước", or the moment when it is long ago; "" for no moment. */
const char *devices_ago(struct request *rq, const char *moment);

/* ---- devices_lent.c ----------------------------------------------------------------------------- */

/* Lent.{State,Title,Text,Numbers}: numbers of today it holds and has not told of; nothing when there are none. State:
 * "well", "silent", "other" (it is no dispenser any more), "ended" (shut out). False: the database. */
bool devices_lent(struct request *rq, const struct device_line *line);

#endif
