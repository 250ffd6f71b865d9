/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/ticket.h"

#include <ctype.h>
#include <stdio.h>

#include "model/row.h"
#include "model/ticket_token.h"

/* ---- labels ---------------------------------------------------------------------------------- */

char *ticket_label(char out[TICKET_LABEL_MAX], char letter, unsigned number)
{
    snprintf(out, TICKET_LABEL_MAX, "%c%03u", letter, number % 10000);
    return out;
}

bool ticket_label_parse(const char *text, char *letter, unsigned *number)
{
    while (*text == ' ')
        text++;
    char first = (char)toupper((unsigned char)*text);
    if (first < 'A' || first > 'Z')
        return false;
    text += strspn(text + 1, " -.") + 1;
    size_t digits = strspn(text, "0123456789"), end = digits + strspn(text + digits, " ");
    if (digits == 0 || digits > 4 || text[end])
        return false;
    unsigned long value = strtoul(text, NULL, 10);
    if (value == 0 || value > TICKET_NUMBER_MAX)
        return false;
    *letter = first;
    *number = (unsigned)value;
    return true;
}

/* ---- one ticket ------------------------------------------------------------------------------ */

#define TICKET_SELECT                                                                                              \
    "select t.id, t.hall_id, t.service_date, t.letter_group_id, l.letter, t.number, t.group_id, g.name, g.name_en," \
    " h.code, h.name, h.name_en, t.class, t.is_ahead, t.rank_at, t.arrival_at, t.called_at, t.served_at,"           \
    " t.ended_at, t.state, t.counter_id, t.session_id, t.dossier_id, t.device_id, t.lease_id, t.appointment_id,"    \
    " c.number, c.zone, t.version, t.calls, t.is_requeued, t.channel, t.ahead_then, t.wait_then_50, t.wait_then_90," \
    " t.is_exact, t.for_counter_id, f.number from ticket t join service_group l on l.id = t.letter_group_id"        \
    " join service_group g on g.id = t.group_id join hall h on h.id = t.hall_id"                                    \
    " left join counter c on c.id = t.counter_id left join counter f on f.id = t.for_counter_id "

enum {
    ID, HALL, DAY, LETTER_GROUP, LETTER, NUMBER, GROUP, GROUP_NAME, GROUP_NAME_EN,
    HALL_CODE, HALL_NAME, HALL_NAME_EN, CLASS, AHEAD, RANK_AT, ARRIVAL_AT, CALLED_AT, SERVED_AT,
    ENDED_AT, STATE, COUNTER, SESSION, DOSSIER, DEVICE, LEASE, APPOINTMENT,
    COUNTER_NUMBER, ZONE, EDITION, CALLS, REQUEUED, CHANNEL, AHEAD_THEN, THEN_50, THEN_90, EXACT,
    FOR_COUNTER, FOR_NUMBER
};

static void ticket_of_row(struct arena *arena, const struct db_row *row, struct ticket *ticket)
{
    const char *const *text = row->text;
    *ticket = (struct ticket){
        .id = row_id(text[ID]),
        .hall = row_id(text[HALL]),
        .day = row_moment(text[DAY]),
        .letter_group = row_id(text[LETTER_GROUP]),
        .letter = text[LETTER][0],
        .number = row_count(text[NUMBER]),
        .group = row_id(text[GROUP]),
        .group_name = arena_copy(arena, text[GROUP_NAME]),
        .group_name_en = arena_copy(arena, text[GROUP_NAME_EN]),
        .hall_code = arena_copy(arena, text[HALL_CODE]),
        .hall_name = arena_copy(arena, text[HALL_NAME]),
        .hall_name_en = arena_copy(arena, text[HALL_NAME_EN]),
        .class = (enum ticket_class)ticket_word(ticket_class_names, TICKET_CLASSES, text[CLASS]),
        .is_ahead = row_flag(text[AHEAD]),
        .rank_at = row_moment(text[RANK_AT]),
        .arrival_at = row_moment(text[ARRIVAL_AT]),
        .called_at = row_moment(text[CALLED_AT]),
        .served_at = row_moment(text[SERVED_AT]),
        .ended_at = row_moment(text[ENDED_AT]),
        .state = (enum ticket_state)ticket_word(ticket_state_names, TICKET_STATES, text[STATE]),
        .counter = row_id(text[COUNTER]),
        .session = row_id(text[SESSION]),
        .dossier = row_id(text[DOSSIER]),
        .device = row_id(text[DEVICE]),
        .lease = row_id(text[LEASE]),
        .appointment = row_id(text[APPOINTMENT]),
        .counter_number = row_count(text[COUNTER_NUMBER]),
        .zone = arena_copy(arena, text[ZONE]),
        .version = row_count(text[EDITION]),
        .calls = row_count(text[CALLS]),
        .is_requeued = row_flag(text[REQUEUED]),
        .channel = (enum ticket_channel)ticket_word(ticket_channel_names, TICKET_CHANNELS, text[CHANNEL]),
        .ahead_then = row_count(text[AHEAD_THEN]),
        .wait_then_50 = (int)row_number(text[THEN_50], -1),
        .wait_then_90 = (int)row_number(text[THEN_90], -1),
        .is_exact = row_flag(text[EXACT]),
        .for_counter = row_id(text[FOR_COUNTER]),
        .for_number = row_count(text[FOR_NUMBER]),
    };
    ticket_label(ticket->label, ticket->letter, ticket->number);
}

static enum db_result ticket_one(struct db *db, struct arena *arena, const char *sql,
                                 const struct db_value *args, struct ticket *ticket)
{
    struct db_row row;
    enum db_result result = db_one(db, arena, sql, args, &row);
    if (result == DB_OK)
        ticket_of_row(arena, &row, ticket);
    return result;
}

enum db_result ticket_read(struct db *db, struct arena *arena, uint64_t id, struct ticket *ticket)
{
    return ticket_one(db, arena, TICKET_SELECT "where t.id = ?", DB_ARGS(db_number((int64_t)id)), ticket);
}

enum db_result ticket_by_number(struct db *db, struct arena *arena, uint64_t letter_group, const struct civil *day,
                                unsigned number, struct ticket *ticket)
{
    return ticket_one(db, arena,
                      TICKET_SELECT "where t.letter_group_id = ? and t.service_date = ? and t.number = ?",
                      DB_ARGS(db_number((int64_t)letter_group), db_text(row_day(arena, day)), db_number(number)),
                      ticket);
}

enum db_result ticket_by_label(struct db *db, struct arena *arena, uint64_t hall, const struct civil *day,
                               char letter, unsigned number, struct ticket *ticket)
{
    const char one[2] = {letter, '\0'};
    return ticket_one(db, arena,
                      TICKET_SELECT "where l.hall_id = ? and l.letter = ? and t.service_date = ? and t.number = ?",
                      DB_ARGS(db_number((int64_t)hall), db_text(one), db_text(row_day(arena, day)),
                              db_number(number)),
                      ticket);
}

enum db_result ticket_by_token(struct db *db, struct arena *arena, const char *token, struct ticket *ticket)
{
    uint64_t group;
    struct civil day;
    unsigned number;
    if (!ticket_token_parse(token, &group, &day, &number))
        return DB_NONE;
    return ticket_by_number(db, arena, group, &day, number, ticket);
}

enum db_result ticket_of_appointment(struct db *db, struct arena *arena, uint64_t appointment,
                                     struct ticket *ticket)
{
    return ticket_one(db, arena, TICKET_SELECT "where t.appointment_id = ?",
                      DB_ARGS(db_number((int64_t)appointment)), ticket);
}
