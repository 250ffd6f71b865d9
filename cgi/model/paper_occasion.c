/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Which statutory papers the facts of a dossier give occasion for.
 */
#include <string.h>

#include "model/paper.h"

const char *const paper_names[PAPER_KINDS] = {
    [PAPER_RECEIPT] = "giay-tiep-nhan", [PAPER_SUPPLEMENT] = "yeu-cau-bo-sung",
    [PAPER_REFUSAL] = "tu-choi",        [PAPER_APOLOGY] = "xin-loi",
    [PAPER_STOP] = "dung-giai-quyet",   [PAPER_CONTROL] = "kiem-soat",
};

enum paper_kind paper_kind_of(const char *name)
{
    size_t kind = 0;
    while (kind < PAPER_KINDS && strcmp(paper_names[kind], name) != 0)
        kind++;
    return (enum paper_kind)kind;
}

static const struct paper_event *last_event(const struct paper *paper, const char *type)
{
    for (size_t i = paper->n_events; i-- > 0;)
        if (strcmp(paper->events[i].type, type) == 0)
            return &paper->events[i];
    return NULL;
}

static int events_of(const struct paper *paper, const char *type)
{
    int n = 0;
    for (size_t i = 0; i < paper->n_events; i++)
        n += strcmp(paper->events[i].type, type) == 0;
    return n;
}

const struct paper_round *paper_round_of(const struct paper *paper, int wanted)
{
    for (size_t i = paper->n_rounds; i-- > 0;)
        if (!wanted || paper->rounds[i].round == wanted)
            return &paper->rounds[i];
    return NULL;
}

const struct paper_event *paper_refused(const struct paper *paper)
{
    const struct paper_event *event = last_event(paper, "rejected_online");
    return event ? event : last_event(paper, "refused");
}

const struct paper_event *paper_apologised(const struct paper *paper)
{
    return last_event(paper, "apologised");
}

static bool stops(const char *type)
{
    return !strcmp(type, "stopped") || !strcmp(type, "withdrawn") || !strcmp(type, "expired");
}

const struct paper_event *paper_stopped(const struct paper *paper)
{
    for (size_t i = paper->n_events; i-- > 0;) {
        if (strcmp(paper->events[i].type, "resumed") == 0)
            return NULL;
        if (stops(paper->events[i].type))
            return &paper->events[i];
    }
    return NULL;
}

static int stop_issue(const struct paper *paper)
{
    int n = 0;
    if (!paper_stopped(paper))
        return 0;
    for (size_t i = 0; i < paper->n_events; i++)
        n += stops(paper->events[i].type);
    return n;
}

static int supplement_issue(const struct paper *paper, int round)
{
    const struct paper_round *asked = paper_round_of(paper, round);
    return asked ? asked->round : 0;
}

int paper_issue(const struct paper *paper, enum paper_kind kind, int round)
{
    bool received = *paper->number && paper->received_at.year;
    if (!received && kind != PAPER_REFUSAL)
        return 0;
    switch (kind) {
    case PAPER_RECEIPT:
        return 1 + events_of(paper, "corrected");
    case PAPER_SUPPLEMENT:
        return supplement_issue(paper, round);
    case PAPER_REFUSAL:
        return paper_refused(paper) != NULL;
    case PAPER_APOLOGY:
        return events_of(paper, "apologised");
    case PAPER_STOP:
        return stop_issue(paper);
    case PAPER_CONTROL:
        return 1;
    case PAPER_KINDS:
        break;
    }
    return 0;
}

static void choice_add(struct paper_choices *out, enum paper_kind kind, int round)
{
    if (out->n < PAPER_CHOICES_MAX)
        out->choices[out->n++] = (struct paper_choice){kind, paper_names[kind], round};
}

void paper_choices(const struct paper *paper, struct paper_choices *out)
{
    out->n = 0;
    for (enum paper_kind kind = 0; kind < PAPER_KINDS; kind++) {
        if (!paper_issue(paper, kind, 0))
            continue;
        if (kind != PAPER_SUPPLEMENT) {
            choice_add(out, kind, 0);
            continue;
        }
        for (size_t i = 0; i < paper->n_rounds; i++)
            choice_add(out, kind, paper->rounds[i].round);
    }
}

enum db_result paper_available(struct db *db, struct arena *arena, const struct scope *scope,
                               uint64_t dossier, struct paper_choices *out)
{
    struct paper paper;
    enum db_result found = paper_open(db, arena, scope, dossier, &paper);
    if (found == DB_OK)
        paper_choices(&paper, out);
    return found;
}
