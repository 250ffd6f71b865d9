/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_LOG_H
#define MOTCUA_LIB_LOG_H

/*
 * One line a message on stderr (journald or the state folder's log file):
 * "2026-11-23 16:05:01 public[123] warn 4f1c… message". Control bytes are
 * escaped, a line is cut at 2,000 bytes. Never pass personal data, codes or
 * secrets: a code is logged as nothing at all, a person never.
 */
void log_init(const char *program);           /* also after fork, for the pid */
void log_request(const char *request_number); /* prefix of the lines that follow; "" ends it */

void log_error(const char *format, ...) __attribute__((format(printf, 1, 2))); /* a human must look */
void log_warn(const char *format, ...) __attribute__((format(printf, 1, 2)));
void log_info(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* An invariant is broken: says so and aborts; the supervisor starts afresh. */
void log_fatal(const char *format, ...) __attribute__((format(printf, 1, 2), noreturn));

#endif
