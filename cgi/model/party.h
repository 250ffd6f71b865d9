/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_PARTY_H
#define MOTCUA_MODEL_PARTY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"

/*
 * Applicant and submitter of a dossier. Texts are never NULL, "" is not known. As typed: whatever
 * the clerk wrote; party_check() makes the stored form of it. Names are kept as typed, never split,
 * never put into capitals.
 */
struct party {
    const char *kind; /* person or organisation */
    const char *name;
    const char *birth_date; /* stored: yyyy-mm-dd, yyyy-mm or yyyy */
    const char *sex;        /* male, female or "" */
    const char *identity_kind; /* stored: citizen_id, passport, tax_code, other or "" */
    const char *identity_number;
    const char *identity_issued_on; /* stored: yyyy-mm-dd */
    const char *identity_issued_by;
    const char *phone; /* stored: +84 and digits */
    const char *email;
    const char *address;
    const char *representative; /* of an organisation */
    const char *authority_note; /* of a submitter: the authorisation shown */
};

/* Something about one field: an error must be mended, a warning may be passed over. */
struct party_finding {
    const char *field; /* name of the member of struct party: "identity_number" … */
    const char *key;   /* word for it, below T.error or T.reception_warning */
    bool warning;
};
enum { PARTY_FINDINGS = 16 };

struct party_findings {
    struct party_finding items[PARTY_FINDINGS];
    size_t n;
};

/*
 * Checks a person as typed and makes the stored form; all findings at once. `today` bounds dates.
 * Identity numbers of persons: twelve digits (province, century with sex, year of birth; what does
 * not fit is a warning), nine digits of the papers before 2025, passports, others. Of organisations:
 * ten digits, or thirteen for a branch, with their check digit. An applicant needs a telephone or an
 * identity number of four characters, which is the second fact of the look-up; a submitter needs a
 * name alone.
 */
enum party_role { PARTY_APPLICANT, PARTY_SUBMITTER };
void party_check(struct arena *arena, enum party_role role, const struct party *typed,
                 const struct civil *today, struct party *stored, struct party_findings *findings);
bool party_wrong(const struct party_findings *findings); /* an error is among them */

/*
 * The line of a citizen card's QR code as a scanner types it: number|old number|name|ddmmyyyy|sex|
 * address|ddmmyyyy of issue, more fields may follow. Fills what it says, as typed; false, and nothing
 * is touched, when it is no such line.
 */
bool party_scan(struct arena *arena, const char *line, struct party *person);

/*
 * Writes a party of a new dossier, or over the one there is. `number` is the dossier's, for the
 * hashes of the second fact; `area` the commune of the address, 0 where not known; `bodies` who has a dossier that is
 * being received (party_word.h), NULL for one that was.
 */
enum db_result party_write(struct db *db, struct arena *arena, uint64_t dossier,
                           const char *number, enum party_role role, const struct party *party,
                           uint64_t area, const uint64_t bodies[2]);

/* The commune an address names; DB_NONE when none or several fit. `version` is that of the catalogue:
 * the communes are kept in memory for it. */
enum db_result party_area(struct db *db, struct arena *arena, uint64_t version,
                          const char *address, uint64_t *area);

/* SQL: an area for the end of an address, unless what was written there names it already. */
#define PARTY_AREA(address, area)                                                                  \
    "if(locate(substring_index(" area ", ' ', -2), " address ") > 0, null, nullif(" area ", ''))"
/* SQL: number, commune and district in one line, as an envelope has it. Aliases of the party, of the agency of its
 * commune and of the one above that. */
#define PARTY_ADDRESS(party, area, above)                                                          \
    "concat_ws(', ', nullif(" party ".address, ''), "                                              \
    PARTY_AREA(party ".address", area ".area") ", " PARTY_AREA(party ".address", above ".area") ")"

#endif
