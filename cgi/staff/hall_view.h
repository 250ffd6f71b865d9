/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_HALL_VIEW_H
#define MOTCUA_STAFF_HALL_VIEW_H

#include "lib/request.h"
#include "model/hall.h"
#include "model/hall_live.h"

/*
 * What the pages of those who run a hall share: which hall, the way from one page to the next, and how a hall is drawn
 * at one moment.
 */
#define HALL_ASKED {"sanh", SLUG, .max = 20, .optional = true}

/* The hall that is asked for, or the only one there is. 0: go on. Else the page is made: 404 for a hall that the person
 * does not oversee, the choice where there are several and none was named. */
int hall_view_need(struct request *rq, struct hall *hall);

/* Fills Hall.{Name,Code,Many,ChooseHref}, Tabs.N.{Text,Href,Current}; `path` is the page, "/can-bo/sanh/phat-lai". */
void hall_view_frame(struct request *rq, const struct hall *hall, const char *path);

/* The day asked for in "ngay", else today. */
struct civil hall_view_day(struct request *rq);

/* Fills Live.{Groups,Counters,Total} as staff/hall_view_parts.cs draws them. `forecast`: with what is expected. */
void hall_view_fill(struct request *rq, const struct hall *hall, const struct hall_live *live, bool forecast);

/* "09:41" of a moment */
const char *hall_view_clock(struct request *rq, const struct civil *at);
/* Whole minutes from one moment to the other, at least 0, with their word. */
const char *hall_view_minutes(struct request *rq, const struct civil *from, const struct civil *to);

/* "Ngày hôm nay chưa kết thúc: số liệu đến 15:10." as View.Running where the days from..to include today and it has not
 * been closed. False: the database. */
bool hall_view_running(struct request *rq, const struct hall *hall, const struct civil *from, const struct civil *to);

#endif
