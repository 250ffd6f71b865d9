/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The whole website in one table. Pages of the catalogue may be kept by shared caches for some
 * seconds: a change is published within two seconds by the programs and is everywhere after that.
 * They say the same to everybody until it is published, so that workers keep them, too.
 */
#include "model/rating.h"
#include "public/api.h"
#include "public/booking.h"
#include "public/browse.h"
#include "public/filter.h"
#include "public/home.h"
#include "public/info.h"
#include "public/lookup.h"
#include "public/petition.h"
#include "public/procedure.h"
#include "public/public.h"
#include "public/rating.h"
#include "public/search.h"
#include "public/survey.h"
#include "public/turn.h"
#include "public/waiting.h"

/* Seconds in shared caches: what is published shows at once; a rush still costs one page a second. */
enum { FRESH = 1, FRESH_LONG = 300 };

/* A table is read in columns: */
/* clang-format off */

/* Pages with a search box declare its input, so that the box has its name. */
#define SEARCH_BOX { "q", QUERY, .max = 200, .optional = true }
#define LOOKUP_BOX                                                                                \
    { "ma", LOOKUP, .optional = true },                                                           \
    { "so", LOOKUP, .optional = true }
#define BOOKING                                                                                   \
    { "noi", SLUG, .optional = true },                                                            \
    { "viec", ID, .optional = true },                                                             \
    { "ngay", DATE, .optional = true },                                                           \
    { "gio", ID, .optional = true },                                                              \
    { "email", TEXT, .max = 120, .optional = true }
#define APPOINTMENT_MOVE                                                                          \
    { "ma", LOOKUP, .max = 0 },                                                                   \
    { "ngay", DATE, .optional = true },                                                           \
    { "gio", ID, .optional = true }
#define TURN_NOTICE                                                                               \
    { "phieu", LOOKUP, .max = 0 },                                                                \
    { "dienthoai", PHONE, .optional = true },                                                     \
    { "email", TEXT, .max = 120, .optional = true },                                              \
    { "thoi", FLAG, .optional = true }
#define PROCEDURE { "code", CODE, .max = 24 }

#define RATING_SLIP { "phieu", CODE, .max = 60 }
#define RATING_MORE                                                                               \
    { "ve", CODE, .max = 300 }, { "lydo", CODE, .max = 20, .many = true, .optional = true },      \
    { "ykien", LINES, .max = RATING_WORDS_MAX, .optional = true },                                \
    { "lienhe", TEXT, .max = RATING_CONTACT_MAX, .optional = true }

