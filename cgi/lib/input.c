/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/input.h"

#include "lib/data.h"
#include "lib/input_type.h"
#include "lib/log.h"
#include "lib/request.h"
#include "lib/route.h"
#include "lib/text.h"

struct input_value {
    const struct input *input;
    struct input_item *items; /* n of them; one at least, so that [0] is always "" / 0 / no date */
    size_t n;
    bool refused;
};

/* ---- asking ------------------------------------------------------------------------- */

static struct input_value *value_of(const struct request *rq, const char *name)
{
    for (size_t i = 0; i < ROUTE_INPUTS && rq->route->inputs[i].type != INPUT_END; i++)
        if (strcmp(rq->route->inputs[i].name, name) == 0)
            return &rq->inputs[i];
    log_fatal("%s asks for the input \"%s\", which its route does not declare", rq->route->path,
              name);
}

const char *input_text(struct request *rq, const char *name)
{
    return value_of(rq, name)->items[0].text;
}

int64_t input_number(struct request *rq, const char *name)
{
    return value_of(rq, name)->items[0].number;
}

bool input_date(struct request *rq, const char *name, struct civil *date)
{
    const struct input_item *item = &value_of(rq, name)->items[0];
    if (item->date.year == 0)
        return false;
    *date = item->date;
    return true;
}

bool input_given(struct request *rq, const char *name)
{
    return input_count(rq, name) > 0;
}

size_t input_count(struct request *rq, const char *name)
{
    return value_of(rq, name)->n;
}

const char *input_text_at(struct request *rq, const char *name, size_t i)
{
    const struct input_value *value = value_of(rq, name);
    return i < value->n ? value->items[i].text : "";
}

bool input_is(struct request *rq, enum input_type type, const char *text)
{
    struct input input = {.name = "", .type = type};
    struct input_item item;
    return *text && input_type_check(rq->arena, &input, text, &item) == NULL;
}

/* ---- Form.* and Errors ---------------------------------------------------------------- */

static struct data *form_field(struct request *rq, const struct input *input)
{
    return data_at(rq->data, arena_format(rq->arena, "Form.%s", input->name));
}

static const char *error_text(struct request *rq, const char *key)
{
    const char *name = arena_format(rq->arena, "T.error.%s", key);
    const char *text = rq->words ? data_get(rq->words, name) : "";
    if (rq->words && !*text)
        log_warn("there are no words for T.error.%s", key);
    return *text ? text : key;
}

static void refuse(struct request *rq, struct input_value *value, const char *key)
{
    value->refused = true;
    struct data *field = form_field(rq, value->input);
    if (data_has(field, "Error"))
        return; /* the first finding is enough */
    data_set(field, "Error", error_text(rq, key));
    data_set(field, "Key", key);
    struct data *error = data_add(rq->data, "Errors");
    data_set(error, "Field", value->input->name);
    data_set(error, "Key", key);
    data_set(error, "Text", error_text(rq, key));
}

void input_refuse(struct request *rq, const char *name, const char *key)
{
    refuse(rq, value_of(rq, name), key);
}

bool input_refused(const struct request *rq)
{
    return data_has(rq->data, "Errors");
}

/* A template walks Form.x even when nothing came; a field macro needs the node to exist. */
static void form_fill(struct request *rq, const struct input *input, const char *raw)
{
    struct data *field = form_field(rq, input);
    if (!input->many) {
        data_set(field, "Value", raw);
        return;
    }
    if (raw)
        data_set(data_add(field, "Values"), "Value", raw);
}

/* ---- checking ------------------------------------------------------------------------- */

/* A segment of the address must be a text already: nothing is trimmed or repaired for it. */
static const char *segment_text(struct request *rq, const char *segment)
{
    const char *clean = text_clean(rq->arena, segment, strlen(segment), TEXT_ONE_LINE, NULL);
    return clean && strcmp(clean, segment) == 0 ? clean : NULL;
}

static const char *captured(const struct request *rq, const char *name)
{
    for (size_t i = 0; i < rq->n_captures; i++)
        if (strcmp(rq->captures[i].name, name) == 0)
            return rq->captures[i].value;
    return NULL;
}

static void value_open(struct request *rq, const struct input *input, struct input_value *value)
{
    size_t room = 1;
    for (size_t i = 0; input->many && i < rq->n_parameters; i++)
        room += strcmp(rq->parameters[i].name, input->name) == 0;
    value->input = input;
    value->items = arena_take_array(rq->arena, room, sizeof *value->items);
    value->items[0].text = "";
}

/* One raw text more for this input. */
static enum input_verdict value_take(struct request *rq, struct input_value *value,
                                     const char *raw, bool quiet)
{
    const struct input *input = value->input;
    struct input_item item;
    const char *error = input_type_check(rq->arena, input, raw, &item);
    if (!error) {
        if (*item.text)
            value->items[value->n++] = item;
        return INPUT_OK;
    }
    if (!quiet)
        refuse(rq, value, input->missing && strcmp(error, "required") == 0 ? input->missing : error);
    return INPUT_WRONG;
}

static enum input_verdict check_parameters(struct request *rq, struct input_value *value,
                                           bool quiet)
{
    const struct input *input = value->input;
    enum input_verdict verdict = INPUT_OK;
    const char *first = NULL;
    for (size_t i = 0; i < rq->n_parameters; i++) {
        const char *raw = rq->parameters[i].value;
        if (strcmp(rq->parameters[i].name, input->name) != 0)
            continue;
        if (first && !input->many)
            return INPUT_MALFORMED;
        first = raw;
        if (!quiet)
            form_fill(rq, input, input->secret ? "" : raw);
        if (value_take(rq, value, raw, quiet) != INPUT_OK)
            verdict = INPUT_WRONG;
    }
    if (first || quiet)
        return verdict;
    form_fill(rq, input, input->many ? NULL : "");
    bool may_be_absent = input->optional || input->type == FLAG;
    return may_be_absent ? INPUT_OK : value_take(rq, value, "", false);
}

static enum input_verdict check_one(struct request *rq, struct input_value *value, bool quiet)
{
    const char *segment = captured(rq, value->input->name);
    if (!segment)
        return check_parameters(rq, value, quiet);
    const char *clean = segment_text(rq, segment);
    if (!clean || value_take(rq, value, clean, true) != INPUT_OK || value->n == 0)
        return INPUT_MISSING;
    if (!quiet)
        form_fill(rq, value->input, clean);
    return INPUT_OK;
}

static enum input_verdict check_all(struct request *rq, bool quiet)
{
    const struct input *inputs = rq->route->inputs;
    rq->inputs = arena_take_array(rq->arena, ROUTE_INPUTS, sizeof *rq->inputs);
    enum input_verdict worst = INPUT_OK;
    for (size_t i = 0; i < ROUTE_INPUTS && inputs[i].type != INPUT_END; i++) {
        value_open(rq, &inputs[i], &rq->inputs[i]);
        enum input_verdict verdict = check_one(rq, &rq->inputs[i], quiet);
        if (verdict > worst)
            worst = verdict;
    }
    return worst;
}

enum input_verdict input_check(struct request *rq)
{
    return check_all(rq, false);
}

void input_check_again(struct request *rq)
{
    (void)check_all(rq, true);
}
