/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <stdlib.h>

#include "lib/damm.h"
#include "lib/text.h"
#include "lib/token.h"
#include "model/calendar.h"
#include "model/dossier_due.h"
#include "motcua/sample.h"

#define LOOKUP_DAYS 90 /* a look-up code works so long after its dossier was closed */

/* One item of the file, waiting for its turn. */
struct waiting {
    json_t *item;
    const char *where;
    int64_t received; /* -1 for those never received */
    size_t place;
    const char *prefix;
    const char *number;
};

struct counted { /* last number of a prefix and day */
    const char *scope, *period;
    int64_t n;
};

static struct waiting *waiting;
static size_t n_waiting, room;
static struct map *prefixes, *counters;
static const char *pattern;

enum db_result sample_dossiers_begin(struct sample *sample)
{
    n_waiting = room = 0;
    waiting = NULL;
    prefixes = map_open(sample->arena);
    counters = map_open(sample->arena);
    pattern = sample_setting(sample->db, sample->arena, "dossier_number_pattern");
    if (sample_prefixes(sample->db, sample->arena, prefixes) == DB_FAIL)
        return DB_FAIL;
    return sample_time_begin(sample);
}

/* Takes note of an item; it is read when its number is known. */
enum db_result sample_dossier(struct sample *sample, struct record *record)
{
    if (n_waiting == room) {
        struct waiting *more = arena_take_array(sample->arena, room ? room * 2 : 256, sizeof *more);
        if (n_waiting)
            memcpy(more, waiting, n_waiting * sizeof *more);
        waiting = more;
        room = room ? room * 2 : 256;
    }
    const char *agency = record_need(record, "agency");
    int64_t received = sample_minute(record, record_text(record, "received"));
    if (record->wrong)
        return DB_NONE;
    waiting[n_waiting++] = (struct waiting){
        .item = record->object,
        .where = record->where,
        .received = received,
        .place = sample->place,
        .prefix = map_get(prefixes, agency),
        .number = record_text(record, "number"),
    };
    return DB_OK;
}

/* ---- numbers ----------------------------------------------------------------------------------- */

static int by_reception(const void *left, const void *right)
{
    const struct waiting *l = left, *r = right;
    if (l->received != r->received)
        return l->received < r->received ? -1 : 1;
    return l->place < r->place ? -1 : 1;
}

/* {prefix} {yymmdd} {yyyymmdd} {n4} {n7} of the setting dossier_number_pattern. */
static const char *number_format(struct arena *arena, const char *prefix,
                                 const struct civil *day, int64_t n)
{
    const char *out = "";
    for (const char *at = pattern; *at;) {
        if (text_starts(at, "{prefix}")) {
            out = arena_format(arena, "%s%s", out, prefix);
            at += 8;
        } else if (text_starts(at, "{yymmdd}")) {
            out = arena_format(arena, "%s%02d%02d%02d", out, day->year % 100, day->month, day->day);
            at += 8;
        } else if (text_starts(at, "{yyyymmdd}")) {
            out = arena_format(arena, "%s%04d%02d%02d", out, day->year, day->month, day->day);
            at += 10;
        } else if (text_starts(at, "{n4}") || text_starts(at, "{n7}")) {
            out = arena_format(arena, "%s%0*lld", out, at[2] - '0', (long long)n);
            at += 4;
        } else {
            out = arena_format(arena, "%s%c", out, *at++);
        }
    }
    return out;
}

static bool number_give(struct sample *sample, struct waiting *one)
{
    if (*one->number || one->received < 0)
        return true;
    if (!one->prefix) {
        tool_fail(sample->tool, "%s: no agency above has a prefix for its number.", one->where);
        return false;
    }
    struct civil day = civil_from_minute(one->received);
    const char *scope = arena_format(sample->arena, "dossier:%s", one->prefix);
    const char *period = arena_format(sample->arena, "%02d%02d%02d", day.year % 100, day.month, day.day);
    const char *key = arena_format(sample->arena, "%s %s", scope, period);
    struct counted *counted = map_get(counters, key);
    if (!counted) {
        counted = arena_take(sample->arena, sizeof *counted);
        *counted = (struct counted){.scope = scope, .period = period};
        map_put(counters, key, counted);
    }
    one->number = number_format(sample->arena, one->prefix, &day, ++counted->n);
    if (counted->n == 1)
        return sample_put(sample->db, SAMPLE_SEQUENCE,
                          DB_ARGS(db_text(scope), db_text(period), db_number(1))) != DB_FAIL;
    return sample_put(sample->db, SAMPLE_SEQUENCE_NEXT,
                      DB_ARGS(db_number(counted->n), db_text(scope), db_text(period))) != DB_FAIL;
}

