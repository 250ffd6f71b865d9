/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <string.h>

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/release.h"
#include "lib/say.h"
#include "lib/text.h"
#include "model/device_check.h"
#include "model/device_place.h"
#include "model/device_report.h"
#include "staff/devices_inside.h"

const char *const devices_wishes[] = {"tai-lai", "tu-kiem", NULL};

/* ---- what it is, and how it is ---------------------------------------------------------------------- */

static void fact(struct request *rq, const char *list, const char *term, const char *value)
{
    if (!*value)
        return;
    struct data *item = data_add(rq->data, list);
    data_set(item, "Term", say_one(rq, "staff_device", term));
    data_set(item, "Value", value);
}

static const char *by_whom(struct request *rq, const char *moment, const char *name)
{
    struct civil at;
    char text[DATE_TEXT_MAX];
    if (!civil_parse(moment, &at))
        return "";
    date_format_short(text, &at);
    return *name ? arena_format(rq->arena, "%s, %s", text, name) : arena_copy(rq->arena, text);
}

static void facts_fill(struct request *rq, const struct device_line *line)
{
    fact(rq, "Facts", "kind", say_one(rq, "device_kind", device_kind_names[line->kind]));
    fact(rq, "Facts", "hall", say_either(rq, line->hall_name, line->hall_name_en));
    if (line->counter)
        fact(rq, "Facts", "counter", arena_format(rq->arena, "%u", line->counter));
    fact(rq, "Facts", "zone", line->zone);
    fact(rq, "Facts", "place", line->place);
    fact(rq, "Facts", "text",
         line->text_px ? arena_format(rq->arena, "%u px", line->text_px) : say(rq, "staff_device.text_usual"));
    fact(rq, "Facts", "approved", by_whom(rq, line->approved_at, line->approved_by));
    fact(rq, "Facts", "revoked", by_whom(rq, line->ended_at, line->ended_by));
}

static void health_fill(struct request *rq, const struct device_line *line)
{
    fact(rq, "Health", "seen", *line->seen_at ? devices_ago(rq, line->seen_at) : say(rq, "staff_device.never"));
    fact(rq, "Health", "address", line->seen_from);
    fact(rq, "Health", "page", line->page);
    if (*line->version && strcmp(line->version, release_text()) != 0)
        fact(rq, "Health", "version",
             say_fill(rq, "staff_device.version_other", "its", line->version, "ours", release_text(), NULL));
    else
        fact(rq, "Health", "version", line->version);
    fact(rq, "Health", "clock", devices_drift(rq, line));
    fact(rq, "Health", "printer", devices_printer(rq, line));
    fact(rq, "Health", "lent", data_get(rq->data, "Lent.Numbers"));
}

static void checks_words(struct request *rq)
{
    static const char *const findings[] = {"loi", "khongra", "matdau", "mo", "lech", NULL};
    for (int i = 0;; i++) {
        const char *name = arena_format(rq->arena, "Checks.%d", i);
        if (!data_has(rq->data, arena_format(rq->arena, "%s.What", name)))
            return;
        struct data *item = data_at(rq->data, name);
        data_set(item, "When", devices_ago(rq, data_get(item, "At")));
        data_set(item, "Text", say_one(rq, "device_check", data_get(item, "What")));
        /* What a person said has a word; what was measured or read stands as it is. */
        if (text_among(data_get(item, "Detail"), findings))
            data_set(item, "Detail", say_one(rq, "device_finding", data_get(item, "Detail")));
    }
}

static void forms_fill(struct request *rq, const struct device_line *line)
{
    data_format(rq->data, "Device.ChangeHref", "%s%s", rq->base, devices_path(rq, line->id, "/sua"));
    page_form(rq, data_at(rq->data, "Want"), devices_path(rq, line->id, "/yeu-cau"));
    if (devices_printer_bad(line))
        page_form(rq, data_at(rq->data, "Printer"), devices_path(rq, line->id, "/may-in"));
    page_form(rq, data_at(rq->data, "Revoke"), devices_path(rq, line->id, "/thu-hoi"));
}

int devices_page(struct request *rq)
{
    struct device_line line;
    int answer = devices_need(rq, &line);
    if (answer)
        return answer;
    if (device_checks(rq->db, rq->data, "Checks", line.id) == DB_FAIL || !devices_lent(rq, &line))
        return page_failed(rq);
    checks_words(rq);
    struct data *device = data_at(rq->data, "Device");
    const char *kind = say_one(rq, "device_kind", device_kind_names[line.kind]);
    data_set(device, "Kind", kind);
    data_set_flag(device, "Approved", line.state == DEVICE_APPROVED);
    data_set(device, "Done", input_given(rq, "vua") ? say_one(rq, "staff_device_done", input_text(rq, "vua")) : "");
    data_format(device, "Back", "%s" DEVICES_PATH, rq->base);
    devices_health(rq, device, &line);
    facts_fill(rq, &line);
    health_fill(rq, &line);
    if (line.state == DEVICE_APPROVED)
        forms_fill(rq, &line);
    data_set(rq->data, "Page.Title", *line.name ? line.name : kind);
    return page_show(rq, "staff/device.cs", "staff_device");
}

/* ---- what is asked of it, and its end ------------------------------------------------------------------ */

int devices_want(struct request *rq)
{
    struct device_line line;
    int answer = devices_need(rq, &line);
    if (answer)
        return answer;
    bool check = input_number(rq, "viec") == 1;
    enum db_result wanted = device_want(rq->db, line.id, check ? DEVICE_WISH_CHECK : DEVICE_WISH_RELOAD);
    if (wanted == DB_NONE)
        return page_missing(rq);
    if (wanted == DB_FAIL)
        return page_failed(rq);
    return page_go(rq, "%s?vua=%s", devices_path(rq, line.id, ""), check ? "check" : "reload");
}

/* Somebody has looked after it. */
int devices_printer_mended(struct request *rq)
{
    struct device_line line;
    struct civil now = clock_now();
    int answer = devices_need(rq, &line);
    if (answer)
        return answer;
    enum db_result noted = device_printer_note(rq->db, line.id, DEVICE_PRINTER_OK, &now);
    if (noted == DB_NONE) /* shut out meanwhile */
        return page_go(rq, "%s", devices_path(rq, line.id, ""));
    if (noted == DB_FAIL || devices_note(rq, line.id, "device_printer_mended", line.printer) == DB_FAIL)
        return page_failed(rq);
    return page_go(rq, "%s?vua=printer", devices_path(rq, line.id, ""));
}

int devices_revoke(struct request *rq)
{
    struct device_line line;
    int answer = devices_need(rq, &line);
    if (answer)
        return answer;
    enum db_result ended = device_revoke(rq->db, line.id, rq->who.id);
    if (ended == DB_NONE) /* somebody else has just done it */
        return page_go(rq, "%s", devices_path(rq, line.id, ""));
    if (ended == DB_FAIL || devices_note(rq, line.id, "device_revoked", device_kind_names[line.kind]) == DB_FAIL)
        return page_failed(rq);
    return page_go(rq, "%s?vua=revoked", devices_path(rq, line.id, ""));
}
