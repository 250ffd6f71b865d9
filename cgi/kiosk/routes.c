/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/routes.h"

#include "kiosk/board.h"
#include "kiosk/browse.h"
#include "kiosk/dispenser.h"
#include "kiosk/display.h"
#include "kiosk/health.h"
#include "kiosk/help.h"
#include "kiosk/home.h"
#include "kiosk/lookup.h"
#include "kiosk/offline.h"
#include "kiosk/pair.h"
#include "kiosk/procedure.h"
#include "kiosk/rating.h"
#include "kiosk/rights.h"
#include "kiosk/search.h"
#include "kiosk/self_test.h"
#include "kiosk/ticket.h"
#include "model/device_report.h"
#include "model/rating.h"

#define TABLET_MORE                                                                                \
    {"ve", CODE, .max = 300}, {"lydo", CODE, .max = 20, .many = true, .optional = true},           \
    {"ykien", LINES, .max = RATING_WORDS_MAX, .optional = true}

#define LOOKUP_BOX                                                                                 \
    {"ma", LOOKUP, .optional = true}, {"so", LOOKUP, .optional = true}, {"chu", FLAG, .optional = true}

const struct route kiosk_routes[] = {
    {GET, "/kiosk", ANYONE, pair_page, {{"ghep", FLAG, .optional = true}},
     .help = "to the page of the device's kind; for others how a device is let in"},
    {POST, "/kiosk/ghep", ANYONE, pair_ask, .help = "a pairing code for a device that is not approved"},
    {GET, "/kiosk/ghep/trang-thai", ANYONE, pair_state, .help = "whether this device has been approved meanwhile"},

    /* ---- every approved device ---- */
    {GET, "/kiosk/co-chu/{co}", RIGHT_DEVICE, health_text, {{"co", COUNT}},
     .help = "size of its letters, a style sheet"},
    {GET, "/kiosk/duoc-nghe/{kenh}", RIGHT_DEVICE, health_listen, {{"kenh", TEXT, .max = 67}}, .api = true,
     .help = "asked by nginx: may this device listen to live news"},
    {POST, "/kiosk/suc-khoe", RIGHT_DEVICE, health_report,
     {{"ban", TEXT, .max = 20, .optional = true}, {"trang", TEXT, .max = 200, .optional = true},
      {"may", CODE, .max = 16, .optional = true},
      {"dong-ho", ID, .optional = true}, {"may-in", CHOICE, .choices = device_printer_names, .optional = true}},
     .asks = true, .help = "how a device is, and what the server wants of it; notes when it was"},

    {GET, "/kiosk/tu-kiem", RIGHT_DEVICE, self_test_page, {{"cho", CODE, .max = 200, .optional = true}},
     .help = "a device tests itself"},
    {POST, "/kiosk/tu-kiem", RIGHT_DEVICE, self_test_result,
     {{"phan", CHOICE, .choices = self_test_parts}, {"ket", CHOICE, .choices = self_test_findings},
      {"so-do", TEXT, .max = 60, .optional = true}, {"cho", CODE, .max = 200, .optional = true}},
     .help = "a result of the self-test"},
    {POST, "/kiosk/tu-kiem/quet", RIGHT_DEVICE, self_test_scan,
     {{"ma", TEXT, .max = 60}, {"cho", CODE, .max = 200}}, .help = "what the scanner read of the printed page"},

    /* ---- kiosks and ticket dispensers ---- */
    {GET, "/kiosk/giup", RIGHT_DISPENSER, help_show, .help = "whether somebody was called to help, as JSON"},
    {POST, "/kiosk/giup", RIGHT_DISPENSER, help_send, {{"viec", CHOICE, .choices = help_acts}},
     .help = "calls somebody to help a visitor at this device, or takes that back"},

    /* ---- kiosks ---- */
    {GET, "/kiosk/trang-dau", RIGHT_KIOSK, kiosk_home, .help = "first page of a touch kiosk; ends a visit"},
    {GET, "/kiosk/thu-tuc", RIGHT_KIOSK, kiosk_search,
     {{"q", QUERY, .max = 200, .optional = true}, {"sua", FLAG, .optional = true},
      {"co-quan", CODE, .max = 30, .optional = true}, {"linh-vuc", CODE, .max = 120, .optional = true},
      {"trang", COUNT, .optional = true}},
     .help = "finding a procedure: the keyboard, or what was found"},
    {GET, "/kiosk/goi-y", RIGHT_KIOSK, kiosk_suggest, {{"q", QUERY, .max = 200, .optional = true}},
     .help = "procedures while somebody types, as JSON"},
    {GET, "/kiosk/thu-tuc/{code}", RIGHT_KIOSK, kiosk_procedure, {{"code", CODE, .max = 24}},
     .help = "one procedure"},
    {GET, "/kiosk/thu-tuc/{code}/qr.svg", RIGHT_KIOSK, kiosk_procedure_qr, {{"code", CODE, .max = 24}},
     .help = "its address on the website as a QR code"},
    {GET, "/kiosk/co-quan", RIGHT_KIOSK, kiosk_agencies, .help = "agencies, to find a procedure without typing"},
    {GET, "/kiosk/co-quan/{code}", RIGHT_KIOSK, kiosk_agency, {{"code", CODE, .max = 30}},
     .help = "fields of an agency"},
    {GET, "/kiosk/tra-cuu", RIGHT_KIOSK, kiosk_lookup_form, {LOOKUP_BOX}, .help = "where is my dossier: the question"},
    {POST, "/kiosk/tra-cuu", RIGHT_KIOSK, kiosk_lookup_ask, {LOOKUP_BOX}, .asks = true, .again = "kiosk/lookup.cs",
     .help = "where is my dossier: finds it"},
    {GET, "/kiosk/tra-cuu/ho-so", RIGHT_KIOSK, kiosk_lookup_status,
     .help = "where is my dossier: the answer, nobody named"},
    {GET, "/kiosk/ngoai-tuyen", RIGHT_KIOSK, kiosk_offline, .help = "what a kiosk shows while the server is away"},
    {GET, "/kiosk/danh-sach", RIGHT_KIOSK, kiosk_download,
     .help = "procedures for a kiosk without its server, as JSON"},

    /* ---- rating tablets ---- */
    {GET, "/kiosk/danh-gia", RIGHT_RATING, tablet_page,
     {{"qua", CODE, .max = 60, .optional = true}, {"phieu", CODE, .max = 60, .optional = true},
      {"diem", CHOICE, .choices = tablet_scores, .optional = true}},
     .help = "the tablet at a counter: asleep, or the faces"},
    {POST, "/kiosk/danh-gia", RIGHT_RATING, tablet_vote,
     {{"phieu", CODE, .max = 60}, {"diem", CHOICE, .choices = tablet_scores}}, .asks = true,
     .again = "kiosk/rating.cs", .help = "a vote, once for what ended at this counter"},
    {GET, "/kiosk/danh-gia/trang-thai", RIGHT_RATING, tablet_state, .help = "what may be rated now, as JSON"},
    {GET, "/kiosk/danh-gia/anh", RIGHT_RATING, tablet_portrait, .help = "portrait of the officer at this counter"},
    {GET, "/kiosk/danh-gia/them/{ve}", RIGHT_RATING, tablet_more_page, {TABLET_MORE},
     .help = "after a low vote: reasons and words"},
    {POST, "/kiosk/danh-gia/them/{ve}", RIGHT_RATING, tablet_more_post, {TABLET_MORE}, .asks = true,
     .again = "kiosk/rating.cs", .help = "after a low vote: reasons and words, once"},
    {GET, "/kiosk/danh-gia/cam-on", RIGHT_RATING, tablet_thanks, .help = "thanks after a vote"},
    /* ---- end of rating tablets ---- */

    /* ---- boards and displays ---- */
    {GET, "/kiosk/bang", RIGHT_BOARD, board_show, .help = "board of a hall or of one of its zones"},
    {GET, "/kiosk/bang/trang-thai", RIGHT_DEVICE, board_state, {{"sau", ID, .optional = true}}, .fresh_s = 1,
     .api = true, .help = "how the hall stands, for every device in it"},
    {GET, "/kiosk/duoc-xem", RIGHT_DEVICE, board_may, .api = true,
     .help = "asked by nginx: how which hall stands may this device see"},
    {GET, "/kiosk/quay", RIGHT_DISPLAY, display_show, .help = "screen over a counter"},
    {GET, "/kiosk/quay/trang-thai", RIGHT_DISPLAY, display_state, .api = true, .help = "how that counter stands"},

    /* ---- ticket dispensers ---- */
    {GET, "/kiosk/lay-so", RIGHT_DISPENSER, dispenser_page, .help = "the ticket dispenser"},
    {POST, "/kiosk/lay-so", RIGHT_DISPENSER, dispenser_take,
     {{"nhom", ID, .optional = true},
      {"viec", ID, .optional = true, .many = true},
      {"dien", CODE, .max = 20, .optional = true},
      {"hoso", CODE, .max = 200, .optional = true},
      {"hen", CODE, .max = 200, .optional = true}},
     .numbers = true, .again = "kiosk/dispenser.cs", .help = "takes a ticket"},
    /* What is no dispenser any more still tells what it gave out as one. */
    {GET, "/kiosk/lay-so/trang-thai", RIGHT_DEVICE, dispenser_state,
     .help = "how the queues stand, for the script of the dispenser (JSON)"},
    {POST, "/kiosk/lay-so/ma", RIGHT_DISPENSER, scanned_ask, {{"ma", LOOKUP}}, .asks = true,
     .help = "what the code of a receipt or an appointment leads to"},
    {POST, "/kiosk/lay-so/bao", RIGHT_DEVICE, offline_report,
     {{"giu", ID, .optional = true, .many = true},
      {"ve", CODE, .max = OFFLINE_TICKET_CHARS, .optional = true, .many = true},
      {"bo", CODE, .max = 64, .optional = true, .many = true}},
     .numbers = true, .help = "what the dispenser gave out while the server was away; lends it numbers"},
    {GET, "/kiosk/lay-so/muon", RIGHT_DEVICE, offline_lent, {{"khoi", ID, .optional = true, .many = true}},
     .help = "numbers lent to the dispenser, with their codes (JSON)"},
    {GET, "/kiosk/ve/{id}", RIGHT_DISPENSER, ticket_page, {{"id", ID}}, .help = "a ticket just given out"},
    {GET, "/kiosk/ve/{id}/phieu.pdf", RIGHT_DISPENSER, ticket_pdf, {{"id", ID}},
     .help = "the ticket for an 80 mm printer"},
    {POST, "/kiosk/ve/{id}/in-lai", RIGHT_DISPENSER, ticket_again, {{"id", ID}}, .numbers = true,
     .help = "prints it again"},
    {.path = NULL},
};