/* ---- the time limit --------------------------------------------------------------------------------- */

struct deadline {
    struct db_value rule;
    int64_t due, first_due, extended;
};

static int64_t due_of(const struct dossier_draft *draft, const struct worktime_request *request,
                      int64_t *started)
{
    struct worktime_result result;
    if (worktime_due(draft->calendar, request, &result) != WORKTIME_DUE)
        return -1;
    *started = result.started;
    return result.due;
}

/* The new date was set knowing the pauses until then; later ones move it on. */
static void extend(const struct dossier_draft *draft, struct worktime_request *request,
                   int64_t days, int64_t apologised, struct deadline *deadline)
{
    int64_t started;
    for (size_t i = draft->n_pauses; i-- > 0 && draft->pauses[i].from >= apologised;)
        request->pause_count = i;
    int64_t promised = due_of(draft, request, &started);
    if (promised < 0)
        return;
    deadline->extended = worktime_add_days(draft->calendar, promised, (int)days);
    deadline->due = dossier_due_extended(draft->calendar, deadline->extended, apologised,
                                         draft->pauses, draft->n_pauses);
}

static enum db_result deadline_of(struct sample *sample, struct dossier_draft *draft,
                                  int64_t apology_days, int64_t apologised,
                                  struct deadline *deadline)
{
    const struct sample_procedure *procedure = draft->procedure;
    *deadline = (struct deadline){.rule = db_text(""), .due = -1, .first_due = -1, .extended = -1};
    draft->started = draft->received;
    if (draft->received < 0 || !*procedure->term_unit)
        return DB_OK;
    struct worktime_request request = {.received = draft->received};
    const char *term = arena_format(sample->arena, "%lld %s", (long long)procedure->term_value,
                                    procedure->term_unit);
    if (strcmp(procedure->term_unit, "same_day") == 0)
        term = procedure->term_unit;
    if (!worktime_term_parse(term, &request.term)) {
        record_wrong(draft->record, "the term \"%s\" cannot be counted", term);
        return DB_NONE;
    }
    if (calendar_rule(sample->db, sample->arena, &request.term, &request.rule) == DB_FAIL)
        return DB_FAIL;
    deadline->rule = db_text(
        worktime_rule_format(arena_take(sample->arena, WORKTIME_TEXT_MAX), &request.rule));
    deadline->first_due = due_of(draft, &request, &draft->started);
    request.pauses = draft->pauses;
    request.pause_count = draft->n_pauses;
    int64_t started;
    deadline->due = due_of(draft, &request, &started);
    if (apology_days > 0)
        extend(draft, &request, apology_days, apologised, deadline);
    return DB_OK;
}

/* ---- the dossier itself -------------------------------------------------------------------------------- */

/* Times of the dossier's own row. */
struct moments {
    int64_t submitted, decided, ready, returned, closed, state, apologised;
};

static bool pauses_read(struct dossier_draft *draft)
{
    for (size_t i = 0; i < json_array_size(draft->pause_list); i++) {
        json_t *item = json_array_get(draft->pause_list, i);
        const char *from = json_string_value(json_object_get(item, "from"));
        const char *to = json_string_value(json_object_get(item, "to"));
        if (draft->n_pauses == WORKTIME_PAUSES_MAX || !from) {
            record_wrong(draft->record, "pause %zu has no beginning, or there are too many", i + 1);
            return false;
        }
        struct worktime_pause *pause = &draft->pauses[draft->n_pauses++];
        pause->from = sample_minute(draft->record, from);
        pause->to = to ? sample_minute(draft->record, to) : WORKTIME_OPEN;
    }
    return !draft->record->wrong;
}

/* Since when it is in its state: said, or the last event that changed it. */
static int64_t state_since(struct dossier_draft *draft, const char *said)
{
    if (*said)
        return sample_minute(draft->record, said);
    const char *last = "";
    for (size_t i = 0; i < json_array_size(draft->events); i++) {
        json_t *event = json_array_get(draft->events, i);
        if (json_string_value(json_object_get(event, "to")))
            last = json_string_value(json_object_get(event, "at"));
    }
    if (!last || !*last)
        record_wrong(draft->record, "it is not said since when it is in its state");
    return last && *last ? sample_minute(draft->record, last) : -1;
}

