/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/worklist.h"

#include <stdlib.h>
#include <string.h>

#include "lib/buffer.h"
#include "model/worklist_keys.h"

/*
 * One range of an index for each key, each read no further than a page, is the cheapest while keys are few.
 * Whoever sees more desks than this sees a good part of all: then all are read in order, and those of others
 * are left out on the way.
 */
enum { ARMS_MAX = 24, VALUES_MAX = 512, SQL_BYTES = 64 * 1024 };

static const char beginning[] = "1000-01-01 00:00:00", never[] = "9999-12-31 23:59:59";

/* A statement under way. */
struct query {
    struct arena *arena;
    const struct worklist_ask *ask;
    struct worklist_keys keys;
    struct buffer sql;
    struct db_value *values;
    size_t n;
    const char *least, *most, *place; /* bounds of the order, and where the page begins */
    bool down;                        /* read from the latest */
    bool filtered;
};

static void value(struct query *q, struct db_value value)
{
    if (q->n < VALUES_MAX)
        q->values[q->n++] = value;
}

static void text(struct query *q, const char *text)
{
    value(q, db_text(text));
}

static void number(struct query *q, uint64_t number)
{
    value(q, db_number((int64_t)number));
}

static const char *moment(struct arena *arena, const struct civil *at)
{
    char out[DATE_TEXT_MAX];
    return arena_copy(arena, date_format_iso_time(out, at));
}

static const char *later(const char *a, const char *b)
{
    return strcmp(a, b) > 0 ? a : b;
}

static const char *earlier(const char *a, const char *b)
{
    return strcmp(a, b) < 0 ? a : b;
}

/* ---- what is asked for ----------------------------------------------------------------------- */

static bool is_filtered(const struct worklist_filter *f)
{
    return f->procedure || f->field || f->person || *f->step || *f->channel;
}

static void bounds(struct query *q)
{
    const struct worklist_ask *ask = q->ask;
    q->least = beginning;
    q->most = never;
    if (ask->tab == TAB_DONE) {
        struct civil since =
            civil_from_minute(civil_minute(&ask->now) - WORKLIST_DONE_DAYS * DATE_DAY_MINUTES);
        q->least = moment(q->arena, &since);
    }
    if (ask->tab == TAB_DUE)
        q->most = moment(q->arena, &ask->soon);
    if (ask->filter.from.year)
        q->least = later(q->least, moment(q->arena, &ask->filter.from));
    if (ask->filter.to.year) {
        struct civil end = ask->filter.to;
        end.hour = 23;
        end.minute = end.second = 59;
        q->most = earlier(q->most, moment(q->arena, &end));
    }
    q->down = (ask->tab == TAB_DONE) != ask->place.back;
    q->place = q->down ? never : beginning;
    if (!ask->place.task)
        return;
    q->place = moment(q->arena, &ask->place.order);
    if (q->down)
        q->most = earlier(q->most, q->place);
    else
        q->least = later(q->least, q->place);
}

static void query_open(struct query *q, struct arena *arena, const struct scope *scope,
                       const struct worklist_ask *ask)
{
    *q = (struct query){
        .arena = arena,
        .ask = ask,
        .values = arena_take_array(arena, VALUES_MAX + 1, sizeof *q->values),
        .filtered = is_filtered(&ask->filter),
    };
    worklist_keys(arena, scope, ask->user, ask->tab, &q->keys);
    buffer_init(&q->sql, SQL_BYTES);
    bounds(q);
}

/* ---- which tasks ----------------------------------------------------------------------------- */

static void filter_add(struct query *q)
{
    const struct worklist_filter *f = &q->ask->filter;
    buffer_text(&q->sql, " and (? = 0 or d.procedure_id = ?) and (? = 0 or pr.field_id = ?)"
                         " and (? = 0 or t.assignee_id = ?) and (? = '' or s.code = ?)"
                         " and (? = '' or d.channel = ?)");
    number(q, f->procedure), number(q, f->procedure);
    number(q, f->field), number(q, f->field);
    number(q, f->person), number(q, f->person);
    text(q, f->step), text(q, f->step);
    text(q, f->channel), text(q, f->channel);
}

