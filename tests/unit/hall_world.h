/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_TESTS_UNIT_HALL_WORLD_H
#define MOTCUA_TESTS_UNIT_HALL_WORLD_H

#include <fcntl.h>
#include <sys/stat.h>

#include "database_schema.h"
#include "lib/token.h"
#include "model/row.h"
#include "model/ticket_issue.h"
#include "model/wait_forecast_held.h"

/*
 * A small hall for tests of the queue. cmocka.h comes first. Monday 23 November 2026, 07:30 to 11:30 and 13:00 to
 * 17:00; the 24th is a holiday. Groups A (1), B (2), C (3: numbers 1 to 5, lent 6 to 30), N (4: another hall);
 * services 11, 12 of A, 21 of B, 31 of C, 13 out of use, 41 of N; counters 1 (A), 2 (A, B), 3 (B, C), 4 (A, B, C),
 * 9 (out of use), 20 (of the other hall); officers 1 to 6; dispensers 1, 2.
 */
enum { HALL_ID = 1, GROUP_A = 1, GROUP_B, GROUP_C, GROUP_N, SERVICE_A = 11, SERVICE_A2 = 12, SERVICE_OLD = 13,
       SERVICE_B = 21, SERVICE_C = 31, SERVICE_N = 41, DEVICE = 1, DEVICE_2 = 2 };

static const char hall_rows[] =
    "insert into agency (id, code, name, kind, level, has_counter) values (1, 'TT', 'TT', 'centre', 'tinh', 1),"
    " (2, 'X', 'X', 'office', 'xa', 1), (3, 'U', 'U', 'unit', 'tinh', 0);\n"
    "insert into work_shift (agency_id, weekday, from_time, to_time, valid_from) select null, w.seq, s.f, s.t,"
    " '2017-01-01' from seq_1_to_5 w join (select '07:30' f, '11:30' t union select '13:00', '17:00') s;\n"
    "insert into special_day (day, kind, name) values ('2026-11-24', 'off', 'Ngày Văn hóa'),"
    " ('2026-01-01', 'off', 'Tết'), ('2027-01-01', 'off', 'Tết');\n"
    "insert into user (id, login, name, agency_id) values (1, 'an', 'An', 1), (2, 'ba', 'Ba', 1),"
    " (3, 'cu', 'Cu', 1), (4, 'du', 'Du', 1), (5, 'em', 'Em', 1), (6, 'gi', 'Gi', 1);\n"
    "insert into hall (id, agency_id, code, name, priority_run, stop_minutes, called_seconds) values"
    " (1, 1, 'h', 'Trung tâm', 2, 15, 60), (2, 2, 'x', 'Xã', 2, 15, 60);\n"
    "insert into service_group (id, hall_id, letter, name, last_number, lease_last, minutes, position) values"
    " (1, 1, 'A', 'Hộ tịch', 799, 999, 10, 1), (2, 1, 'B', 'Đất đai', 799, 999, 15, 2),"
    " (3, 1, 'C', 'Nhận kết quả', 5, 30, 5, 3), (4, 2, 'N', 'Xã', 799, 999, 10, 1);\n"
    "insert into service (id, group_id, name, position, is_active) values (11, 1, 'Khai sinh', 1, 1),"
    " (12, 1, 'Kết hôn', 2, 1), (13, 1, 'Cũ', 3, 0), (21, 2, 'Đất', 1, 1), (31, 3, 'Kết quả', 1, 1),"
    " (41, 4, 'Xã', 1, 1);\n"
    "insert into counter (id, hall_id, number, zone, is_active) values (1, 1, 1, 'A', 1), (2, 1, 2, 'A', 1),"
    " (3, 1, 3, 'B', 1), (4, 1, 4, '', 1), (9, 1, 9, '', 0), (20, 2, 1, '', 1);\n"
    "insert into counter_group (counter_id, group_id) values (1, 1), (2, 1), (2, 2), (3, 2), (3, 3),"
    " (4, 1), (4, 2), (4, 3), (20, 4);\n"
    "insert into device (id, kind, state, hall_id, secret_hash, asked_at, approved_at) values"
    " (1, 'dispenser', 'approved', 1, repeat('a', 32), '2026-01-01', '2026-01-01'),"
    " (2, 'dispenser', 'approved', 1, repeat('b', 32), '2026-01-01', '2026-01-01');\n";

