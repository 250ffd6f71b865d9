/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_PAPER_H
#define MOTCUA_MODEL_PAPER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"
#include "model/scope.h"

/*
 * Everything the statutory papers of one dossier say, read from the tables and events of docs/data-model.md; they
 * have no facts of their own. It holds personal data:
 * for the staff program alone, and every print is written down (paper_print_add). Texts are never NULL;
 * a moment that has not come has year 0. Everything lives in the arena.
 */
struct paper_office {
    uint64_t id;
    const char *kind; /* as agency.kind */
    const char *name, *name_en;
    const char *parent; /* the body above it */
    const char *address, *phone, *email;
};

struct paper_person {
    const char *kind; /* person organisation; "" where there is no such party */
    const char *name;
    const char *address; /* with commune and district */
    const char *phone, *email;
    const char *representative; /* of an organisation */
    const char *authority;      /* of a submitter: the authorisation shown */
};

struct paper_item {
    const char *name;
    int originals, copies, sheets;
    bool shown_only; /* looked at and given back */
};

struct paper_fee {
    const char *kind; /* fee charge duty */
    const char *name, *receipt;
    int64_t amount, waived; /* đồng */
    struct civil paid_at;
};

struct paper_point {
    const char *paper; /* "" for a general point */
    const char *what;
};

struct paper_round { /* a request for supplements */
    int64_t id;
    int round;
    struct civil asked_at, answer_by;
    const char *reason, *unit, *officer, *phone;
    struct paper_point *points;
    size_t n_points;
};

/* A step somebody had or has: one line of the control sheet. */
struct paper_step {
    int64_t id;
    uint64_t unit_id;
    const char *step, *unit, *officer;
    const char *branch;    /* main joint opinion */
    const char *step_kind; /* task join wait_citizen wait_fee end */
    struct civil opened_at, due_at, closed_at;
};

struct paper_branch {
    uint64_t agency_id;
    const char *kind, *agency, *title;
};

struct paper_event {
    const char *type; /* corrected apologised stopped resumed withdrawn expired refused rejected_online */
    const char *note, *unit, *officer;
    struct civil at;
};

struct paper {
    uint64_t id;
    const char *number; /* "" before reception */
    const char *lookup; /* the sixteen digits; "" when the seal cannot be opened */
    const char *state, *channel, *deliver_by, *summary;
    int copies; /* sets handed in */
    const char *procedure_code, *procedure, *procedure_en;
    int term_value;
    const char *term_unit;
    struct civil submitted_at, received_at, due_at, first_due_at, apologised_at, state_at;
    const char *clerk; /* who received it */
    struct paper_office agency, counter;
    struct paper_person applicant, submitter;
    const char *outcome, *refusal, *signer; /* of the result */
    const char *place, *hotline, *numbering; /* settings: place_of_signing, centre_phone, form_numbering */

    struct paper_item *items; /* those handed in */
    struct paper_fee *fees;
    struct paper_round *rounds;
    struct paper_step *steps; /* by time */
    struct paper_branch *branches;
    struct paper_event *events; /* oldest first */
    size_t n_items, n_fees, n_rounds, n_steps, n_branches, n_events;
};

/* Who prints papers and lists: everybody who works with dossiers but the supervisor. */
#define PAPER_ROLES (ROLES_OF_DOSSIERS & ~ROLE_BIT(ROLE_SUPERVISOR))

/*
 * Three statements. DB_NONE: no such dossier, or those who print do not reach it (dossier_reach.h; one that was not
 * accepted online: the agency in charge); both look alike.
 */
enum db_result paper_open(struct db *db, struct arena *arena, const struct scope *scope,
                          uint64_t dossier, struct paper *paper);

/* ---- which papers there are: paper_occasion.c ---------------------------------------------------- */

enum paper_kind {
    PAPER_RECEIPT,    /* received */
    PAPER_SUPPLEMENT, /* supplements were asked for; one paper a round */
    PAPER_REFUSAL,    /* refused, or not accepted online */
    PAPER_APOLOGY,    /* apologised with a new due time */
    PAPER_STOP,       /* stopped and not taken up again, withdrawn, expired */
    PAPER_CONTROL,    /* received */
    PAPER_KINDS
};
extern const char *const paper_names[PAPER_KINDS]; /* as in addresses: giay-tiep-nhan … */
enum paper_kind paper_kind_of(const char *name);   /* PAPER_KINDS: none */

/* What gave the occasion; NULL: nothing did. `wanted`: which request for supplements, 0 the last. */
const struct paper_round *paper_round_of(const struct paper *paper, int wanted);
const struct paper_event *paper_refused(const struct paper *paper);
const struct paper_event *paper_apologised(const struct paper *paper);
const struct paper_event *paper_stopped(const struct paper *paper);

/* Which issue of that paper is in force, from 1: a correction makes a new receipt, a second apology a new letter.
 * 0: there is no occasion for it. */
int paper_issue(const struct paper *paper, enum paper_kind kind, int round);

/* Everything a dossier can print now, for a menu. The address is /can-bo/ho-so/{id}/in/{name}, with ?lan={round}
 * where round is not 0. */
enum { PAPER_CHOICES_MAX = 24 };
struct paper_choice {
    enum paper_kind kind;
    const char *name;
    int round; /* of a request for supplements, else 0 */
};
struct paper_choices {
    struct paper_choice choices[PAPER_CHOICES_MAX];
    size_t n;
};
void paper_choices(const struct paper *paper, struct paper_choices *out);
/* The same by number, as paper_open. */
enum db_result paper_available(struct db *db, struct arena *arena, const struct scope *scope,
                               uint64_t dossier, struct paper_choices *out);

/*
 * Writes a print of one paper into the access log and answers which print of it that is: 1 is the first.
 * `paper` is "receipt" and the like; a later issue counts by itself. Its own small transaction.
 */
enum db_result paper_print_add(struct db *db, struct arena *arena, uint64_t user, uint64_t dossier,
                               const char *paper, int issue, const struct civil *now, int *print);

#endif
