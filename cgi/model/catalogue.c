/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Which snapshot is in force, and how it is renewed.
 */
#include "model/catalogue.h"

#include <malloc.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "lib/clock.h"
#include "lib/log.h"
#include "model/catalogue_read.h"

enum {
    CHECK_MS = 1000,   /* the version row is asked at most so often */
    SPREAD_MS = 500,   /* workers that learn of a change together read it apart */
    PATIENCE_MS = 5000, /* after a failure, the next try */
    SUCCESSOR_MS = 4000 /* so long a worker that inherited its catalogue waits to be replaced */
};

static struct {
    struct catalogue *catalogue;
    int64_t checked_ms; /* when the version was last asked, 0: never */
    int64_t check_ms;   /* when it may be asked again */
    int64_t renew_ms;   /* when the new one is read, 0: nothing new is known */
    int day;            /* when it was read: agencies and words come and go with a date */
    uint64_t edition; /* of the snapshot, counted in this process */
    bool inherited;     /* the parent looks for new ones, too, and replaces its workers */
} now;

const char *reading_text(struct catalogue_reading *reading, const struct db_row *row, size_t column)
{
    return catalogue_text(&reading->texts, row->text[column]);
}

int64_t row_number(const struct db_row *row, size_t column, int64_t fallback)
{
    return row->text[column] ? strtoll(row->text[column], NULL, 10) : fallback;
}

unsigned row_word(const struct db_row *row, size_t column, const char *const *words)
{
    for (unsigned i = 0; row->text[column] && words[i]; i++)
        if (strcmp(row->text[column], words[i]) == 0)
            return i;
    return 0;
}

static bool version_row(void *context, const struct db_row *row)
{
    *(uint64_t *)context = (uint64_t)row_number(row, 0, 0);
    return true;
}

static bool read_version(struct db *db, uint64_t *version)
{
    *version = 0;
    return db_each(db, "select version from catalogue_version where id = 1", DB_ARGS(), version_row,
                   version) != DB_FAIL;
}

static bool read_all(struct catalogue_reading *r)
{
    struct catalogue *c = r->catalogue;
    if (!read_version(r->db, &c->version) || site_load(r->db, c->arena, &c->site) == DB_FAIL ||
        !catalogue_read_places(r) || !catalogue_read_forms(r) || !catalogue_read_procedures(r) ||
        !catalogue_read_parts(r) || !catalogue_read_events(r) || !catalogue_read_index(r))
        return false;
    catalogue_arrange(r);
    return true;
}

struct catalogue_related {
    uint32_t n; /* places found + 1; 0: not looked for yet */
    uint32_t places[CATALOGUE_RELATED];
};

struct catalogue *catalogue_open(struct db *db)
{
    struct arena *arena = arena_open(0);
    struct catalogue *catalogue = arena_take(arena, sizeof *catalogue);
    catalogue->arena = arena;
    struct catalogue_reading reading = { .db = db, .catalogue = catalogue };
    struct civil today = clock_now();
    date_format_iso(reading.today, &today);
    catalogue_texts_init(&reading.texts, arena);

    bool ok = db_begin_snapshot(db) == DB_OK && read_all(&reading);
    if (ok)
        ok = db_commit(db) == DB_OK;
    else
        db_rollback(db);
    catalogue_texts_release(&reading.texts);
    if (!ok) {
        catalogue_close(catalogue);
        return NULL;
    }
    catalogue->related =
        arena_take_array(arena, catalogue->n_procedures + 1, sizeof *catalogue->related);
    return catalogue;
}

void catalogue_close(struct catalogue *catalogue)
{
    if (!catalogue)
        return;
    search_close(catalogue->index);
    arena_close(catalogue->arena); /* the snapshot itself lives in it */
}

size_t catalogue_size(const struct catalogue *catalogue)
{
    return arena_used(catalogue->arena) + search_size(catalogue->index);
}

static int today(void)
{
    struct civil moment = clock_now();
    return civil_day(&moment);
}

static bool is_current(uint64_t version)
{
    return version == now.catalogue->version && today() == now.day;
}

static void renew(struct db *db, int64_t ms)
{
    int day = today();
    struct catalogue *fresh = catalogue_open(db);
    if (!fresh) {
        now.renew_ms = ms + PATIENCE_MS;
        log_warn("the catalogue cannot be read%s", now.catalogue ? "; the old one stays" : "");
        return;
    }
    catalogue_close(now.catalogue);
    now.catalogue = fresh;
    now.edition++;
    now.day = day;
    now.renew_ms = 0;
    malloc_trim(0); /* the old one and what reading took go back to the system */
    log_info("catalogue %llu: %u procedures, %zu KiB and %zu KiB of index, read in %lld ms",
             (unsigned long long)fresh->version, fresh->n_procedures,
             arena_used(fresh->arena) / 1024, search_size(fresh->index) / 1024,
             (long long)(clock_monotonic_ms() - ms));
}

/* When a worker reads what it has just learned of: normally never, because the parent replaces it. */
static int64_t renewal(int64_t ms, bool awake)
{
    if (now.inherited)
        return ms + SUCCESSOR_MS + randombytes_uniform(SPREAD_MS);
    return awake ? ms + randombytes_uniform(SPREAD_MS) : ms;
}

/*
 * A worker that has asked a moment ago learns of the change together with all others, and waits a
 * little so that not all of them read at once. One that has slept longer reads at once: its visitor
 * must not be shown what was replaced long before.
 */
