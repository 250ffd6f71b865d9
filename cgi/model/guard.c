/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/guard.h"

#include <string.h>

#include "lib/text.h"

const char *const guard_fact_names[FACT_END] = {
    [FACT_PAPERS_MISSING] = "papers_missing",
    [FACT_FEES_UNPAID] = "fees_unpaid",
    [FACT_DUTIES_UNPAID] = "duties_unpaid",
    [FACT_BRANCHES_OPEN] = "branches_open",
    [FACT_BRANCHES_REFUSED] = "branches_refused",
    [FACT_SUPPLEMENT_ROUNDS] = "supplement_rounds",
    [FACT_RESULT_FILES] = "result_files",
    [FACT_RESULT_NUMBERED] = "result_numbered",
    [FACT_DELIVER_POST] = "deliver_post",
    [FACT_DELIVER_ONLINE] = "deliver_online",
    [FACT_ORGANISATION] = "organisation",
    [FACT_LATE] = "late",
};

const char *const guard_error_names[GUARD_ERROR_END] = {
    [GUARD_GOOD] = "good",
    [GUARD_FACT_EXPECTED] = "fact_expected",
    [GUARD_FACT_UNKNOWN] = "fact_unknown",
    [GUARD_NUMBER_EXPECTED] = "number_expected",
    [GUARD_NUMBER_LONG] = "number_long",
    [GUARD_CLOSE_EXPECTED] = "close_expected",
    [GUARD_END_EXPECTED] = "end_expected",
    [GUARD_TOO_MANY] = "too_many",
    [GUARD_TOO_DEEP] = "too_deep",
};

enum { NUMBER_DIGITS_MAX = 9, WORD_SHOWN_MAX = 30 };

enum node_kind { NODE_OR, NODE_AND, NODE_NOT, NODE_FACT };
enum relation { EQUAL, NOT_EQUAL, LESS, AT_MOST, MORE, AT_LEAST };

struct node {
    enum node_kind kind;
    const struct node *left, *right; /* OR, AND; NOT has only left */
    enum guard_fact fact;
    enum relation relation;
    int64_t number;
};

struct guard {
    const struct node *root; /* NULL: always holds */
};

/* ---- reading ------------------------------------------------------------------------------- */

struct parser {
    struct arena *arena;
    const char *text, *at;
    unsigned nodes, depth;
    struct guard_problem problem; /* the first one; from then on everything answers NULL */
};

/* Letters before this place, from 1. */
static unsigned column(const struct parser *parser, const char *at)
{
    unsigned n = 1;
    for (const char *p = parser->text; p < at; p++)
        n += ((unsigned char)*p & 0xC0) != 0x80;
    return n;
}

/* What stands here: one word, or one sign. */
static const char *found(const struct parser *parser, const char *at)
{
    if (!*at)
        return "";
    size_t n = strcspn(at, " \t\n()=!<>"), all = n ? n : 1;
    if (n > WORD_SHOWN_MAX)
        for (n = WORD_SHOWN_MAX; n > 0 && ((unsigned char)at[n] & 0xC0) == 0x80; n--)
            ;
    else
        n = all;
    return arena_format(parser->arena, "%.*s%s", (int)n, at, n < all ? "…" : "");
}

static struct node *refuse(struct parser *parser, const char *at, enum guard_error error)
{
    if (!parser->problem.error)
        parser->problem = (struct guard_problem){
            .error = error,
            .column = column(parser, at),
            .found = found(parser, at),
        };
    return NULL;
}

static void skip_space(struct parser *parser)
{
    parser->at += strspn(parser->at, " \t\n");
}

static size_t word_length(const char *at)
{
    return strspn(at, "abcdefghijklmnopqrstuvwxyz_0123456789");
}

static bool word_is(const struct parser *parser, const char *word)
{
    size_t n = word_length(parser->at);
    return n == strlen(word) && strncmp(parser->at, word, n) == 0;
}

/* Takes the word if it stands here. */
static bool take_word(struct parser *parser, const char *word)
{
    skip_space(parser);
    if (!word_is(parser, word))
        return false;
    parser->at += strlen(word);
    return true;
}