/* One arm of the union: `index` and `where` say how its tasks are found. */
static void arm(struct query *q, const char *from, const char *where,
                const struct worklist_key *key)
{
    bool done = q->ask->tab == TAB_DONE;
    buffer_text(&q->sql, done ? "(select t.id as id, t.closed_at as o from "
                              : "(select t.id as id, t.order_at as o from ");
    buffer_text(&q->sql, from);
    if (q->filtered)
        buffer_text(&q->sql, " straight_join branch b on b.id = t.branch_id"
                             " straight_join dossier d on d.id = b.dossier_id"
                             " straight_join `procedure` pr on pr.id = d.procedure_id"
                             " left join wf_step s on s.id = t.step_id");
    buffer_text(&q->sql, done ? " where t.closed_at >= ? and t.closed_at <= ?"
                              : " where t.closed_at is null and t.lane = ? and t.order_at >= ?"
                                " and t.order_at <= ?");
    if (!done)
        text(q, worklist_lane(q->ask->tab));
    text(q, q->least), text(q, q->most);
    buffer_text(&q->sql, where);
    if (key && key->role)
        text(q, role_names[key->role]);
    if (key)
        number(q, key->id);
    if (q->ask->place.task) {
        buffer_text(&q->sql, done ? " and (t.closed_at <> ? or t.id " : " and (t.order_at <> ? or t.id ");
        buffer_text(&q->sql, q->down ? "< ?)" : "> ?)");
        text(q, q->place);
        number(q, q->ask->place.task);
    }
    if (q->filtered)
        filter_add(q);
    buffer_text(&q->sql, q->down ? " order by o desc, id desc limit ?)" : " order by o, id limit ?)");
    number(q, WORKLIST_PAGE + 1);
}

static void arm_of_key(struct query *q, const struct worklist_key *key)
{
    static const char *const from[] = {
        [BY_PERSON] = "task t force index (task_mine)",
        [BY_DESK] = "task t force index (task_desk)",
        [BY_DESK_AND_ROLE] = "task t force index (task_free)",
    };
    static const char *const where[] = {
        [BY_PERSON] = " and t.assignee_id = ?",
        [BY_DESK] = " and t.desk_id = ?",
        [BY_DESK_AND_ROLE] = " and t.assignee_id is null and t.role = ? and t.desk_id = ?",
    };
    bool done_by = q->ask->tab == TAB_DONE && q->keys.by == BY_PERSON;
    arm(q, done_by ? "task t force index (task_done)" : from[q->keys.by], where[q->keys.by], key);
}

#define KEYS "(select distinct k, r from json_table(?, '$[*]' columns (k int unsigned path '$.k'," \
             " r varchar(12) path '$.r')) j) z"

static void arm_of_all(struct query *q)
{
    if (q->keys.everywhere) {
        arm(q, "task t force index (task_all)",
            q->keys.by == BY_DESK_AND_ROLE ? " and t.assignee_id is null" : "", NULL);
        return;
    }
    text(q, q->keys.json);
    if (q->keys.by == BY_DESK_AND_ROLE)
        arm(q, KEYS " straight_join task t force index (task_free) on t.desk_id = z.k and t.role = z.r"
                    " and t.assignee_id is null", "", NULL);
    else if (q->keys.by == BY_DESK)
        arm(q, "task t force index (task_all) straight_join " KEYS " on z.k = t.desk_id", "", NULL);
    else
        arm(q, KEYS " straight_join task t on t.assignee_id = z.k", "", NULL);
}

/* As many arms as the next of a few sizes, so that statements are few; those left over find nothing. */
static void arms(struct query *q)
{
    static const size_t sizes[] = {1, 2, 4, 8, 16, ARMS_MAX};
    const struct worklist_key nobody = {0, q->keys.by == BY_DESK_AND_ROLE ? ROLE_CLERK : 0};
    if (q->keys.everywhere || q->keys.n > ARMS_MAX) {
        arm_of_all(q);
        return;
    }
    size_t size = 0;
    while (sizes[size] < q->keys.n)
        size++;
    for (size_t i = 0; i < sizes[size]; i++) {
        buffer_text(&q->sql, i ? " union all " : "");
        arm_of_key(q, i < q->keys.n ? &q->keys.keys[i] : &nobody);
    }
}

