/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/procedure_words.h"

#include <string.h>

#include "lib/money.h"
#include "lib/page_text.h"
#include "lib/say.h"

const char *term_words(struct request *rq, const struct catalogue_procedure *procedure)
{
    switch (procedure->term_unit) {
    case TERM_WORKING_DAY:
        return say_count(rq, "term.working_day", procedure->term);
    case TERM_DAY:
        return say_count(rq, "term.day", procedure->term);
    case TERM_HOUR:
        return say_count(rq, "term.hour", procedure->term);
    case TERM_SAME_DAY:
        return say(rq, "term.same_day");
    case TERM_UNKNOWN:
        break;
    }
    return "";
}

const char *fee_words(struct request *rq, const struct catalogue_procedure *procedure)
{
    char text[MONEY_TEXT_MAX];
    if (procedure->fee < 0)
        return "";
    if (procedure->fee == 0)
        return say(rq, "common.free");
    return arena_copy(rq->arena, money_format(text, procedure->fee));
}

const char *levels_words(struct request *rq, const struct catalogue_procedure *p)
{
    static const char *const names[CATALOGUE_LEVELS] = { "tinh", "huyen", "xa", "trung_uong" };
    const char *text = "";
    for (int i = 0; i < CATALOGUE_LEVELS; i++)
        if (p->levels >> i & 1)
            text = arena_format(rq->arena, "%s%s%s", text, *text ? ", " : "",
                                say_one(rq, "level", names[i]));
    return text;
}

const char *groups_words(struct request *rq, const struct catalogue_procedure *p)
{
    static const char *const names[CATALOGUE_GROUPS] = { "nguoi_dan", "doanh_nghiep", "to_chuc",
                                                         "can_bo" };
    const char *text = "";
    for (int i = 0; i < CATALOGUE_GROUPS; i++)
        if (p->audience & catalogue_group_audiences[i])
            text = arena_format(rq->arena, "%s%s%s", text, *text ? ", " : "",
                                say_one(rq, "audience", names[i]));
    return text;
}

static void paper_put(struct request *rq, const struct catalogue *catalogue,
                      const struct catalogue_procedure *p, uint32_t i, const char *form_href, struct data *group)
{
    const struct catalogue_paper *paper = &p->papers[i];
    struct data *item = data_add(group, "Papers");
    data_set_number(item, "Number", i + 1);
    put_text(rq, item, "Name", paper->name, paper->name_en);
    if (paper->originals)
        data_set_number(item, "Original", paper->originals);
    if (paper->copies)
        data_set_number(item, "Copy", paper->copies);
    data_set_flag(item, "Optional", !paper->required);
    data_set_flag(item, "ShownOnly", paper->shown_only);
    if (*paper->note)
        put_text(rq, item, "Note", paper->note, "");
    if (form_href && paper->form != CATALOGUE_NONE &&
        &catalogue->forms[paper->form] == catalogue_form_of(catalogue, p))
        data_set(item, "Href", form_href);
}

void procedure_papers(struct request *rq, const struct catalogue *catalogue,
                      const struct catalogue_procedure *p, const char *form_href)
{
    struct data *group = NULL;
    const char *running = NULL;
    for (uint32_t i = 0; i < p->n_papers; i++) {
        if (!group || strcmp(running, p->papers[i].case_text) != 0) {
            running = p->papers[i].case_text;
            group = data_add(rq->data, "Procedure.Cases");
            put_text(rq, group, "Title", running, "");
        }
        paper_put(rq, catalogue, p, i, form_href, group);
    }
    data_set_number(rq->data, "Procedure.NPapers", p->n_papers);
}