static struct db *db;
static struct arena *arena;
static struct hall hall;
static char hall_keys[] = "/tmp/motcua-keys-XXXXXX";
static const char *const hall_key_names[] = {"lookup.key", "cookie.key", "form.key", "ticket.key"};

static inline const char *hall_key(size_t i)
{
    static char path[80];
    snprintf(path, sizeof path, "%s/%s", hall_keys, hall_key_names[i]);
    return path;
}

static bool hall_keys_make(void)
{
    static const char bytes[33] = "01234567890123456789012345678901";
    if (!mkdtemp(hall_keys))
        return false;
    for (size_t i = 0; i < sizeof hall_key_names / sizeof *hall_key_names; i++) {
        int fd = open(hall_key(i), O_CREAT | O_WRONLY, 0600);
        bool done = fd >= 0 && write(fd, bytes, 32) == 32;
        close(fd);
        if (!done)
            return false;
    }
    settings.keys = hall_keys;
    return token_init();
}

static int hall_open_all(void **state)
{
    (void)state;
    arena = arena_open(0);
    db = schema_open(arena, hall_rows, sizeof hall_rows - 1);
    return db && hall_keys_make() && hall_load(db, arena, HALL_ID, &hall) == DB_OK ? 0 : -1;
}

static int hall_close_all(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof hall_key_names / sizeof *hall_key_names; i++)
        unlink(hall_key(i));
    rmdir(hall_keys);
    db_close(db);
    database_stop();
    arena_close(arena);
    return 0;
}

/* "09:30" or "09:30:15" of Monday 23 November 2026, or a whole moment. */
static struct civil clock_at(const char *text)
{
    struct civil moment;
    char whole[40];
    snprintf(whole, sizeof whole, "%s%s", strlen(text) > 8 ? "" : "2026-11-23 ", text);
    assert_true(civil_parse(whole, &moment));
    return moment;
}

static inline uint64_t number_asked(const char *sql)
{
    struct db_row row;
    assert_int_equal(db_one(db, arena, sql, DB_ARGS(), &row), DB_OK);
    return row.text[0] ? strtoull(row.text[0], NULL, 10) : 0;
}

static void sql_do(const char *sql)
{
    const char *script = arena_format(arena, "%s;\n", sql);
    assert_int_not_equal(db_script(db, script, strlen(script)), DB_FAIL);
}

/* The queue as before the first ticket. */
static int hall_empty(void **state)
{
    (void)state;
    forecast_forget();
    sql_do("begin;\nset foreign_key_checks = 0;\ndelete from ticket_event;\ndelete from counter_event;\n"
           "delete from ticket_item;\ndelete from ticket;\ndelete from counter_session;\n"
           "delete from number_lease;\ndelete from sequence;\ndelete from hall_day;\ndelete from appointment;\n"
           "delete from appointment_slot;\ndelete from group_hour;\nset foreign_key_checks = 1;\ncommit");
    return 0;
}

/* A ticket for one service, committed when it was given out. */
static enum ticket_issue issue_at(const char *now, uint64_t service, enum ticket_class class,
                                  struct ticket_issued *issued)
{
    struct civil moment = clock_at(now);
    const struct ticket_wish wish = {
        .hall = &hall, .services = &service, .n_services = 1, .class = class, .device = DEVICE};
    assert_int_equal(db_begin_numbering(db), DB_OK);
    enum ticket_issue did = ticket_issue(db, arena, 1, &moment, &wish, issued);
    if (did == TICKET_ISSUED)
        assert_int_equal(db_commit(db), DB_OK);
    db_rollback(db);
    return did;
}

static inline uint64_t issued_at(const char *now, uint64_t service, enum ticket_class class)
{
    struct ticket_issued issued;
    assert_int_equal(issue_at(now, service, class, &issued), TICKET_ISSUED);
    return issued.ticket;
}

#endif
