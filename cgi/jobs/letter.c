/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "jobs/letter.h"

#include <jansson.h>

#include "jobs/sms_text.h"
#include "lib/log.h"
#include "lib/money.h"
#include "lib/phrase.h"
#include "lib/settings.h"
#include "lib/template.h"
#include "lib/token.h"
#include "lib/words.h"
#include "model/appointment.h"

enum { TEXT_CEILING = 64 * 1024 };

/* The facts a mail may say, in this order. */
enum fact { OLD_DUE, DUE, TITLE, AMOUNT, REASON, ANSWER_BY, PLACE, TRACKING, FACTS };
enum kind { WORDS, MOMENT, MONEY };
static const struct {
    const char *name;
    enum kind kind;
} facts[FACTS] = {
    [OLD_DUE] = {"old_due", MOMENT},     [DUE] = {"due", MOMENT},   [TITLE] = {"title", WORDS},
    [AMOUNT] = {"amount", MONEY},        [REASON] = {"reason", WORDS}, [ANSWER_BY] = {"answer_by", MOMENT},
    [PLACE] = {"place", WORDS},          [TRACKING] = {"tracking", WORDS},
};

#define BIT(fact) (1u << (fact))
/* What matters on each occasion; a fact that is not there says nothing. `link`: the page to look at, where it is not
 * that of dossiers. */
static const struct {
    const char *name;
    unsigned facts;
    const char *link;
} occasions[] = {
    {"apologised", BIT(OLD_DUE) | BIT(DUE) | BIT(REASON) | BIT(PLACE)},
    {"appointment_booked", BIT(DUE) | BIT(PLACE), "/lich"},
    {"appointment_reminder", BIT(DUE) | BIT(PLACE), "/lich"},
    {"corrected", BIT(DUE) | BIT(PLACE)},
    {"fee_asked", BIT(TITLE) | BIT(AMOUNT) | BIT(REASON) | BIT(ANSWER_BY) | BIT(PLACE)},
    {"fee_paid", BIT(AMOUNT) | BIT(DUE)},
    {"message", BIT(REASON)},
    {"petition_answered", BIT(REASON), "/phan-anh/theo-doi"},
    {"rating_answered", BIT(REASON), "/phan-anh"},
    {"ready", BIT(TITLE) | BIT(PLACE)},
    {"received", BIT(DUE) | BIT(PLACE)},
    {"refused", BIT(REASON) | BIT(PLACE)},
    {"resumed", BIT(DUE) | BIT(REASON)},
    {"returned", BIT(TITLE)},
    {"sent_by_post", BIT(TITLE) | BIT(TRACKING)},
    {"stopped", BIT(REASON) | BIT(PLACE)},
    {"supplement_accepted", BIT(DUE) | BIT(PLACE)},
    {"supplement_asked", BIT(REASON) | BIT(ANSWER_BY) | BIT(PLACE)},
    {"turn_near", BIT(PLACE), "/cho-doi"},
    {"withdrawn", BIT(REASON)},
};

struct writing {
    struct arena *arena;
    struct data *words, *data;
    const char *occasion;
    unsigned shown;
    const char *link;
    json_t *json;
    const char *number, *procedure;
};

static const char *fact_json(const struct writing *w, const char *name)
{
    const json_t *value = json_object_get(w->json, name);
    if (json_is_integer(value) && json_integer_value(value) != 0)
        return arena_format(w->arena, "%lld", (long long)json_integer_value(value));
    const char *text = json_string_value(value);
    return text ? arena_copy(w->arena, text) : "";
}

/* A day has no hour, a moment has one. */
static const char *when(struct writing *w, const char *text, bool brief)
{
    struct civil at;
    if (!*text || !civil_parse(text, &at))
        return "";
    bool day = strlen(text) <= 10;
    if (!brief)
        return phrase_dated(w->arena, w->words, day ? "date.day" : "date.moment", &at);
    char *out = arena_take(w->arena, DATE_TEXT_MAX);
    return day ? date_format_day(out, &at) : date_format_short(out, &at);
}

static const char *fact_text(struct writing *w, enum fact fact, bool brief)
{
    const char *text = fact_json(w, facts[fact].name);
    int64_t amount;
    if (facts[fact].kind == MOMENT)
        return when(w, text, brief);
    if (facts[fact].kind == MONEY)
        return money_parse(text, &amount) ? money_format(arena_take(w->arena, MONEY_TEXT_MAX), amount) : text;
    return text;
}

/* T.mail.<occasion>.<name>, or what all occasions say. */
static const char *word(const struct writing *w, const char *name, const char *usual)
{
    const char *own = data_get(w->words, arena_format(w->arena, "T.mail.%s.%s", w->occasion, name));
    return *own || !usual ? own : data_get(w->words, arena_format(w->arena, "T.mail.%s.%s", usual, name));
}

static const char *filled(struct writing *w, const char *pattern)
{
    const struct phrase_pair pairs[] = {{"number", w->number}, {"procedure", w->procedure}};
    return phrase_fill(w->arena, pattern, pairs, sizeof pairs / sizeof *pairs);
}

static void fact_add(struct writing *w, const char *name, const char *value)
{
    if (!*value)
        return;
    struct data *item = data_add(w->data, "Letter.Facts");
    data_set(item, "Name", name);
    data_set(item, "Value", value);
}

