/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <string.h>

#include "motcua/sample.h"

#define LETTERS 26

/* One hall while it is loaded: its groups by their letter. */
struct hall_draft {
    struct sample *sample;
    int64_t id;
    int64_t groups[LETTERS];
};

/* DB_NONE and a sentence: the part is wrong. The whole takes over what is wrong with one of its parts. */
static enum db_result part_close(struct record *whole, struct record *part)
{
    if (record_close(part))
        return DB_OK;
    whole->wrong = part->wrong;
    return DB_NONE;
}

static int64_t *group_of(struct hall_draft *hall, struct record *record, const char *letter)
{
    static int64_t none;
    if (strlen(letter) == 1 && *letter >= 'A' && *letter <= 'Z')
        return &hall->groups[*letter - 'A'];
    record_wrong(record, "\"%s\" is not a letter from A to Z", letter);
    return &none;
}

static enum db_result service(struct hall_draft *hall, struct record *group, int64_t group_id, json_t *item,
                              size_t position)
{
    struct record record;
    record_open(&record, hall->sample->arena, item, group->where);
    const char *name = record_need(&record, "name");
    struct db_value name_en = sample_text(record_text(&record, "name_en"));
    json_t *fields = record_list(&record, "fields");
    if (part_close(group, &record) != DB_OK)
        return DB_NONE;
    enum db_result result = sample_put(
        hall->sample->db, SAMPLE_SERVICE,
        DB_ARGS(db_number(group_id), db_text(name), name_en, db_number((int64_t)position)));
    int64_t id = (int64_t)db_inserted(hall->sample->db);
    for (size_t i = 0; result == DB_OK && i < json_array_size(fields); i++) {
        const char *field = record_item(group, fields, i);
        result = sample_put(hall->sample->db, SAMPLE_SERVICE_FIELD, DB_ARGS(db_number(id), db_text(field)));
        if (result == DB_NONE)
            record_wrong(group, "there is no field \"%s\"", field);
    }
    return result;
}

static enum db_result group(struct hall_draft *hall, struct record *whole, json_t *item, size_t position)
{
    struct record record;
    record_open(&record, hall->sample->arena, item, whole->where);
    const char *letter = record_need(&record, "letter"), *name = record_need(&record, "name");
    struct db_value name_en = sample_text(record_text(&record, "name_en"));
    const char *kind = record_need(&record, "kind");
    int64_t minutes = record_number(&record, "minutes", 0), slots = record_number(&record, "slots", 0);
    json_t *services = record_list(&record, "services");
    int64_t *id = group_of(hall, &record, letter);
    if (part_close(whole, &record) != DB_OK)
        return DB_NONE;
    enum db_result result =
        sample_put(hall->sample->db, SAMPLE_GROUP,
                   DB_ARGS(db_number(hall->id), db_text(letter), db_text(name), name_en, db_text(kind),
                           sample_number(minutes), sample_number(slots), db_number((int64_t)position)));
    *id = (int64_t)db_inserted(hall->sample->db);
    for (size_t i = 0; result == DB_OK && i < json_array_size(services); i++)
        result = service(hall, whole, *id, json_array_get(services, i), i + 1);
    return result;
}

static enum db_result counter(struct hall_draft *hall, struct record *whole, json_t *item)
{
    struct record record;
    record_open(&record, hall->sample->arena, item, whole->where);
    int64_t number = record_number(&record, "number", 0);
    struct db_value name = sample_text(record_text(&record, "name"));
    struct db_value zone = sample_text(record_text(&record, "zone"));
    json_t *groups = record_list(&record, "groups");
    if (part_close(whole, &record) != DB_OK)
        return DB_NONE;
    enum db_result result = sample_put(hall->sample->db, SAMPLE_COUNTER,
                                       DB_ARGS(db_number(hall->id), db_number(number), name, zone));
    int64_t id = (int64_t)db_inserted(hall->sample->db);
    for (size_t i = 0; result == DB_OK && i < json_array_size(groups); i++) {
        int64_t group = *group_of(hall, whole, record_item(whole, groups, i));
        if (!group)
            record_wrong(whole, "counter %lld serves a group that is not there", (long long)number);
        result = whole->wrong ? DB_NONE
                              : sample_put(hall->sample->db, SAMPLE_COUNTER_GROUP,
                                           DB_ARGS(db_number(id), db_number(group)));
    }
    return result;
}

enum db_result sample_hall(struct sample *sample, struct record *record)
{
    struct hall_draft hall = {.sample = sample};
    const char *code = record_need(record, "code");
    struct db_value agency = sample_code(record, sample->agencies, "agency", record_need(record, "agency"));
    const char *name = record_need(record, "name");
    struct db_value name_en = sample_text(record_text(record, "name_en"));
    json_t *groups = record_list(record, "groups"), *counters = record_list(record, "counters");
    if (!record_close(record))
        return DB_NONE;
    enum db_result result =
        sample_put(sample->db, SAMPLE_HALL, DB_ARGS(agency, db_text(code), db_text(name), name_en));
    hall.id = (int64_t)db_inserted(sample->db);
    for (size_t i = 0; result == DB_OK && i < json_array_size(groups); i++)
        result = group(&hall, record, json_array_get(groups, i), i + 1);
    for (size_t i = 0; result == DB_OK && i < json_array_size(counters); i++)
        result = counter(&hall, record, json_array_get(counters, i));
    return result;
}
