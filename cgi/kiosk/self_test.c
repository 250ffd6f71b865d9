/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/self_test.h"

#include <string.h>

#include "kiosk/rights.h"
#include "lib/barcode.h"
#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/qr.h"
#include "lib/say.h"
#include "lib/text.h"
#include "lib/token.h"
#include "model/device_check.h"
#include "model/device_report.h"

#define PATH "/kiosk/tu-kiem"
#define SCAN_PATH PATH "/quet"
#define CODE_DIGITS 11 /* one more says which of the two codes was read */
#define CODE_SQUARE '1'
#define CODE_BARS '2'
#define CODE_S 3600
#define PATH_MAX_BYTES (64 * 1024)

const char *const self_test_parts[] = {"may-in", "may-quet", "loa", "dong-ho", "cam-ung", NULL};
const char *const self_test_findings[] = {"tot", "loi", "khongra", "matdau", "mo", "lech", NULL};

/* What a device of this kind has, a bit (1 << enum device_check) each. */
static unsigned parts_of(enum device_kind kind)
{
    enum { ALL = (1 << DEVICE_CHECK_END) - 2, NO_PAPER = ALL & ~(1 << DEVICE_CHECK_PRINT | 1 << DEVICE_CHECK_SCAN) };
    switch (kind) {
    case DEVICE_DISPENSER:
    case DEVICE_KIOSK:
        return ALL;
    case DEVICE_RATING:
        return NO_PAPER;
    case DEVICE_BOARD:
    case DEVICE_DISPLAY:
    case DEVICE_UNKNOWN:
    case DEVICE_KIND_END:
        break;
    }
    return NO_PAPER & ~(1 << DEVICE_CHECK_TOUCH);
}

/* ---- the printed code --------------------------------------------------------------------------------- */

static const char *purpose(struct request *rq)
{
    return arena_format(rq->arena, "self-test|%llu", (unsigned long long)rq->who.id);
}

/* The code of the page that was printed, as long as its form says so; else a new one. *sealed goes into the forms. */
static const char *code_of(struct request *rq, const char **sealed)
{
    *sealed = input_text(rq, "cho");
    const char *code = **sealed ? token_open(rq->arena, KEY_COOKIE, purpose(rq), *sealed) : NULL;
    if (code)
        return code;
    char digits[17];
    token_lookup_code(digits);
    code = arena_copy_bytes(rq->arena, digits, CODE_DIGITS);
    *sealed = token_seal(rq->arena, KEY_COOKIE, purpose(rq), code, clock_unix() + CODE_S);
    return code;
}

static void path_put(struct data *node, struct buffer *path, int whole)
{
    data_set_bytes(node, "Path", path->bytes, path->length);
    data_set_number(node, "Whole", whole);
    buffer_clear(path);
}

static void codes_fill(struct request *rq, const char *code)
{
    struct qr qr;
    struct barcode bars;
    struct buffer path;
    const char *square = arena_format(rq->arena, "%s%c", code, CODE_SQUARE);
    const char *line = arena_format(rq->arena, "%s%c", code, CODE_BARS);
    buffer_init(&path, PATH_MAX_BYTES);
    if (qr_make(rq->arena, square, &qr)) {
        qr_path(&qr, &path);
        path_put(data_at(rq->data, "Paper.Qr"), &path, qr.size + 2 * QR_QUIET);
    }
    if (barcode_make(rq->arena, line, &bars)) {
        barcode_path(&bars, &path);
        path_put(data_at(rq->data, "Paper.Bars"), &path, barcode_whole(&bars));
    }
    buffer_release(&path);
    data_set(rq->data, "Paper.Square", text_group(rq->arena, square, "444"));
    data_set(rq->data, "Paper.Line", text_group(rq->arena, line, "444"));
}

/* ---- the page ------------------------------------------------------------------------------------------- */

/* The newest result of one kind, from the list device_checks() has made. */
static void last_fill(struct request *rq, struct data *part, const char *what)
{
    for (int i = 0;; i++) {
        const char *name = arena_format(rq->arena, "Checks.%d", i);
        if (!data_has(rq->data, arena_format(rq->arena, "%s.What", name)))
            return;
        const struct data *check = data_at(rq->data, name);
        if (strcmp(data_get(check, "What"), what) != 0)
            continue;
        struct civil at;
        char text[DATE_TEXT_MAX];
        data_set(part, "Last.Kind", data_has(check, "Good") ? "ok" : "late");
        data_set(part, "Last.Detail", data_get(check, "Detail"));
        data_set(part, "Last.When",
                 civil_parse(data_get(check, "At"), &at) ? date_format_short(text, &at) : "");
        return;
    }
}

