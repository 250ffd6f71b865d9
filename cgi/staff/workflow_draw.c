/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Places of the drawing: the main branch goes down in the first column; what waits for the citizen stands beside the
 * step it comes from; joint branches stand side by side above their join; ways back run along the left edge.
 */
#include "lib/say.h"
#include "lib/text.h"
#include "staff/workflow_say.h"
#include "staff/workflow_show.h"

enum {
    BOX_WIDTH = 268,
    BOX_HEIGHT = 112,
    GAP_X = 40,
    GAP_Y = 44,
    LEFT = 76,         /* room for the ways back */
    TOP = 8,
    BACK_STEP = 14,    /* between two ways back */
    BACKS_MAX = 5,
    LINE_LETTERS = 28, /* of a name in a box */
    NO_PLACE = -1
};

struct place {
    int column, row; /* row NO_PLACE: not drawn */
};

struct drawing {
    struct request *rq;
    const struct workflow *workflow;
    const struct workflow_time *time;
    struct place places[WORKFLOW_STEPS_MAX];
    int rows, columns, backs;
};

static int left_of(const struct place *place)
{
    return LEFT + place->column * (BOX_WIDTH + GAP_X);
}

static int top_of(const struct place *place)
{
    return TOP + place->row * (BOX_HEIGHT + GAP_Y);
}

/* ---- places ----------------------------------------------------------------------------------------- */

static void put(struct drawing *d, size_t step, int column, int row)
{
    d->places[step] = (struct place){column, row};
    if (column >= d->columns)
        d->columns = column + 1;
    if (row >= d->rows)
        d->rows = row + 1;
}

/* All branches side by side from this row on, each going down; the first row below the longest. */
static int branches_put(struct drawing *d, int row)
{
    int column = -1, at = row, below = row;
    for (size_t i = 0; i < d->workflow->n_steps; i++) {
        if (d->workflow->steps[i].branch == BRANCH_MAIN || d->places[i].row != NO_PLACE)
            continue;
        if (workflow_begins_branch(d->workflow, i)) {
            column++;
            at = row;
        }
        put(d, i, column < 0 ? 0 : column, at++);
        if (at > below)
            below = at;
    }
    return below;
}

static void main_put(struct drawing *d)
{
    int row = 0;
    for (size_t i = 0; i < d->workflow->n_steps; i++) {
        const struct workflow_step *step = &d->workflow->steps[i];
        if (step->branch != BRANCH_MAIN || step->kind == STEP_WAIT_CITIZEN || step->kind == STEP_WAIT_FEE)
            continue;
        if (step->kind == STEP_JOIN)
            row = branches_put(d, row);
        put(d, i, 0, row++);
    }
    branches_put(d, row); /* that are opened by hand alone */
}

static bool taken(const struct drawing *d, int column, int row)
{
    for (size_t i = 0; i < d->workflow->n_steps; i++)
        if (d->places[i].column == column && d->places[i].row == row)
            return true;
    return false;
}

/* What waits, beside the first step that leads there. */
static void waits_put(struct drawing *d)
{
    for (size_t i = 0; i < d->workflow->n_actions; i++) {
        const struct workflow_action *action = &d->workflow->actions[i];
        if (action->to == WORKFLOW_NOWHERE || d->places[action->to].row != NO_PLACE ||
            d->places[action->from].row == NO_PLACE)
            continue;
        int column = 1, row = d->places[action->from].row;
        while (taken(d, column, row))
            column++;
        put(d, action->to, column, row);
    }
}

/* ---- boxes ------------------------------------------------------------------------------------------- */

static const char *look_of(const struct workflow_step *step)
{
    static const char *const looks[] = {"task", "join", "wait", "wait", "end"};
    return step->branch != BRANCH_MAIN ? "branch" : looks[step->kind];
}

/* The name in one line or two, cut between words. */
static void name_put(struct drawing *d, struct data *box, const char *name, int top)
{
    size_t n = 0, letters = 0, cut = 0;
    for (; name[n]; n++) {
        letters += ((unsigned char)name[n] & 0xC0) != 0x80;
        if (name[n] == ' ' && letters <= LINE_LETTERS)
            cut = n;
    }
    bool two = letters > LINE_LETTERS && cut;
    struct data *line = data_add(box, "Lines");
    data_set(line, "Text", two ? arena_copy_bytes(d->rq->arena, name, cut) : name);
    data_set_number(line, "Y", top + (two ? 26 : 34));
    if (!two)
        return;
    line = data_add(box, "Lines");
    data_set(line, "Text", text_shorten(d->rq->arena, name + cut + 1, LINE_LETTERS));
    data_set_number(line, "Y", top + 48);
}

static void box_put(struct drawing *d, size_t i)
{
    const struct workflow_step *step = &d->workflow->steps[i];
    const struct place *place = &d->places[i];
    struct data *box = data_add(d->rq->data, "Flow.Boxes");
    data_set_number(box, "X", left_of(place));
    data_set_number(box, "Y", top_of(place));
    data_set_number(box, "TextX", left_of(place) + 14);
    data_set_number(box, "WhoY", top_of(place) + 76);
    data_set_number(box, "TimeY", top_of(place) + 99);
    data_set(box, "Look", look_of(step));
    data_set_flag(box, "Critical", d->time->critical[i]);
    name_put(d, box, say_either(d->rq, step->name, step->name_en), top_of(place));
    if (step->role)
        data_set(box, "Who", say_one(d->rq, "role", role_names[step->role]));
    if (step->minutes > 0)
        data_set(box, "Time", say_minutes(d->rq, step->minutes));
    if (step->kind == STEP_JOIN && d->time->branches)
        data_set(box, "Time", say_minutes(d->rq, d->time->branches));
}

