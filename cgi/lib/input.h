/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_INPUT_H
#define MOTCUA_LIB_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/date.h"

/*
 * Typed input at the door. A route declares what it takes; a handler asks for
 * it by name and gets a checked value. Asking for an undeclared name stops the
 * program, so that the first test finds it. Undeclared parameters are ignored,
 * a declared one that comes twice is a 400 (unless .many).
 *
 * type      accepted                                        value
 * TEXT      one line, trimmed, 1..max code points           text
 * LINES     several lines, trimmed                          text
 * QUERY     search text: one line, never wrong, cut at max  text ("" allowed)
 * ID        1..2^63-1, decimal, no sign, no leading zero    number
 * COUNT     0..2,147,483,647                                number
 * CODE      1..max of A-Z a-z 0-9 . - _                     text
 * SLUG      1..80 of a-z 0-9 -                              text
 * CHOICE    one of .choices                                 text, and number = its place
 * DATE      YYYY-MM-DD or DD/MM/YYYY or DDMMYYYY            civil
 * PHONE     Vietnamese phone, 9–11 digits, separators drop  text
 * FLAG      present and not "" or "0"                       number 0/1
 * LOOKUP    what the look-up box takes: kept as typed       text
 */
enum input_type { INPUT_END, TEXT, LINES, QUERY, ID, COUNT, CODE, SLUG, CHOICE, DATE, PHONE, FLAG, LOOKUP };

struct input {
    const char *name;
    enum input_type type;
    int max;                     /* code points; 0 = the type's own limit */
    bool optional;
    bool many;                   /* may come several times (LIMIT_PARAMETERS at most) */
    const char *const *choices;  /* ends with NULL */
    bool secret;                 /* a password: never shown again, neither in its form nor on an error page */
    const char *missing;         /* word key of what is said when nothing came; usually "required" */
};

struct request;

/* Checked values. Texts live in the request's arena. An optional input that is absent is
 * "" / 0 / false. The n-th value of a .many input: input_text_at(). */
const char *input_text(struct request *rq, const char *name);
int64_t input_number(struct request *rq, const char *name);
bool input_date(struct request *rq, const char *name, struct civil *date);
bool input_given(struct request *rq, const char *name);
size_t input_count(struct request *rq, const char *name);
const char *input_text_at(struct request *rq, const char *name, size_t i);

/* Would this text be a value of that type? For handlers that take several things in one field. */
bool input_is(struct request *rq, enum input_type type, const char *text);

/* A handler's own finding about a field ("no such agency"): the form is shown
 * again with it. `key` is a word key below T.error, e.g. "date_before". */
void input_refuse(struct request *rq, const char *name, const char *key);
bool input_refused(const struct request *rq);

/*
 * For route.c: fills the inputs and Form.<name>.{Value,Error,Key}, Errors.N.{Field,Text,Key}. Error and
 * Text are T.error.<key>. A .many input has Form.<name>.Values.N.Value. A template writes a
 * name with a dash as Form["co-quan"].
 */
enum input_verdict {
    INPUT_OK,
    INPUT_WRONG,     /* 422 */
    INPUT_MALFORMED, /* 400: a declared name came twice */
    INPUT_MISSING    /* 404: a {name} segment is not of its type */
};
enum input_verdict input_check(struct request *rq);
/* The same for another route of the same path, to show a form again: what was refused counts as
 * absent, Form.* and Errors stay as they are. */
void input_check_again(struct request *rq);

#endif