static void parts_fill(struct request *rq, const char *sealed)
{
    unsigned has = parts_of(device_of(rq)->kind);
    for (int what = DEVICE_CHECK_PRINT; what < DEVICE_CHECK_END; what++) {
        const char *name = device_check_names[what - 1];
        if (!(has >> what & 1))
            continue;
        struct data *part = data_at(rq->data, arena_format(rq->arena, "Parts.%s", name));
        data_set(part, "Title", say_one(rq, "device_check", name));
        data_set(part, "Text", say_one(rq, "self_test_text", name));
        data_set(part, "Part", self_test_parts[what - 1]);
        data_set(part, "Code", sealed);
        page_form(rq, part, what == DEVICE_CHECK_SCAN ? SCAN_PATH : PATH);
        last_fill(rq, part, name);
    }
}

int self_test_page(struct request *rq)
{
    const struct device *device = device_of(rq);
    struct civil now = clock_now();
    char text[DATE_TEXT_MAX];
    const char *sealed, *code = code_of(rq, &sealed);
    if (device_checks(rq->db, rq->data, "Checks", device->id) == DB_FAIL)
        return page_failed(rq);
    codes_fill(rq, code);
    parts_fill(rq, sealed);
    data_set(rq->data, "Device.Name", device->name);
    data_set(rq->data, "Device.Hall", say_either(rq, device->hall_name, device->hall_name_en));
    data_set(rq->data, "Device.Place", device->place);
    data_set(rq->data, "Paper.When", date_format_short(text, &now));
    data_format(rq->data, "Test.End", "%s/kiosk", rq->base);
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.self_test_css"));
    data_set(rq->data, "Page.Script", data_get(rq->words, "Asset.self_test"));
    return page_show(rq, "kiosk/self_test.cs", "self_test");
}

/* ---- results ---------------------------------------------------------------------------------------------- */

static int note(struct request *rq, enum device_check what, bool good, const char *detail)
{
    if (device_check_add(rq->db, device_of(rq)->id, what, good, detail) == DB_FAIL)
        return page_failed(rq);
    return page_go(rq, PATH "?cho=%s", input_text(rq, "cho"));
}

/* As enum device_printer has it: the place of self_test_findings. */
static const enum device_printer printers[] = {
    DEVICE_PRINTER_OK,      DEVICE_PRINTER_TROUBLE, DEVICE_PRINTER_NO_PAPER,
    DEVICE_PRINTER_TROUBLE, DEVICE_PRINTER_TROUBLE, DEVICE_PRINTER_TROUBLE,
};

int self_test_result(struct request *rq)
{
    enum device_check what = (enum device_check)(input_number(rq, "phan") + 1);
    size_t finding = (size_t)input_number(rq, "ket");
    bool good = finding == 0;
    const char *detail = input_text(rq, "so-do");
    struct civil now = clock_now();
    if (what == DEVICE_CHECK_PRINT &&
        device_printer_note(rq->db, device_of(rq)->id, printers[finding], &now) == DB_FAIL)
        return page_failed(rq);
    if (!*detail && !good)
        detail = input_text(rq, "ket");
    return note(rq, what, good, detail);
}

int self_test_scan(struct request *rq)
{
    const char *code = token_open(rq->arena, KEY_COOKIE, purpose(rq), input_text(rq, "cho"));
    const char *read = input_text(rq, "ma");
    size_t n = strlen(read);
    if (!code)
        return page_go(rq, PATH);
    bool ours = n == CODE_DIGITS + 1 && strncmp(read, code, CODE_DIGITS) == 0;
    bool square = ours && read[CODE_DIGITS] == CODE_SQUARE, line = ours && read[CODE_DIGITS] == CODE_BARS;
    const char *kind = square ? "QR" : line ? "Code 128" : "≠";
    return note(rq, DEVICE_CHECK_SCAN, square || line, arena_format(rq->arena, "%s %s", kind, read));
}
