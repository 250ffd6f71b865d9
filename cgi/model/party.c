/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/party.h"

#include <stdlib.h>
#include <string.h>

#include "lib/number.h"
#include "lib/text.h"
#include "lib/token.h"
#include "model/party_word.h"

static const char *const party_roles[] = {"applicant", "submitter"};

/* Keyed hash of the last four letters or digits; NULL when there are fewer. */
static struct db_value last_four(struct arena *arena, const char *number, const char *text)
{
    char key[NUMBER_KEY_MAX + 1], plain[NUMBER_KEY_MAX + 1];
    if (!number_key(number, key) || !number_key(text, plain) || strlen(plain) < 4)
        return db_null();
    uint8_t *hash = arena_take(arena, TOKEN_HASH_BYTES);
    const char *last = plain + strlen(plain) - 4;
    token_keyed_hash(KEY_LOOKUP, arena_format(arena, "last4:%s:%s", key, last), hash);
    return db_bytes(hash, TOKEN_HASH_BYTES);
}

static struct db_value text_or_null(const char *text)
{
    return *text ? db_text(text) : db_null();
}

enum db_result party_write(struct db *db, struct arena *arena, uint64_t dossier,
                           const char *number, enum party_role role, const struct party *p,
                           uint64_t area, const uint64_t bodies[2])
{
    enum db_result result = db_exec(
        db,
        "insert into party (dossier_id, role, kind, name, birth_date, sex, identity_kind,"
        " identity_number, identity_issued_on, identity_issued_by, phone, email, address,"
        " area_agency_id, representative, authority_note, phone_last4_hash, identity_last4_hash)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " on duplicate key update kind = values(kind), name = values(name),"
        " birth_date = values(birth_date), sex = values(sex), identity_kind = values(identity_kind),"
        " identity_number = values(identity_number),"
        " identity_issued_on = values(identity_issued_on),"
        " identity_issued_by = values(identity_issued_by), phone = values(phone),"
        " email = values(email), address = values(address), area_agency_id = values(area_agency_id),"
        " representative = values(representative), authority_note = values(authority_note),"
        " phone_last4_hash = values(phone_last4_hash),"
        " identity_last4_hash = values(identity_last4_hash)",
        DB_ARGS(db_number((int64_t)dossier), db_text(party_roles[role]), db_text(p->kind),
                db_text(p->name), db_text(p->birth_date), text_or_null(p->sex),
                text_or_null(p->identity_kind), db_text(p->identity_number),
                text_or_null(p->identity_issued_on), db_text(p->identity_issued_by),
                db_text(p->phone), db_text(p->email), db_text(p->address),
                area ? db_number((int64_t)area) : db_null(), db_text(p->representative),
                db_text(p->authority_note), last_four(arena, number, p->phone),
                last_four(arena, number, p->identity_number)));
    if (result != DB_OK)
        return result;
    if (bodies)
        return party_words_begin(db, arena, dossier, bodies, party_roles[role], p->name);
    /* The server counts 2 where a row was there and has changed. */
    return party_words_write(db, dossier, party_roles[role], p->name, db_changed(db) == 2);
}

/* ---- the commune of an address ------------------------------------------------------------------------ */

enum { COMMUNES_BYTES = 1024 * 1024 };

/* In small letters. `bare` is the name without the kind of place, as cards have it; `district` the end
 * of the name of the body above. */
struct commune {
    uint64_t id;
    const char *full, *bare, *district;
};

static struct {
    struct arena *arena;
    uint64_t version;
    struct commune *items;
    size_t n, room;
} communes;

static bool commune_row(void *context, const struct db_row *row)
{
    (void)context;
    if (communes.n == communes.room) {
        size_t room = communes.room ? communes.room * 2 : 128;
        struct commune *more = arena_take_array(communes.arena, room, sizeof *more);
        if (communes.n)
            memcpy(more, communes.items, communes.n * sizeof *more);
        communes.items = more;
        communes.room = room;
    }
    communes.items[communes.n++] = (struct commune){
        .id = strtoull(row->text[0], NULL, 10),
        .full = text_lower(communes.arena, row->text[1]),
        .bare = text_lower(communes.arena, row->text[2]),
        .district = text_lower(communes.arena, row->text[3] ? row->text[3] : ""),
    };
    return true;
}

static enum db_result communes_hold(struct db *db, uint64_t version)
{
    if (communes.arena && communes.version == version)
        return DB_OK;
    arena_close(communes.arena);
    communes.arena = arena_open(COMMUNES_BYTES);
    communes.items = NULL;
    communes.n = communes.room = 0;
    communes.version = version;
    enum db_result result =
        db_each(db,
                "select a.id, a.area, substr(a.area, locate(' ', a.area) + 1),"
                " substring_index(u.area, ' ', -2) from agency a left join agency u"
                " on u.id = a.parent_id where a.kind = 'commune' and a.area <> ''"
                " and a.valid_to is null",
                DB_ARGS(), commune_row, NULL);
    if (result == DB_FAIL) {
        arena_close(communes.arena);
        communes.arena = NULL;
    }
    return result;
}

/* The name, and behind it the district: "phú cường, … dầu một". */
static bool names_both(const char *address, const struct commune *commune)
{
    const char *at = *commune->bare ? strstr(address, commune->bare) : NULL;
    return at && *commune->district && strstr(at + strlen(commune->bare), commune->district);
}

enum db_result party_area(struct db *db, struct arena *arena, uint64_t version,
                          const char *address, uint64_t *area)
{
    size_t found = 0;
    *area = 0;
    if (!*address)
        return DB_NONE;
    if (communes_hold(db, version) == DB_FAIL)
        return DB_FAIL;
    const char *small = text_lower(arena, address);
    for (size_t i = 0; i < communes.n; i++)
        if (strstr(small, communes.items[i].full) || names_both(small, &communes.items[i])) {
            *area = communes.items[i].id;
            found++;
        }
    if (found == 1)
        return DB_OK;
    *area = 0;
    return DB_NONE;
}

/* ---- the citizen card's QR code ------------------------------------------------------------------- */

enum { SCAN_FIELDS = 7, SCAN_LEAST = 6 };

/* "05031990", or "" for what is no date. */
static const char *scan_date(const char *text)
{
    struct civil day;
    return strlen(text) == 8 && text_is_digits(text) && date_parse(text, &day) ? text : "";
}

bool party_scan(struct arena *arena, const char *line, struct party *person)
{
    const char *fields[SCAN_FIELDS] = {"", "", "", "", "", "", ""};
    size_t n = 0;
    for (const char *at = line; n < SCAN_FIELDS; at++) {
        size_t length = strcspn(at, "|");
        const char *field = text_clean(arena, at, length, TEXT_ONE_LINE, NULL);
        fields[n++] = field ? field : "";
        at += length;
        if (!*at)
            break;
    }
    if (n < SCAN_LEAST || strlen(fields[0]) != 12 || !text_is_digits(fields[0]) || !*fields[2])
        return false;
    person->kind = "person";
    person->identity_number = fields[0];
    person->name = fields[2];
    person->birth_date = scan_date(fields[3]);
    /* "Nam" is a man; what a scanner makes of the other word differs. */
    person->sex = !*fields[4] ? "" : text_starts(fields[4], "Na") ? "male" : "female";
    person->address = fields[5];
    person->identity_issued_on = scan_date(fields[6]);
    return true;
}