static struct node *node_new(struct parser *parser, enum node_kind kind)
{
    if (parser->problem.error)
        return NULL;
    if (++parser->nodes > GUARD_NODES_MAX)
        return refuse(parser, parser->at, GUARD_TOO_MANY);
    struct node *node = arena_take(parser->arena, sizeof *node);
    node->kind = kind;
    return node;
}

static bool take_fact(struct parser *parser, enum guard_fact *fact)
{
    const char *at = parser->at;
    size_t n = word_length(at);
    for (*fact = 0; n && *fact < FACT_END; (*fact)++) {
        if (!word_is(parser, guard_fact_names[*fact]))
            continue;
        parser->at += n;
        return true;
    }
    bool keyword = word_is(parser, "and") || word_is(parser, "or") || word_is(parser, "not");
    bool word = *at && !strchr("()=!<>0123456789", *at) && !keyword;
    refuse(parser, at, word ? GUARD_FACT_UNKNOWN : GUARD_FACT_EXPECTED);
    return false;
}

static bool take_relation(struct parser *parser, enum relation *relation)
{
    static const struct {
        const char *sign;
        enum relation relation;
    } signs[] = {{"!=", NOT_EQUAL}, {"<=", AT_MOST}, {">=", AT_LEAST},
                 {"=", EQUAL},      {"<", LESS},     {">", MORE}};
    skip_space(parser);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (!text_starts(parser->at, signs[i].sign))
            continue;
        parser->at += strlen(signs[i].sign);
        *relation = signs[i].relation;
        return true;
    }
    return false;
}

static bool take_number(struct parser *parser, int64_t *number)
{
    skip_space(parser);
    const char *at = parser->at;
    size_t n = strspn(at, "0123456789");
    if (n == 0 || n != word_length(at) || n > NUMBER_DIGITS_MAX) {
        refuse(parser, at, n > NUMBER_DIGITS_MAX ? GUARD_NUMBER_LONG : GUARD_NUMBER_EXPECTED);
        return false;
    }
    for (*number = 0; n; n--)
        *number = *number * 10 + (*parser->at++ - '0');
    return true;
}

static struct node *parse_or(struct parser *parser);

static struct node *parse_inside(struct parser *parser)
{
    const char *open = parser->at++;
    if (++parser->depth > GUARD_DEPTH_MAX)
        return refuse(parser, open, GUARD_TOO_DEEP);
    struct node *node = parse_or(parser);
    parser->depth--;
    skip_space(parser);
    if (node && *parser->at != ')') {
        node = refuse(parser, parser->at, GUARD_CLOSE_EXPECTED);
        parser->problem.open = column(parser, open);
    }
    parser->at += node != NULL;
    return node;
}

static struct node *parse_term(struct parser *parser)
{
    skip_space(parser);
    if (*parser->at == '(')
        return parse_inside(parser);
    enum guard_fact fact;
    if (!take_fact(parser, &fact))
        return NULL;
    struct node *node = node_new(parser, NODE_FACT);
    if (!node)
        return NULL;
    node->fact = fact;
    node->relation = NOT_EQUAL;
    if (take_relation(parser, &node->relation) && !take_number(parser, &node->number))
        return NULL;
    return node;
}

static struct node *parse_not(struct parser *parser)
{
    if (!take_word(parser, "not"))
        return parse_term(parser);
    struct node *inner = parse_term(parser), *node = node_new(parser, NODE_NOT);
    if (node)
        node->left = inner;
    return node;
}

/* One or more, all joined by the same word. */
static struct node *parse_chain(struct parser *parser, enum node_kind kind, const char *word,
                                struct node *(*part)(struct parser *parser))
{
    struct node *left = part(parser);
    while (left && take_word(parser, word)) {
        struct node *right = part(parser), *node = node_new(parser, kind);
        if (node) {
            node->left = left;
            node->right = right;
        }
        left = node;
    }
    return left;
}

static struct node *parse_and(struct parser *parser)
{
    return parse_chain(parser, NODE_AND, "and", parse_not);
}

static struct node *parse_or(struct parser *parser)
{
    return parse_chain(parser, NODE_OR, "or", parse_and);
}