static int64_t first_of(int64_t a, int64_t b)
{
    return a < 0 ? b : b < 0 || a < b ? a : b;
}

static int64_t apology_read(struct dossier_draft *draft, struct moments *moments)
{
    json_t *object = record_object(draft->record, "apology");
    moments->apologised = -1;
    if (!object)
        return 0;
    struct record apology;
    record_open(&apology, draft->record->arena, object, draft->record->where);
    moments->apologised = sample_minute(&apology, record_need(&apology, "at"));
    int64_t days = record_number(&apology, "workdays", 0);
    if (!record_close(&apology))
        draft->record->wrong = apology.wrong;
    return days;
}

static enum db_result missing_papers(struct sample *sample, struct dossier_draft *draft, json_t *list)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        int64_t position = json_integer_value(json_array_get(list, i));
        enum db_result result = sample_put(sample->db, SAMPLE_DOSSIER_PAPER_MISSING,
                                           DB_ARGS(db_number(draft->id), db_number(position)));
        if (result == DB_NONE)
            record_wrong(draft->record, "paper %lld is not one of its papers", (long long)position);
        if (result != DB_OK)
            return result;
    }
    return DB_OK;
}

static void times_read(struct dossier_draft *draft, struct moments *moments)
{
    struct record *record = draft->record;
    draft->received = sample_minute(record, record_text(record, "received"));
    moments->submitted = sample_minute(record, record_text(record, "submitted"));
    moments->decided = sample_minute(record, record_text(record, "decided"));
    moments->ready = sample_minute(record, record_text(record, "ready"));
    moments->returned = sample_minute(record, record_text(record, "returned"));
    moments->closed = sample_minute(record, record_text(record, "closed"));
    moments->state = state_since(draft, record_text(record, "state_at"));
    draft->stopped = first_of(first_of(moments->decided, moments->ready), moments->closed);
}

/* The look-up code as it is stored: its keyed hash, and the code itself sealed. */
static bool lookup_read(struct record *record, uint8_t hash[TOKEN_HASH_BYTES], const char **sealed)
{
    const char *lookup = record_need(record, "lookup");
    if (strlen(lookup) != LOOKUP_CODE_DIGITS || !damm_valid(lookup, LOOKUP_CODE_DIGITS)) {
        record_wrong(record, "lookup: %s is no look-up code", lookup);
        return false;
    }
    token_keyed_hash(KEY_LOOKUP, lookup, hash);
    *sealed = token_seal(record->arena, KEY_LOOKUP, "lookup", lookup, 0);
    return true;
}

static void lists_read(struct dossier_draft *draft)
{
    draft->branches = record_list(draft->record, "branches");
    draft->pause_list = record_list(draft->record, "pauses");
    draft->supplements = record_list(draft->record, "supplements");
    draft->fees = record_list(draft->record, "fees");
    draft->result = record_object(draft->record, "result");
    draft->events = record_list(draft->record, "events");
}

/* Who and where, and what the row takes as it stands. */
struct heading {
    struct db_value agency, counter, clerk, summary, deliver_by;
    const char *channel, *state;
    json_t *applicant, *submitter, *missing;
};

static void heading_read(struct sample *sample, struct dossier_draft *draft, struct heading *heading)
{
    struct record *record = draft->record;
    const char *code = record_need(record, "procedure");
    draft->procedure = map_get(sample->procedures, code);
    if (!draft->procedure)
        record_wrong(record, "there is no procedure \"%s\"", code);
    draft->agency = record_need(record, "agency");
    heading->agency = sample_code(record, sample->agencies, "agency", draft->agency);
    heading->counter = sample_code(record, sample->agencies, "agency", record_need(record, "counter"));
    heading->clerk = sample_code(record, sample->users, "user", record_text(record, "received_by"));
    heading->channel = record_need(record, "channel");
    heading->state = record_need(record, "state");
    heading->summary = sample_text(record_text(record, "summary"));
    heading->deliver_by = sample_text(record_text(record, "deliver_by"));
    heading->applicant = record_object(record, "applicant");
    heading->submitter = record_object(record, "submitter");
    heading->missing = record_list(record, "missing");
    (void)record_text(record, "number"); /* given before */
}

