/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Plays acts on dossiers below the pages, with the account of the staff program: one JSON order a line on
 * standard input, one JSON answer a line. Every order says who and when: {"do": "offers", "user": "handler",
 * "now": "2026-03-02 08:00", "dossier": 7}.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "lib/fault.h"
#include "lib/settings.h"
#include "lib/token.h"
#include "model/act.h"
#include "model/dossier_due.h"
#include "model/dossier_reach.h"
#include "model/dossier_receive.h"
#include "model/session.h"

static struct db *db;
static struct arena *arena;
static json_t *order;
static struct civil now;
static uint64_t user;
static struct scope scope;

static const char *text(const char *name)
{
    const char *value = json_string_value(json_object_get(order, name));
    return value ? value : "";
}

static int64_t number(const char *name)
{
    return json_integer_value(json_object_get(order, name));
}

static bool flag(const char *name)
{
    return json_is_true(json_object_get(order, name));
}

static const char *minute_text(int64_t minute)
{
    if (minute < 0)
        return "";
    struct civil moment = civil_from_minute(minute);
    return date_format_iso_time(arena_take(arena, DATE_TEXT_MAX), &moment);
}

static const char *civil_text(const struct civil *moment)
{
    return moment->year ? date_format_iso_time(arena_take(arena, DATE_TEXT_MAX), moment) : "";
}

static uint64_t id_of(const char *sql, const char *key)
{
    struct db_row row;
    return *key && db_one(db, arena, sql, DB_ARGS(db_text(key)), &row) == DB_OK
               ? strtoull(row.text[0], NULL, 10)
               : 0;
}

static uint64_t user_of(const char *login)
{
    return id_of("select id from user where login = ?", login);
}

static uint64_t unit_of(const char *code)
{
    return id_of("select id from agency where code = ?", code);
}

/* From here on that call fails; "" for none. */
static void fault_set(const char *plan)
{
    setenv("MOTCUA_FAULT", plan, 1);
    fault_begin();
}

static json_t *said(const char *what)
{
    return json_pack("{s:s}", "result", what);
}

/* ---- reception ------------------------------------------------------------------------------------------- */

static size_t papers_of(const struct receive_procedure *procedure, struct dossier_paper *papers)
{
    for (size_t i = 0; i < procedure->n_components; i++)
        papers[i] = (struct dossier_paper){.component = procedure->components[i].id,
                                           .name = procedure->components[i].name,
                                           .originals = 1,
                                           .sheets = 1,
                                           .missing = flag("missing") && i == 0};
    return procedure->n_components;
}

static const struct receive_agency *agency_of(const struct receive_procedure *procedure)
{
    for (size_t i = 0; i < procedure->n_agencies; i++)
        if (!*text("agency") || strcmp(procedure->agencies[i].code, text("agency")) == 0)
            return &procedure->agencies[i];
    return NULL;
}

static bool receive(struct receive_procedure *procedure, struct received *received)
{
    struct receive_due due;
    struct dossier_paper papers[DOSSIER_PAPERS_MAX];
    struct fee_line fee = {.kind = "fee", .name = "Lệ phí", .amount = number("fee"),
                           .receipt_no = ""};
    const struct receive_agency *agency = agency_of(procedure);
    if (!agency || receive_due(db, arena, procedure, agency, &now, &due) != DB_OK)
        return false;
    struct reception from = {
        .clerk = user,
        .behalf = scope_behalf(&scope, ROLE_BIT(ROLE_CLERK), agency->id),
        .now = now,
        .procedure = procedure,
        .agency = agency,
        .due = &due,
        .applicant = {"person", "Nguyễn Thị Thử", "1990-03-05", "female", "citizen_id",
                      "074190009999", "", "", "+84912345678", "thu@example.com", text("address"),
                      "", ""},
        .papers = papers,
        .n_papers = papers_of(procedure, papers),
        .fees = &fee,
        .n_fees = fee.amount ? 1 : 0,
        .waiver = "",
        .channel = "counter",
        .deliver_by = *text("deliver") ? text("deliver") : "counter",
        .summary = "",
        .duplicates = "",
        .sets = 1,
    };
    db_count_from_here(db);
    return dossier_receive(db, arena, &from, received) == DB_OK;
}

static json_t *do_receive(void)
{
    struct receive_procedure *procedure = arena_take(arena, sizeof *procedure);
    struct received received;
    if (receive_procedure(db, arena, &scope, text("procedure"), procedure) != DB_OK)
        return said("unknown");
    if (db_begin_numbering(db) != DB_OK)
        return said("fail");
    if (!receive(procedure, &received)) {
        db_rollback(db);
        return said("refused");
    }
    unsigned statements = db_statements(db);
    if (db_commit(db) != DB_OK)
        return said("fail");
    return json_pack("{s:s, s:I, s:s, s:i}", "result", "done", "dossier", (json_int_t)received.id,
                     "number", received.number, "statements", (int)statements);
}