/* ---- lines -------------------------------------------------------------------------------------------- */

static void line_put(struct drawing *d, bool back, const char *path)
{
    struct data *line = data_add(d->rq->data, "Flow.Lines");
    data_set(line, "Path", path);
    data_set_flag(line, "Back", back);
}

/* From the lower edge of one to the upper edge of the other, with a step where the columns differ. */
static void line_down(struct drawing *d, const struct place *from, const struct place *to)
{
    int x = left_of(from) + BOX_WIDTH / 2, y = top_of(from) + BOX_HEIGHT, end = left_of(to) + BOX_WIDTH / 2;
    int middle = top_of(to) - GAP_Y / 2;
    line_put(d, false, arena_format(d->rq->arena, "M%d %dV%dH%dV%d", x, y, middle, end, top_of(to) - 2));
}

/* To or from what stands beside it: there and back in one. */
static void line_across(struct drawing *d, const struct place *from, const struct place *to)
{
    int x = left_of(from) + BOX_WIDTH, y = top_of(from) + BOX_HEIGHT / 2;
    if (to->column == from->column + 1) {
        line_put(d, false, arena_format(d->rq->arena, "M%d %dH%d", x, y, left_of(to) - 2));
        return;
    }
    int above = top_of(from) - GAP_Y / 4; /* over the boxes between */
    line_put(d, false, arena_format(d->rq->arena, "M%d %dH%dV%dH%dV%d", x, y - 20, x + GAP_X / 3, above,
                                    left_of(to) + BOX_WIDTH / 2, top_of(to) - 2));
}

/* From what stands beside it, down and to the left. */
static void line_home(struct drawing *d, const struct place *from, const struct place *to)
{
    int x = left_of(from) + BOX_WIDTH / 2, y = top_of(from) + BOX_HEIGHT, level = top_of(to) + BOX_HEIGHT / 2;
    if (to->row > from->row)
        line_put(d, false, arena_format(d->rq->arena, "M%d %dV%dH%d", x, y, level, left_of(to) + BOX_WIDTH + 2));
    else
        line_put(d, true, arena_format(d->rq->arena, "M%d %dH%d", left_of(from), top_of(from) + BOX_HEIGHT / 2 + 16,
                                       left_of(to) + BOX_WIDTH + 2));
}

static void line_back(struct drawing *d, const struct place *from, const struct place *to)
{
    int x = left_of(from), out = x - BACK_STEP * (1 + d->backs % BACKS_MAX), shift = 6 * (d->backs % BACKS_MAX);
    d->backs++;
    line_put(d, true, arena_format(d->rq->arena, "M%d %dH%dV%dH%d", x, top_of(from) + BOX_HEIGHT / 2 - shift, out,
                                   top_of(to) + BOX_HEIGHT / 2 + shift, x - 2));
}

static void branch_lines(struct drawing *d, const struct workflow_action *opener)
{
    for (size_t i = 0; i < d->workflow->n_steps; i++)
        if (workflow_begins_branch(d->workflow, i))
            line_down(d, &d->places[opener->from], &d->places[i]);
    for (size_t i = 0; i < d->workflow->n_actions; i++) {
        const struct workflow_action *action = &d->workflow->actions[i];
        if (action->to == WORKFLOW_NOWHERE && d->workflow->steps[action->from].branch != BRANCH_MAIN)
            line_down(d, &d->places[action->from], &d->places[opener->to]);
    }
}

static void action_line(struct drawing *d, const struct workflow_action *action)
{
    if (action->to == WORKFLOW_NOWHERE)
        return;
    const struct place *from = &d->places[action->from], *to = &d->places[action->to];
    if (action->effects & EFFECT_OPEN_BRANCHES)
        branch_lines(d, action);
    else if (to->column > from->column && to->row == from->row)
        line_across(d, from, to);
    else if (from->column > to->column && d->workflow->steps[action->from].branch == BRANCH_MAIN)
        line_home(d, from, to);
    else if (to->row > from->row)
        line_down(d, from, to);
    else
        line_back(d, from, to);
}

/* Two actions between the same two steps are one line. */
static bool said_before(const struct workflow *workflow, size_t action)
{
    for (size_t i = 0; i < action; i++)
        if (workflow->actions[i].from == workflow->actions[action].from &&
            workflow->actions[i].to == workflow->actions[action].to)
            return true;
    return false;
}

void workflow_draw(struct request *rq, const struct workflow *workflow, const struct workflow_time *time)
{
    struct drawing d = {.rq = rq, .workflow = workflow, .time = time};
    for (size_t i = 0; i < workflow->n_steps; i++)
        d.places[i].row = NO_PLACE;
    main_put(&d);
    waits_put(&d);
    for (size_t i = 0; i < workflow->n_actions; i++)
        if (d.places[workflow->actions[i].from].row != NO_PLACE && !said_before(workflow, i))
            action_line(&d, &workflow->actions[i]);
    for (size_t i = 0; i < workflow->n_steps; i++)
        if (d.places[i].row != NO_PLACE)
            box_put(&d, i);
    data_set_number(rq->data, "Flow.Width", LEFT + d.columns * (BOX_WIDTH + GAP_X) - GAP_X + TOP);
    data_set_number(rq->data, "Flow.Height", 2 * TOP + d.rows * (BOX_HEIGHT + GAP_Y) - GAP_Y);
}
