/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/dossier_reach.h"

#include <stdlib.h>
#include <string.h>

enum { SEEN_MINUTES = 5 };

struct reaching {
    const struct scope *scope;
    bool reached;
};

static bool place_row(void *context, const struct db_row *row)
{
    struct reaching *reaching = context;
    bool counter = strcmp(row->text[0], "counter") == 0;
    unsigned roles =
        counter ? ROLE_BIT(ROLE_CLERK) | ROLE_BIT(ROLE_RETURNER) : ROLES_OF_DOSSIERS;
    reaching->reached = scope_allows(reaching->scope, roles, strtoull(row->text[1], NULL, 10));
    return !reaching->reached;
}

/* The last part: work that lies at a whole agency may be taken by its units. */
enum db_result dossier_reach(struct db *db, struct arena *arena, const struct scope *scope,
                             uint64_t dossier)
{
    (void)arena;
    struct reaching reaching = {.scope = scope};
    struct db_value id = db_number((int64_t)dossier);
    enum db_result result = db_each(
        db,
        "select 'lead', agency_id from dossier where id = ? and number is not null"
        " union all select 'counter', counter_agency_id from dossier"
        "  where id = ? and number is not null"
        " union all select 'branch', agency_id from branch where dossier_id = ?"
        " union all select 'task', t.unit_id from branch b join task t on t.branch_id = b.id"
        "  where b.dossier_id = ?"
        " union all select 'unit', u.id from branch b join task t on t.open_key = b.id"
        "  join agency u on u.parent_id = t.unit_id and u.kind = 'unit' where b.dossier_id = ?",
        DB_ARGS(id, id, id, id, id), place_row, &reaching);
    if (result != DB_OK)
        return result;
    return reaching.reached ? DB_OK : DB_NONE;
}

static enum db_result seen_write(struct db *db, uint64_t user, uint64_t dossier,
                                 const char *purpose, const struct civil *now)
{
    char at[DATE_TEXT_MAX], since[DATE_TEXT_MAX];
    struct civil earlier = civil_from_second(civil_second(now) - SEEN_MINUTES * 60);
    date_format_iso_time(at, now);
    date_format_iso_time(since, &earlier);
    struct db_value who = db_number((int64_t)user), what = db_number((int64_t)dossier);
    return db_exec(db,
                   "insert into access_log (at, user_id, unit_id, dossier_id, purpose)"
                   " select ?, u.id, u.agency_id, ?, ? from user u where u.id = ?"
                   " and not exists (select 1 from access_log a where a.dossier_id = ?"
                   " and a.at > ? and a.at <= ? and a.user_id = ? and a.purpose = ?)",
                   DB_ARGS(db_text(at), what, db_text(purpose), who, what, db_text(since),
                           db_text(at), who, db_text(purpose)));
}

enum db_result dossier_seen(struct db *db, uint64_t user, uint64_t dossier, const char *purpose,
                            const struct civil *now)
{
    if (db_begin(db) == DB_FAIL)
        return DB_FAIL;
    if (seen_write(db, user, dossier, purpose, now) == DB_FAIL || db_commit(db) == DB_FAIL) {
        db_rollback(db);
        return DB_FAIL;
    }
    return DB_OK;
}
