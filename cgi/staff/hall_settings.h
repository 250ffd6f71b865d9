/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_HALL_SETTINGS_H
#define MOTCUA_STAFF_HALL_SETTINGS_H

#include "lib/request.h"

/*
 * What the halls consist of, set by whoever manages the body they belong to: their rules, queues with letters and
 * numbers, what is served in them, counters. All below /can-bo/sanh/cai-dat. Parts are retired, never deleted: tickets
 * and their history point to them.
 */
int hall_settings_list(struct request *rq);     /* GET / */
int hall_settings_add_form(struct request *rq); /* GET /moi */
int hall_settings_add(struct request *rq);      /* POST /moi */
int hall_settings_hall(struct request *rq);     /* GET /{sanh} */
int hall_settings_form(struct request *rq);     /* GET /{sanh}/sua */
int hall_settings_save(struct request *rq);     /* POST /{sanh}/sua */

int hall_settings_group_form(struct request *rq);   /* GET /{sanh}/nhom/moi, /{sanh}/nhom/{id} */
int hall_settings_group_save(struct request *rq);   /* POST of the same */
int hall_settings_service_form(struct request *rq); /* GET /{sanh}/nhom/{nhom}/dich-vu/moi, …/{id} */
int hall_settings_service_save(struct request *rq); /* POST of the same */

int hall_settings_counter_form(struct request *rq); /* GET /{sanh}/quay/moi, /{sanh}/quay/{id} */
int hall_settings_counter_save(struct request *rq); /* POST of the same */

/* "C – Nhận kết quả" in a list of groups to choose from, and that it is out of use. */
struct group_setting;
const char *setting_group_text(struct request *rq, const struct group_setting *group);

/* Words of the CHOICE inputs; each ends with NULL. */
extern const char *const hall_settings_classes[]; /* cao-tuoi mang-thai khuyet-tat con-nho co-cong */
extern const char *const hall_settings_kinds[];   /* nop tra khac */

/* What the forms take, and what all of them take besides: whether it is in use, and the mark of what was seen. */
#define HALL_CODE {"sanh", SLUG, .max = 20}
#define HALL_IN_USE {"mo", FLAG}, {"vet", CODE, .max = 16, .optional = true}
#define HALL_INPUTS                                                                                \
    {"ten", TEXT, .max = 150}, {"tienganh", TEXT, .max = 150, .optional = true},                   \
        {"doituong", CHOICE, .choices = hall_settings_classes, .optional = true, .many = true},    \
        {"luot", COUNT}, {"dung", COUNT}, {"vang", COUNT}, {"lau", COUNT}, {"ngay", COUNT}, HALL_IN_USE
#define HALL_GROUP_INPUTS                                                                          \
    {"chu", TEXT, .max = 1}, {"ten", TEXT, .max = 120},                                            \
        {"tienganh", TEXT, .max = 120, .optional = true},                                          \
        {"loai", CHOICE, .choices = hall_settings_kinds}, {"dau", COUNT}, {"cuoi", COUNT},         \
        {"muon", COUNT}, {"muc", COUNT, .optional = true},                                         \
        {"tu", TEXT, .max = 5, .optional = true}, {"den", TEXT, .max = 5, .optional = true},       \
        {"phut", COUNT}, {"hen", COUNT, .optional = true}, {"vitri", COUNT}, HALL_IN_USE
#define HALL_SERVICE_INPUTS                                                                        \
    {"ten", TEXT, .max = 120}, {"tienganh", TEXT, .max = 120, .optional = true},                   \
        {"linhvuc", CODE, .max = 120, .optional = true, .many = true}, {"vitri", COUNT}, HALL_IN_USE
#define HALL_COUNTER_INPUTS                                                                        \
    {"so", COUNT}, {"ten", TEXT, .max = 80, .optional = true},                                     \
        {"khu", TEXT, .max = 40, .optional = true}, {"nhomphucvu", ID, .optional = true, .many = true}, \
        HALL_IN_USE

#endif