/* ---- offers and acts ---------------------------------------------------------------------------------------- */

static const char *code_of(uint64_t unit)
{
    struct db_row row;
    return unit && db_one(db, arena, "select code from agency where id = ?",
                          DB_ARGS(db_number((int64_t)unit)), &row) == DB_OK
               ? row.text[0]
               : "";
}

static json_t *offer_json(const struct act_offer *offer)
{
    return json_pack(
        "{s:i, s:s, s:s, s:s, s:I, s:I, s:i, s:i, s:b, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:b, s:I,"
        " s:s}",
        "kind", (int)offer->kind, "code", offer->code, "key", offer->key, "name", offer->name,
        "branch", (json_int_t)offer->branch, "task", (json_int_t)offer->task, "needs",
        (int)offer->needs, "effects", (int)offer->effects, "allowed", (int)offer->allowed,
        "blocked", offer->blocked, "tells", offer->tells, "obstacle",
        offer->obstacle < FACT_END ? guard_fact_names[offer->obstacle] : "", "holder",
        offer->holder, "to_step", offer->to_step, "to_unit_name", offer->to_unit_name,
        "to_person_name", offer->to_person_name, "to_due", civil_text(&offer->to_due), "primary",
        (int)offer->primary, "behalf", (json_int_t)offer->behalf, "to_unit_code",
        code_of(offer->to_unit));
}

static json_t *do_offers(void)
{
    struct act_view *view = arena_take(arena, sizeof *view);
    db_count_from_here(db);
    enum db_result result =
        act_offers(db, arena, &scope, user, &now, (uint64_t)number("dossier"), view);
    if (result != DB_OK)
        return said(result == DB_NONE ? "unknown" : "fail");
    json_t *list = json_array();
    for (size_t i = 0; i < view->n_offers; i++)
        json_array_append_new(list, offer_json(&view->offers[i]));
    return json_pack("{s:s, s:i, s:s, s:i, s:o}", "result", "done", "version", (int)view->version,
                     "state", view->state, "statements", (int)db_statements(db), "offers", list);
}

static size_t points_of(struct act_point points[ACT_POINTS_MAX])
{
    size_t n = 0, i;
    json_t *item;
    json_array_foreach(json_object_get(order, "points"), i, item) {
        if (n < ACT_POINTS_MAX)
            points[n++] = (struct act_point){json_string_value(json_array_get(item, 0)),
                                             json_string_value(json_array_get(item, 1))};
    }
    return n;
}

static struct act_input input_of(const struct act_point *points, size_t n)
{
    struct act_input in = {
        .dossier = (uint64_t)number("dossier"),
        .branch = (uint64_t)number("branch"),
        .code = text("code"),
        .version = (unsigned)number("version"),
        .person = *text("person") ? user_of(text("person")) : (uint64_t)number("person"),
        .unit = unit_of(text("unit")),
        .reason = text("reason"),
        .note = text("note"),
        .title = text("title"),
        .outcome = text("outcome"),
        .shelf = text("shelf"),
        .receiver = text("receiver"),
        .tracking = text("tracking"),
        .receipt_no = text("receipt_no"),
        .receiver_role = text("receiver_role"),
        .identity_checked = flag("identity_checked"),
        .signed_for = flag("signed_for"),
        .amount = number("amount"),
        .points = points,
        .n_points = n,
    };
    if (*text("day"))
        (void)civil_parse(text("day"), &in.day);
    return in;
}

static json_t *outcome_json(enum act_result result, const struct act_outcome *out)
{
    static const char *const results[] = {"done", "unknown", "moved", "refused", "wrong", "fail"};
    return json_pack("{s:s, s:i, s:i, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s}", "result",
                     results[result], "seq", (int)out->seq, "version", (int)out->version, "by",
                     out->by, "by_unit", out->unit, "what", out->what, "at", civil_text(&out->at),
                     "blocked", out->blocked, "obstacle",
                     out->obstacle < FACT_END ? guard_fact_names[out->obstacle] : "", "holder",
                     out->holder, "field", out->field, "error", out->error, "paper", out->paper);
}

