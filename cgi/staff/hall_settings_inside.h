/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_HALL_SETTINGS_INSIDE_H
#define MOTCUA_STAFF_HALL_SETTINGS_INSIDE_H

#include "model/hall_setting.h"
#include "staff/hall_settings.h"

#define HALL_SETTINGS_PATH "/can-bo/sanh/cai-dat"

/* What the files of the settings share. */

/* The hall the address names, when the one who asks manages its body, with its parts for the page: Hall.{Name,Href}.
 * 0: it is there; else the handler's answer. */
int hall_setting_need(struct request *rq, struct hall_setting *hall);
/* "/can-bo/sanh/cai-dat/trung-tam/quay/7" */
const char *hall_setting_path(struct request *rq, const struct hall_setting *hall, const char *more);

/* A value of a form that nobody has typed yet. */
void setting_usual(struct request *rq, const char *field, const char *value);
void setting_usual_number(struct request *rq, const char *field, unsigned value);
void setting_usual_flag(struct request *rq, const char *field, bool value);

/* The mark of what is shown, for the hidden field; who typed something wrong keeps the one of before. */
void setting_mark(struct request *rq, int status, const char *seen);
/* Was this value of a .many input chosen? */
bool setting_chosen(struct request *rq, const char *field, const char *value);

/* The input of a member of one of the structs. */
struct setting_field {
    const char *member, *input;
};
/* Ends a POST: to `path` when it is done, else the form again with what is wrong or who was faster. `show` fills and
 * shows the form with that status. */
int setting_end(struct request *rq, enum setting_verdict verdict, const struct setting_outcome *outcome,
                const struct setting_field *fields, const char *path, int (*show)(struct request *rq, int status));

#endif
