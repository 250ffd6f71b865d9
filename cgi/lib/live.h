/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_LIVE_H
#define MOTCUA_LIB_LIVE_H

#include <stdbool.h>

struct request;

/*
 * Short news for screens that listen: "something changed, look again". They go to nginx (nchan), which hands them to
 * every browser on the channel; nothing is kept but the last few for half a minute. News may be lost: a screen
 * fetches the whole state whenever it connects and every few seconds. They name nobody.
 *
 * A channel is "hall-<code>", "counter-<code>-<number>" or "alarm-<who>" (which staff alone hears): small letters,
 * digits and "-", LIVE_CHANNEL_MAX bytes at most. A text is one line of at most LIVE_TEXT_MAX bytes.
 */
#define LIVE_CHANNEL_MAX 67
#define LIVE_TEXT_MAX 1000

/* In a handler with effect: told once its transaction is committed, never when it is not. Lives in the request's
 * arena. A wrong channel or text is a bug and stops the program. */
void live_say(struct request *rq, const char *channel, const char *text);

/* For the dispatcher: forgets what a failed attempt said; tells what a committed one said. */
void live_forget(struct request *rq);
void live_tell(struct request *rq);

/* At once, for jobs after their commit. Waits a quarter of a second at most. False: nobody will hear it, logged at
 * most once a minute; also where MOTCUA_LIVE is not set. */
bool live_send(const char *channel, const char *text);

#endif