static enum db_result row_store(struct sample *sample, struct dossier_draft *draft,
                                const struct heading *heading, const struct moments *at,
                                const struct deadline *deadline, const uint8_t *hash,
                                const char *sealed)
{
    struct arena *arena = sample->arena;
    const struct sample_procedure *procedure = draft->procedure;
    bool has_term = draft->received >= 0 && *procedure->term_unit;
    int64_t expires = at->closed < 0 ? -1 : at->closed + LOOKUP_DAYS * DATE_DAY_MINUTES;
    size_t events = json_array_size(draft->events);
    enum db_result result = sample_put(
        sample->db, SAMPLE_DOSSIER,
        DB_ARGS(sample_text(draft->number), db_bytes(hash, TOKEN_HASH_BYTES), db_text(sealed),
                sample_moment(arena, expires), db_number(procedure->id),
                db_number(procedure->rev_id), heading->agency, heading->counter,
                db_text(heading->channel), db_text(heading->state),
                sample_moment(arena, at->state), db_number(events ? (int64_t)events : 1),
                heading->summary, sample_moment(arena, at->submitted),
                sample_moment(arena, draft->received), sample_moment(arena, draft->started),
                has_term ? db_number(procedure->term_value) : db_null(),
                has_term ? db_text(procedure->term_unit) : db_null(), deadline->rule,
                sample_moment(arena, deadline->due), sample_moment(arena, deadline->first_due),
                sample_moment(arena, at->apologised), sample_moment(arena, deadline->extended),
                sample_moment(arena, at->decided),
                sample_moment(arena, at->ready), sample_moment(arena, at->returned),
                sample_moment(arena, at->closed), heading->deliver_by, heading->clerk));
    draft->id = (int64_t)db_inserted(sample->db);
    return result;
}

static enum db_result below_store(struct sample *sample, struct dossier_draft *draft,
                                  const struct heading *heading)
{
    if (strcmp(heading->state, "draft") != 0 &&
        sample_put(sample->db, SAMPLE_DOSSIER_PAPERS,
                   DB_ARGS(db_number(draft->id), db_number(draft->procedure->rev_id))) == DB_FAIL)
        return DB_FAIL;
    enum db_result result = missing_papers(sample, draft, heading->missing);
    if (result == DB_OK)
        result = sample_party(sample, draft, heading->applicant, "applicant");
    if (result == DB_OK)
        result = sample_party(sample, draft, heading->submitter, "submitter");
    return result == DB_OK ? sample_dossier_parts(sample, draft) : result;
}

static enum db_result dossier_store(struct sample *sample, struct dossier_draft *draft)
{
    uint8_t hash[TOKEN_HASH_BYTES];
    const char *sealed;
    struct moments at;
    struct heading heading;
    struct deadline deadline;
    lists_read(draft);
    times_read(draft, &at);
    int64_t apology_days = apology_read(draft, &at);
    heading_read(sample, draft, &heading);
    if (!lookup_read(draft->record, hash, &sealed) || !pauses_read(draft) ||
        !record_close(draft->record))
        return DB_NONE;
    draft->calendar = sample_calendar(sample, draft->agency);
    if (!draft->calendar)
        return DB_FAIL;
    enum db_result result = deadline_of(sample, draft, apology_days, at.apologised, &deadline);
    if (result == DB_OK)
        result = row_store(sample, draft, &heading, &at, &deadline, hash, sealed);
    return result == DB_OK ? below_store(sample, draft, &heading) : result;
}

enum db_result sample_dossiers_end(struct sample *sample)
{
    if (n_waiting)
        qsort(waiting, n_waiting, sizeof *waiting, by_reception);
    for (size_t i = 0; i < n_waiting; i++) {
        struct waiting *one = &waiting[i];
        if (!number_give(sample, one))
            return DB_NONE;
        struct record record;
        record_open(&record, sample->arena, one->item, one->where);
        struct dossier_draft draft = {.record = &record, .number = one->number};
        enum db_result result = dossier_store(sample, &draft);
        if (result == DB_NONE)
            tool_fail(sample->tool, "%s.", record.wrong ? record.wrong : one->where);
        else if (result == DB_FAIL)
            tool_fail_db(sample->tool, one->where);
        if (result != DB_OK)
            return DB_NONE;
    }
    return DB_OK;
}
