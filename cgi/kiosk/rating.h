/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_KIOSK_RATING_H
#define MOTCUA_KIOSK_RATING_H

#include "lib/request.h"

/*
 * The tablet at a counter. It sleeps until a ticket is done there or a dossier is received or returned, then shows
 * the officer and the faces; what it may rate is decided by where it stands, so the address of another counter's
 * service does nothing here. A vote counts all day, for one that was chosen while the server was away. As on the
 * website (public/rating.h) a vote needs no form token and leaves no request key.
 *
 *   GET  /kiosk/danh-gia             asleep, or the faces; `qua` names a service that was left without a vote
 *   POST /kiosk/danh-gia             .asks; votes
 *   GET  /kiosk/danh-gia/trang-thai  what may be rated now, for the script
 *   GET  /kiosk/danh-gia/anh         portrait of the officer
 *   GET  /kiosk/danh-gia/them/{ve}   reasons and words after a low vote
 *   POST /kiosk/danh-gia/them/{ve}   .asks
 *   GET  /kiosk/danh-gia/cam-on      thanks
 */
int tablet_page(struct request *rq);
int tablet_vote(struct request *rq);
int tablet_state(struct request *rq);
int tablet_portrait(struct request *rq);
int tablet_more_page(struct request *rq);
int tablet_more_post(struct request *rq);
int tablet_thanks(struct request *rq);

extern const char *const tablet_scores[]; /* choices of a vote: "1" … "5" */

#endif