const struct route public_routes[] = {
    { GET, "/", ANYONE, home_page, { SEARCH_BOX, LOOKUP_BOX },
      .fresh_s = FRESH, .kept = true, .help = "Home" },

    { GET, "/thu-tuc", ANYONE, search_page, { FILTER_INPUTS }, .fresh_s = FRESH, .kept = true,
      .help = "Search procedures, or browse all of them" },
    { GET, "/goi-y", ANYONE, search_suggestions, { { "q", QUERY, .max = 200, .optional = true } },
      .fresh_s = FRESH, .kept = true, .help = "Suggestions while somebody types (JSON)" },
    { GET, "/thu-tuc/{code}", ANYONE, procedure_page, { PROCEDURE, SEARCH_BOX }, .fresh_s = FRESH, .kept = true,
      .help = "One procedure" },
    { GET, "/thu-tuc/{code}/chuan-bi", ANYONE, procedure_prepare,
      { PROCEDURE, SEARCH_BOX, { "co", COUNT, .optional = true, .many = true } }, .fresh_s = FRESH, .kept = true,
      .help = "Its papers to tick and print" },
    { GET, "/thu-tuc/{code}/mau-don.pdf", ANYONE, form_blank, { PROCEDURE, SEARCH_BOX },
      .fresh_s = FRESH, .kept = true,
      .help = "Its blank form" },
    { GET, "/thu-tuc/{code}/qr.svg", ANYONE, procedure_qr, { PROCEDURE, SEARCH_BOX },
      .fresh_s = FRESH_LONG, .kept = true,
      .help = "Its address as a QR code" },

    { GET, "/co-quan", ANYONE, agencies_page, .fresh_s = FRESH, .kept = true, .help = "Agencies" },
    { GET, "/co-quan/{code}", ANYONE, agency_page, { { "code", CODE, .max = 30 }, FILTER_INPUTS },
      .fresh_s = FRESH, .kept = true, .help = "One agency and its procedures" },
    { GET, "/linh-vuc", ANYONE, fields_page, .fresh_s = FRESH, .kept = true, .help = "Fields from A to Z" },
    { GET, "/linh-vuc/{code}", ANYONE, field_page, { { "code", CODE, .max = 120 }, FILTER_INPUTS },
      .fresh_s = FRESH, .kept = true, .help = "One field and its procedures" },
    { GET, "/su-kien", ANYONE, events_page, .fresh_s = FRESH, .kept = true, .help = "Life events" },
    { GET, "/su-kien/{slug}", ANYONE, event_page, { { "slug", SLUG, .max = 60 } }, .fresh_s = FRESH, .kept = true,
      .help = "One life event, step by step" },

    { GET, "/tra-cuu", ANYONE, lookup_form, { LOOKUP_BOX },
      .help = "Where is my dossier: the box" },
    { POST, "/tra-cuu", ANYONE, lookup_ask, { LOOKUP_BOX }, .asks = true,
      .again = "public/lookup.cs", .help = "Where is my dossier: the question" },
    { GET, "/tra-cuu/ho-so", ANYONE, lookup_status, { LOOKUP_BOX },
      .help = "Where is my dossier: the answer" },
    { POST, "/tra-cuu/ho-so", ANYONE, lookup_fact, { LOOKUP_BOX }, .asks = true,
      .again = "public/status.cs", .help = "Where is my dossier: the second fact, for its files" },
    { GET, "/tra-cuu/ho-so/tep/{tep}", ANYONE, lookup_file, { { "tep", ID } },
      .help = "A released file of the result" },
    { GET, "/t/{code}", ANYONE, lookup_link, { { "code", LOOKUP, .max = 0 } },
      .help = "The link in the QR code of a receipt" },

    /* ---- ratings ---- */
    { GET, "/danh-gia", ANYONE, satisfaction_page, { { "xong", COUNT, .optional = true } },
      .fresh_s = FRESH_LONG, .help = "How satisfied people are with each agency" },
    { GET, "/danh-gia/{phieu}", ANYONE, rating_page,
      { RATING_SLIP, { "diem", CHOICE, .choices = rating_scores, .optional = true } },
      .help = "Rating a service: the faces" },
    { POST, "/danh-gia/{phieu}", ANYONE, rating_post,
      { RATING_SLIP, { "diem", CHOICE, .choices = rating_scores } },
      .asks = true, .again = "public/rating.cs", .help = "Rating a service: the vote, once" },
    { GET, "/danh-gia/{phieu}/anh", ANYONE, rating_portrait, { RATING_SLIP },
      .help = "Portrait of the officer to be rated" },
    { GET, "/danh-gia/them/{ve}", ANYONE, rating_more_page, { RATING_MORE },
      .help = "After a vote: thanks, reasons, words" },
    { POST, "/danh-gia/them/{ve}", ANYONE, rating_more_post, { RATING_MORE },
      .asks = true, .again = "public/rating_more.cs", .help = "After a vote: reasons and words, once" },
    { GET, "/khao-sat", ANYONE, survey_page, { SURVEY_INPUTS }, .help = "The survey of the period" },
    { POST, "/khao-sat", ANYONE, survey_post, { SURVEY_INPUTS }, .again = "public/survey.cs",
      .help = "The survey of the period: the answers" },
    { GET, "/phan-anh", ANYONE, petition_form, { PETITION_FIELDS(true) },
      .help = "A petition: the form" },
    { POST, "/phan-anh", ANYONE, petition_post, { PETITION_FIELDS(false) },
      .again = "public/petition.cs", .help = "A petition is sent" },
    { GET, "/phan-anh/da-gui/{ve}", ANYONE, petition_sent, { { "ve", CODE, .max = 200 } },
      .help = "The code a petition is followed by, once" },
    { GET, "/phan-anh/theo-doi", ANYONE, petition_follow_form, { { "ma", LOOKUP, .optional = true } },
      .help = "Following a petition: the box" },
    { POST, "/phan-anh/theo-doi", ANYONE, petition_follow, { { "ma", LOOKUP } }, .asks = true,
      .again = "public/petition_follow.cs", .help = "Following a petition: the question" },
    { GET, "/phan-anh/xem/{ve}", ANYONE, petition_view, { { "ve", CODE, .max = 200 } },
      .help = "Following a petition: the answer" },
    { GET, "/phan-anh/da-tra-loi", ANYONE, petition_published, { { "trang", COUNT, .optional = true } },
      .help = "Published petitions with their answers" },
    /* ---- end of ratings ---- */

    { GET, "/cho-doi", ANYONE, waiting_page, { { "noi", SLUG, .optional = true } }, .fresh_s = 15,
      .help = "How long people wait" },
    { GET, "/dat-lich", ANYONE, booking_page, { BOOKING }, .help = "Booking a time, step by step" },
    { POST, "/dat-lich", ANYONE, booking_book, { BOOKING }, .numbers = true, .again = "public/booking.cs",
      .help = "Books a time" },
    { GET, "/dat-lich/xong/{phieu}", ANYONE, booking_done, { { "phieu", CODE, .max = 200 } },
      .help = "The time just booked" },
    { GET, "/lich", ANYONE, appointment_ask_form, { { "ma", LOOKUP, .optional = true } },
      .help = "An appointment by its code: the box" },
    { POST, "/lich", ANYONE, appointment_ask, { { "ma", LOOKUP, .optional = true } }, .asks = true,
      .again = "public/appointment_ask.cs", .help = "An appointment by its code: the question" },
    { GET, "/lich/{ma}", ANYONE, appointment_page, { { "ma", LOOKUP, .max = 0 } }, .help = "An appointment" },
    { GET, "/lich/{ma}/doi", ANYONE, appointment_move_page, { APPOINTMENT_MOVE },
      .help = "Another time for an appointment" },
    { POST, "/lich/{ma}/doi", ANYONE, appointment_move_post, { APPOINTMENT_MOVE }, .numbers = true,
      .again = "public/booking.cs", .help = "Moves an appointment" },
    { POST, "/lich/{ma}/huy", ANYONE, appointment_drop, { { "ma", LOOKUP, .max = 0 } },
      .help = "Cancels an appointment" },
    { GET, "/ve/{phieu}", ANYONE, turn_page, { { "phieu", LOOKUP, .max = 0 } }, .help = "A ticket on the telephone" },
    { GET, "/ve/{phieu}/trang-thai", ANYONE, turn_state, { { "phieu", LOOKUP, .max = 0 } },
      .help = "The same as JSON, for its script" },
    { GET, "/ve/{phieu}/nhan-tin", ANYONE, turn_notice_form, { TURN_NOTICE },
      .help = "Being told that the turn is near" },
    { POST, "/ve/{phieu}/nhan-tin", ANYONE, turn_notice_post, { TURN_NOTICE }, .again = "public/turn_notice.cs",
      .help = "Asks for that, or takes it back" },
    { POST, "/ve/{phieu}/huy", ANYONE, turn_cancel, { { "phieu", LOOKUP, .max = 0 } }, .numbers = true,
      .help = "Gives a ticket back" },

    { GET, "/tro-giup", ANYONE, info_help, .fresh_s = FRESH_LONG, .kept = true, .help = "Help" },
    { GET, "/lien-he", ANYONE, info_contact, .fresh_s = FRESH_LONG, .kept = true, .help = "Contact" },
    { GET, "/tiep-can", ANYONE, info_access, .fresh_s = FRESH_LONG, .kept = true,
      .help = "Accessibility statement" },
    { GET, "/quyen-rieng-tu", ANYONE, info_privacy, .fresh_s = FRESH_LONG, .kept = true, .help = "Privacy" },
    { GET, "/robots.txt", ANYONE, info_robots, .fresh_s = FRESH_LONG, .kept = true, .api = true,
      .help = "For search engines" },
    { GET, "/sitemap.xml", ANYONE, info_sitemap, .fresh_s = FRESH_LONG, .kept = true, .api = true,
      .help = "For search engines" },

    { GET, "/api/v1/procedures", ANYONE, api_procedures,
      { { "q", QUERY, .max = 200, .optional = true },
        { "agency", CODE, .max = 30, .optional = true },
        { "field", CODE, .max = 120, .optional = true },
        { "level", CHOICE, .optional = true, .choices = filter_level_words },
        { "limit", COUNT, .optional = true },
        { "offset", COUNT, .optional = true } },
      .fresh_s = FRESH, .kept = true, .api = true, .help = "Interface: search and list" },
    { GET, "/api/v1/procedures/{code}", ANYONE, api_procedure, { PROCEDURE }, .fresh_s = FRESH, .kept = true,
      .api = true, .help = "Interface: one procedure" },
    { GET, "/api/v1/suggest", ANYONE, api_suggest, { { "q", QUERY, .max = 200, .optional = true } },
      .fresh_s = FRESH, .kept = true, .api = true, .help = "Interface: suggestions" },
    { GET, "/api/v1/dossiers/{code}", ANYONE, lookup_api, { { "code", LOOKUP, .max = 0 } }, .api = true,
      .help = "Interface: status of a dossier by its look-up code" },
    { GET, "/api/v1/openapi.json", ANYONE, api_description, .fresh_s = FRESH_LONG, .kept = true, .api = true,
      .help = "Interface: its description" },
    { .path = NULL },
};
/* clang-format on */