const struct guard *guard_read(struct arena *arena, const char *text, struct guard_problem *problem)
{
    struct parser parser = {.arena = arena, .text = text, .at = text};
    struct guard *guard = arena_take(arena, sizeof *guard);
    skip_space(&parser);
    if (*parser.at) {
        guard->root = parse_or(&parser);
        skip_space(&parser);
        if (guard->root && *parser.at)
            refuse(&parser, parser.at, GUARD_END_EXPECTED);
    }
    *problem = parser.problem;
    return problem->error ? NULL : guard;
}

const char *guard_sentence(struct arena *arena, const struct guard_problem *problem)
{
    static const char *const expected[GUARD_ERROR_END] = {
        [GUARD_FACT_EXPECTED] = "a fact or \"(\"",
        [GUARD_NUMBER_EXPECTED] = "a number",
        [GUARD_CLOSE_EXPECTED] = "\")\" for the \"(\"",
        [GUARD_END_EXPECTED] = "\"and\", \"or\" or the end",
    };
    static const char *const plain[GUARD_ERROR_END] = {
        [GUARD_NUMBER_LONG] = "the number is too long",
        [GUARD_TOO_MANY] = "the condition has too many parts",
        [GUARD_TOO_DEEP] = "the brackets go too deep",
    };
    const char *found_here =
        *problem->found ? arena_format(arena, "\"%s\"", problem->found) : "the end";
    if (problem->error == GUARD_FACT_UNKNOWN)
        return arena_format(arena, "column %u: there is no fact %s", problem->column, found_here);
    if (plain[problem->error])
        return arena_format(arena, "column %u: %s", problem->column, plain[problem->error]);
    const char *where =
        problem->open ? arena_format(arena, " at column %u", problem->open) : "";
    return arena_format(arena, "column %u: %s%s is expected, not %s", problem->column,
                        expected[problem->error], where, found_here);
}

const struct guard *guard_parse(struct arena *arena, const char *text, const char **error)
{
    struct guard_problem problem;
    const struct guard *guard = guard_read(arena, text, &problem);
    *error = guard ? NULL : guard_sentence(arena, &problem);
    return guard;
}

/* ---- asking ---------------------------------------------------------------------------------- */

static bool fact_holds(const struct node *node, int64_t value)
{
    switch (node->relation) {
    case EQUAL:
        return value == node->number;
    case NOT_EQUAL:
        return value != node->number;
    case LESS:
        return value < node->number;
    case AT_MOST:
        return value <= node->number;
    case MORE:
        return value > node->number;
    case AT_LEAST:
        return value >= node->number;
    }
    return false;
}

static bool node_holds(const struct node *node, const int64_t *facts)
{
    switch (node->kind) {
    case NODE_OR:
        return node_holds(node->left, facts) || node_holds(node->right, facts);
    case NODE_AND:
        return node_holds(node->left, facts) && node_holds(node->right, facts);
    case NODE_NOT:
        return !node_holds(node->left, facts);
    case NODE_FACT:
        return fact_holds(node, facts[node->fact]);
    }
    return false;
}

bool guard_holds(const struct guard *guard, const int64_t facts[FACT_END])
{
    return !guard->root || node_holds(guard->root, facts);
}

/* Is it settled with the dossier, so that no work removes it? */
static bool is_given(enum guard_fact fact)
{
    return fact == FACT_DELIVER_POST || fact == FACT_DELIVER_ONLINE || fact == FACT_ORGANISATION ||
           fact == FACT_LATE;
}

/* The first fact that keeps a node from being `wanted`, which it is not; where either side would do, one that work
 * can remove. */
static enum guard_fact node_obstacle(const struct node *node, const int64_t *facts, bool wanted)
{
    if (node->kind == NODE_FACT)
        return node->fact;
    if (node->kind == NODE_NOT)
        return node_obstacle(node->left, facts, !wanted);
    if (node_holds(node->left, facts) == wanted)
        return node_obstacle(node->right, facts, wanted);
    enum guard_fact first = node_obstacle(node->left, facts, wanted);
    bool either = node_holds(node->right, facts) != wanted && wanted == (node->kind == NODE_OR);
    if (!either || !is_given(first))
        return first;
    enum guard_fact second = node_obstacle(node->right, facts, wanted);
    return is_given(second) ? first : second;
}

enum guard_fact guard_obstacle(const struct guard *guard, const int64_t facts[FACT_END])
{
    return guard_holds(guard, facts) ? FACT_END : node_obstacle(guard->root, facts, true);
}