/* What is not done is committed all the same: nothing may have been written. */
static json_t *do_act(void)
{
    struct act_point points[ACT_POINTS_MAX];
    struct act_input in = input_of(points, points_of(points));
    struct act_outcome out = {.by = "", .unit = "", .what = "", .blocked = "", .holder = "",
                              .field = "", .error = "", .paper = "", .obstacle = FACT_END};
    if (db_begin_numbering(db) != DB_OK)
        return said("fail");
    db_count_from_here(db);
    fault_set(text("fault"));
    enum act_result result = act_do(db, arena, &scope, user, &now, &in, &out);
    unsigned statements = db_statements(db);
    if (result == ACT_FAIL && !*text("fault"))
        fprintf(stderr, "act %s: %s\n", in.code, db_last_text(db));
    if (result == ACT_FAIL || db_commit(db) != DB_OK) {
        db_rollback(db);
        return said("fail");
    }
    json_t *json = outcome_json(result, &out);
    json_object_set_new(json, "statements", json_integer(statements));
    return json;
}

static json_t *do_people(void)
{
    struct act_person people[ACT_PEOPLE_MAX];
    size_t n;
    if (act_people(db, arena, &now, (enum role)number("role"), unit_of(text("unit")), people, &n) ==
        DB_FAIL)
        return said("fail");
    json_t *list = json_array();
    for (size_t i = 0; i < n; i++)
        json_array_append_new(list, json_pack("{s:I, s:s, s:i, s:b}", "id", (json_int_t)people[i].id,
                                              "name", people[i].name, "tasks",
                                              (int)people[i].open_tasks, "away",
                                              (int)people[i].away));
    return json_pack("{s:s, s:o}", "result", "done", "people", list);
}

/* ---- due times and reach -------------------------------------------------------------------------------------- */

static json_t *do_due(void)
{
    enum { ROWS = 400 };
    struct dossier_due due;
    struct worktime_result result;
    struct worktime_row *rows = arena_take_array(arena, ROWS, sizeof *rows);
    size_t n = 0;
    if (dossier_due(db, arena, (uint64_t)number("dossier"), &due) != DB_OK)
        return said("unknown");
    if (due.known)
        (void)worktime_trace(due.calendar, &due.request, &result, rows, ROWS, &n);
    return json_pack("{s:s, s:b, s:b, s:s, s:s, s:s, s:i}", "result", "done", "known",
                     (int)due.known, "standing", (int)due.standing, "due", minute_text(due.due),
                     "counted", minute_text(due.counted), "stored", minute_text(due.stored), "days",
                     (int)n);
}

static json_t *do_reach(void)
{
    enum db_result result = dossier_reach(db, arena, &scope, (uint64_t)number("dossier"));
    return said(result == DB_OK ? "done" : result == DB_NONE ? "unknown" : "fail");
}

static json_t *do_seen(void)
{
    return said(dossier_seen(db, user, (uint64_t)number("dossier"), "view", &now) == DB_OK ? "done"
                                                                                           : "fail");
}

/* ---- looking ------------------------------------------------------------------------------------------ */

static bool row_keep(void *context, const struct db_row *row)
{
    json_t *cells = json_array();
    for (size_t i = 0; i < row->columns; i++)
        json_array_append_new(cells, json_string(row->text[i] ? row->text[i] : "NULL"));
    json_array_append_new(context, cells);
    return true;
}

/* As the staff program sees it. */
static json_t *do_select(void)
{
    json_t *rows = json_array();
    if (db_each(db, text("sql"), DB_ARGS(), row_keep, rows) == DB_FAIL) {
        json_decref(rows);
        return said("fail");
    }
    return json_pack("{s:s, s:o}", "result", "done", "rows", rows);
}

/* ---- one order after the other ------------------------------------------------------------------------------- */

static json_t *run(void)
{
    static const struct {
        const char *name;
        json_t *(*run)(void);
    } orders[] = {{"receive", do_receive}, {"offers", do_offers}, {"act", do_act},
                  {"people", do_people},   {"due", do_due},       {"reach", do_reach},
                  {"seen", do_seen},       {"select", do_select}};
    fault_set("");
    user = user_of(text("user"));
    if (!civil_parse(text("now"), &now) || scope_load(db, arena, user, &now, &scope) != DB_OK)
        return said("bad order");
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
        if (strcmp(text("do"), orders[i].name) == 0)
            return orders[i].run();
    return said("bad order");
}

int main(void)
{
    char *line = NULL;
    size_t room = 0;
    if (!settings_read("motcua-staff") || !token_init())
        return 1;
    db = db_open();
    arena = arena_open(0);
    while (getline(&line, &room, stdin) > 0) {
        order = json_loads(line, 0, NULL);
        json_t *answer = order ? run() : said("bad order");
        char *out = json_dumps(answer, JSON_COMPACT);
        puts(out);
        fflush(stdout);
        free(out);
        json_decref(answer);
        json_decref(order);
        arena_clear(arena);
    }
    free(line);
    db_close(db);
    arena_close(arena);
    return 0;
}