static void check(struct db *db, int64_t ms)
{
    bool awake = now.checked_ms && ms - now.checked_ms < CHECK_MS + SPREAD_MS;
    uint64_t version;
    if (!read_version(db, &version)) {
        now.check_ms = ms + PATIENCE_MS;
        return;
    }
    now.checked_ms = ms;
    now.check_ms = ms + CHECK_MS;
    if (!is_current(version) && now.renew_ms == 0)
        now.renew_ms = renewal(ms, awake);
}

const struct catalogue *catalogue_now(struct db *db)
{
    int64_t ms = clock_monotonic_ms();
    if (!now.catalogue) {
        renew(db, ms); /* each request tries: it has nothing else to answer with */
        now.renew_ms = 0;
        now.checked_ms = ms;
        now.check_ms = ms + CHECK_MS;
        return now.catalogue;
    }
    if (ms >= now.check_ms)
        check(db, ms);
    if (now.renew_ms && ms >= now.renew_ms)
        renew(db, ms);
    return now.catalogue;
}

bool catalogue_hold(struct db *db)
{
    int64_t ms = clock_monotonic_ms();
    if (ms < now.renew_ms) /* the last try failed */
        return false;
    now.inherited = true;
    now.renew_ms = 0;
    now.checked_ms = ms;
    now.check_ms = ms + CHECK_MS;
    uint64_t version;
    if (now.catalogue && !read_version(db, &version)) {
        now.renew_ms = ms + PATIENCE_MS;
        return false;
    }
    if (now.catalogue && is_current(version))
        return false;
    const struct catalogue *before = now.catalogue;
    renew(db, ms);
    return now.catalogue != before;
}

const struct catalogue *catalogue_held(void)
{
    return now.catalogue;
}

uint64_t catalogue_edition(struct db *db)
{
    return now.catalogue && catalogue_now(db) ? now.edition : 0;
}

void catalogue_release(void)
{
    catalogue_close(now.catalogue);
    memset(&now, 0, sizeof now);
}

/* ---- by what stands in addresses --------------------------------------------------------- */

const struct catalogue_procedure *catalogue_procedure(const struct catalogue *catalogue,
                                                      const char *code)
{
    uint32_t low = 0, high = catalogue->n_procedures;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const struct catalogue_procedure *p = &catalogue->procedures[catalogue->by_code[middle]];
        int order = strcmp(p->code, code);
        if (order == 0)
            return p;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

const struct catalogue_withdrawn *catalogue_withdrawn(const struct catalogue *catalogue,
                                                      const char *code)
{
    for (uint32_t i = 0; i < catalogue->n_withdrawn; i++)
        if (strcmp(catalogue->withdrawn[i].code, code) == 0)
            return &catalogue->withdrawn[i];
    return NULL;
}

const struct catalogue_agency *catalogue_agency(const struct catalogue *catalogue, const char *code)
{
    for (uint32_t i = 0; i < catalogue->n_agencies; i++)
        if (strcmp(catalogue->agencies[i].code, code) == 0)
            return &catalogue->agencies[i];
    return NULL;
}

const struct catalogue_field *catalogue_field(const struct catalogue *catalogue, const char *code)
{
    for (uint32_t i = 0; i < catalogue->n_fields; i++)
        if (strcmp(catalogue->fields[i].code, code) == 0)
            return &catalogue->fields[i];
    return NULL;
}

const struct catalogue_event *catalogue_event(const struct catalogue *catalogue, const char *slug)
{
    for (uint32_t i = 0; i < catalogue->n_events; i++)
        if (strcmp(catalogue->events[i].slug, slug) == 0)
            return &catalogue->events[i];
    return NULL;
}

uint32_t catalogue_place(const struct catalogue *catalogue,
                         const struct catalogue_procedure *procedure)
{
    return (uint32_t)(procedure - catalogue->procedures);
}

bool catalogue_is_foreign(const struct catalogue *catalogue,
                          const struct catalogue_procedure *procedure)
{
    const char *here = catalogue->site.place;
    return procedure->source == SOURCE_SPECIFIC &&
           !(*here && strstr(procedure->promulgator, here));
}

const struct catalogue_form *catalogue_form_of(const struct catalogue *catalogue,
                                               const struct catalogue_procedure *procedure)
{
    uint32_t form = procedure->form != CATALOGUE_NONE ? procedure->form : catalogue->general_form;
    return form == CATALOGUE_NONE ? NULL : &catalogue->forms[form];
}

/* ---- related -------------------------------------------------------------------------------- */

struct neighbours {
    const struct catalogue *catalogue;
    uint32_t self, field;
};

static bool is_neighbour(const void *context, uint32_t document)
{
    const struct neighbours *n = context;
    return document != n->self && n->catalogue->procedures[document].field == n->field;
}

static void related_find(const struct catalogue *catalogue,
                         const struct catalogue_procedure *procedure,
                         struct catalogue_related *related)
{
    struct neighbours neighbours = { catalogue, catalogue_place(catalogue, procedure),
                                     procedure->field };
    struct search_filter filter = { is_neighbour, &neighbours };
    struct search_answer answer;
    search_run(catalogue->index, procedure->name, &filter, &answer);
    uint32_t n = 0;
    for (size_t i = 0; i < answer.total && n < CATALOGUE_RELATED; i++)
        related->places[n++] = answer.hits[i].document;
    related->n = n + 1;
}

size_t catalogue_related(const struct catalogue *catalogue,
                         const struct catalogue_procedure *procedure,
                         uint32_t out[CATALOGUE_RELATED])
{
    struct catalogue_related *related = &catalogue->related[catalogue_place(catalogue, procedure)];
    if (related->n == 0)
        related_find(catalogue, procedure, related);
    memcpy(out, related->places, sizeof related->places);
    return related->n - 1;
}