/* What is asked for, point by point: [{"paper", "what"}]. */
static void points_add(struct writing *w)
{
    size_t i;
    json_t *point;
    json_array_foreach(json_object_get(w->json, "points"), i, point) {
        const char *paper = json_string_value(json_object_get(point, "paper"));
        const char *what = json_string_value(json_object_get(point, "what"));
        struct data *item = data_add(w->data, "Letter.Points");
        data_format(item, "Text", "%s%s%s", paper ? paper : "", paper && *paper && what ? ": " : "",
                    what ? what : "");
    }
}

static const char *link_of(struct writing *w, const char *lang)
{
    if (!settings.site || !*settings.site)
        return "";
    return arena_format(w->arena, "%s%s%s", settings.site, strcmp(lang, "en") == 0 ? "/en" : "", w->link);
}

/* The number of the dossier, or the code of the appointment, which only its mail needs the keys for. NULL: sealed
 * with another key. */
static const char *number_of(const struct writing *w)
{
    const char *sealed = fact_json(w, "code_sealed");
    if (!*sealed)
        return fact_json(w, "number");
    const char *code = token_init() ? appointment_code_unseal(w->arena, sealed) : NULL;
    return code ? appointment_code_show(w->arena, code) : NULL;
}

static bool writing_open(struct writing *w, struct arena *arena, const struct outbox_letter *from,
                         const struct site *site)
{
    *w = (struct writing){.arena = arena, .words = words_of(from->lang)};
    for (size_t i = 0; i < sizeof occasions / sizeof *occasions; i++)
        if (strcmp(occasions[i].name, from->template_name) == 0) {
            w->occasion = occasions[i].name;
            w->shown = occasions[i].facts;
            w->link = occasions[i].link ? occasions[i].link : "/tra-cuu";
        }
    w->json = json_loads(*from->data ? from->data : "{}", 0, NULL);
    w->number = w->occasion && json_is_object(w->json) ? number_of(w) : NULL;
    if (!w->number) {
        log_error("message %llu: no words for \"%s\"", (unsigned long long)from->id, from->template_name);
        json_decref(w->json);
        return false;
    }
    w->procedure = fact_json(w, strcmp(from->lang, "en") == 0 && *fact_json(w, "procedure_en")
                                    ? "procedure_en" : "procedure");
    w->data = data_open();
    site_put(site, w->data, from->lang);
    data_set(w->data, "Letter.Link", link_of(w, from->lang));
    return true;
}

static bool writing_render(struct writing *w, const char *file, const char **text)
{
    struct buffer out;
    buffer_init(&out, TEXT_CEILING);
    bool done = template_render_text(file, w->data, w->words, &out);
    *text = done ? arena_copy(w->arena, out.bytes) : "";
    buffer_release(&out);
    return done;
}

static void writing_close(struct writing *w)
{
    data_close(w->data);
    json_decref(w->json);
}

bool letter_mail(struct arena *arena, const struct outbox_letter *from, const struct site *site, struct letter *out)
{
    struct writing w;
    if (!writing_open(&w, arena, from, site))
        return false;
    data_set(w.data, "Letter.What", filled(&w, word(&w, "what", NULL)));
    data_set(w.data, "Letter.Todo", filled(&w, word(&w, "todo", NULL)));
    data_set(w.data, "Letter.LinkText", word(&w, "link", NULL));
    fact_add(&w, word(&w, "number", "fact"), w.number);
    fact_add(&w, word(&w, "procedure", "fact"), w.procedure);
    for (enum fact fact = 0; fact < FACTS; fact++)
        if (w.shown & BIT(fact))
            fact_add(&w, word(&w, facts[fact].name, "fact"), fact_text(&w, fact, false));
    points_add(&w);
    data_set(w.data, "Letter.Rate", from->rate);
    out->subject = filled(&w, word(&w, "subject", NULL));
    bool done = writing_render(&w, "mail/letter.cs", &out->text);
    writing_close(&w);
    return done;
}

/* The one moment a short message names: until when something has to be done, or when the result is due. */
static const char *sms_when(struct writing *w)
{
    const enum fact order[] = {ANSWER_BY, DUE};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        const char *text = w->shown & BIT(order[i]) ? fact_text(w, order[i], true) : "";
        if (*text)
            return arena_format(w->arena, "%s %s.", word(w, facts[order[i]].name, "sms_fact"), text);
    }
    return "";
}

bool letter_sms(struct arena *arena, const struct outbox_letter *from, const struct site *site, bool marks,
                struct letter *out)
{
    struct writing w;
    if (!writing_open(&w, arena, from, site))
        return false;
    const struct sms_parts parts = {
        .what = filled(&w, word(&w, "sms", NULL)),
        .when = sms_when(&w),
        .procedure = w.procedure,
        .link = data_get(w.data, "Letter.Link"),
    };
    data_set(w.data, "Letter.Sms", sms_text_fit(arena, &parts, marks));
    out->subject = "";
    bool done = writing_render(&w, "mail/sms.cs", &out->text);
    writing_close(&w);
    if (done)
        out->text = arena_copy_bytes(arena, out->text, strcspn(out->text, "\n"));
    return done;
}