/* ---- rows ------------------------------------------------------------------------------------- */

static struct civil when(const char *text)
{
    struct civil at = {0};
    if (text)
        civil_parse(text, &at);
    return at;
}

struct reading {
    struct arena *arena;
    struct worklist_page *page;
    size_t seen;
};

static bool page_row(void *context, const struct db_row *r)
{
    struct reading *reading = context;
    if (reading->seen++ >= WORKLIST_PAGE)
        return false;
    const char *t[24];
    for (size_t i = 0; i < r->columns; i++)
        t[i] = arena_copy(reading->arena, r->text[i]);
    reading->page->rows[reading->page->n++] = (struct worklist_row){
        .task = strtoull(t[0], NULL, 10),
        .order = when(t[1]),
        .dossier = strtoull(t[2], NULL, 10),
        .number = t[3],
        .state = t[4],
        .dossier_due = when(t[5]),
        .procedure = t[6],
        .procedure_en = t[7],
        .applicant = t[8],
        .phone = t[9],
        .step = t[10],
        .step_en = t[11],
        .holder_id = strtoull(t[12], NULL, 10),
        .holder = t[13],
        .unit = t[14],
        .unit_code = t[15],
        .due = when(t[16]),
        .opened = when(t[17]),
        .closed = when(t[18]),
        .branch = t[19],
        .standing = *t[20] == '1',
        .shelf = t[21],
    };
    return true;
}

static void rows_reverse(struct worklist_page *page)
{
    for (size_t i = 0; i < page->n / 2; i++) {
        struct worklist_row row = page->rows[i];
        page->rows[i] = page->rows[page->n - 1 - i];
        page->rows[page->n - 1 - i] = row;
    }
}

enum db_result worklist_read(struct db *db, struct arena *arena, const struct scope *scope,
                             const struct worklist_ask *ask, struct worklist_page *page)
{
    struct query q;
    *page = (struct worklist_page){.n = 0};
    query_open(&q, arena, scope, ask);
    buffer_text(
        &q.sql,
        "select k.id, k.o, d.id, d.number, d.state, d.due_at, r.name, r.name_en, p.name, p.phone,"
        " s.name, s.name_en, t.assignee_id, u.name, if(a.short = '', a.name, a.short), a.code, t.due_at,"
        " t.opened_at, t.closed_at, b.kind,"
        " exists(select 1 from clock c join clock_pause w on w.open_key = c.id"
        "  where c.dossier_id = d.id and c.branch_id is null and c.task_id is null),"
        " y.shelf from (");
    arms(&q);
    buffer_text(&q.sql, q.down ? " order by o desc, id desc limit ?) k" : " order by o, id limit ?) k");
    number(&q, WORKLIST_PAGE + 1);
    buffer_text(&q.sql, " straight_join task t on t.id = k.id"
                        " straight_join branch b on b.id = t.branch_id"
                        " straight_join dossier d on d.id = b.dossier_id"
                        " straight_join procedure_rev r on r.id = d.rev_id"
                        " straight_join agency a on a.id = t.unit_id"
                        " left join party p on p.dossier_id = d.id and p.role = 'applicant'"
                        " left join wf_step s on s.id = t.step_id"
                        " left join user u on u.id = t.assignee_id"
                        " left join result y on y.dossier_id = d.id");
    buffer_text(&q.sql, q.down ? " order by k.o desc, k.id desc" : " order by k.o, k.id");
    q.values[q.n] = (struct db_value){.type = DB_END};
    struct reading reading = {.arena = arena, .page = page};
    enum db_result result = db_each(db, q.sql.bytes, q.values, page_row, &reading);
    buffer_release(&q.sql);
    if (result == DB_FAIL)
        return DB_FAIL;
    bool more = reading.seen > WORKLIST_PAGE;
    page->before = ask->place.back ? more : ask->place.task != 0;
    page->after = ask->place.back ? true : more;
    if (ask->place.back)
        rows_reverse(page);
    return DB_OK;
}
