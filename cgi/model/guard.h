/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_GUARD_H
#define MOTCUA_MODEL_GUARD_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/arena.h"

/*
 * Conditions of workflow actions (wf_action.guard):
 *
 *   guard  = or;  or = and { "or" and };  and = not { "and" not };  not = [ "not" ] term
 *   term   = "(" or ")" | fact [ ( "=" | "!=" | "<" | "<=" | ">" | ">=" ) number ]
 *
 * A fact alone means "is not 0". At most GUARD_NODES_MAX nodes and GUARD_DEPTH_MAX levels. Parsed when the
 * edition is published and again when it is read; text that does not parse never holds.
 */
enum { GUARD_NODES_MAX = 64, GUARD_DEPTH_MAX = 16 };

/* What can be asked of a dossier. */
enum guard_fact {
    FACT_PAPERS_MISSING,    /* papers of the receipt not handed in yet */
    FACT_FEES_UNPAID,       /* fees and charges asked for and not paid */
    FACT_DUTIES_UNPAID,     /* money owed to the State and not paid */
    FACT_BRANCHES_OPEN,     /* joint and opinion branches still open */
    FACT_BRANCHES_REFUSED,  /* joint and opinion branches that ended with "refused" */
    FACT_SUPPLEMENT_ROUNDS, /* requests for supplements so far */
    FACT_RESULT_FILES,      /* files of the result */
    FACT_RESULT_NUMBERED,   /* 1: the result has its register number */
    FACT_DELIVER_POST,      /* 1: the applicant wants it by post */
    FACT_DELIVER_ONLINE,    /* 1: the applicant wants it online */
    FACT_ORGANISATION,      /* 1: the applicant is an organisation */
    FACT_LATE,              /* 1: the due time has passed */
    FACT_END
};
extern const char *const guard_fact_names[FACT_END]; /* "papers_missing" … */

struct guard;

enum guard_error {
    GUARD_GOOD,
    GUARD_FACT_EXPECTED,   /* "(" or a fact */
    GUARD_FACT_UNKNOWN,
    GUARD_NUMBER_EXPECTED,
    GUARD_NUMBER_LONG,
    GUARD_CLOSE_EXPECTED,  /* of the "(" at column `open` */
    GUARD_END_EXPECTED,    /* or "and", "or" */
    GUARD_TOO_MANY,
    GUARD_TOO_DEEP,
    GUARD_ERROR_END
};
extern const char *const guard_error_names[GUARD_ERROR_END]; /* "fact_expected" … */

struct guard_problem {
    enum guard_error error;
    unsigned column, open; /* letters from 1 */
    const char *found;     /* the word or sign that stands there, shortened; "" at the end */
};

/* The empty text always holds. NULL: `*problem` says what is wrong and where. */
const struct guard *guard_read(struct arena *arena, const char *text, struct guard_problem *problem);

/* The same with an English sentence, "column 7: …". */
const struct guard *guard_parse(struct arena *arena, const char *text, const char **error);
const char *guard_sentence(struct arena *arena, const struct guard_problem *problem);

bool guard_holds(const struct guard *guard, const int64_t facts[FACT_END]);

/* The first fact that makes it fail, to tell the officer why; of alternatives one that work can change. FACT_END
 * when it holds. */
enum guard_fact guard_obstacle(const struct guard *guard, const int64_t facts[FACT_END]);

#endif
