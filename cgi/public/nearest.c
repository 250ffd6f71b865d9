/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "public/nearest.h"

#include <string.h>

enum { NEAR = 6, NAME_BYTES = 640 };

/* How many words of the query stand in the folded name, each as a whole word. */
static unsigned shared_words(const char *name, const char *query)
{
    unsigned n = 0;
    for (const char *at = query; *at;) {
        size_t length = strcspn(at, " ");
        for (const char *in = name; *in;) {
            size_t other = strcspn(in, " ");
            if (other == length && length > 1 && memcmp(in, at, length) == 0) {
                n++;
                break;
            }
            in += other + strspn(in + other, " ");
        }
        at += length + strspn(at + length, " ");
    }
    return n;
}

struct candidate {
    uint32_t field;
    unsigned shared;
    uint32_t size;
};

static bool is_better(const struct candidate *a, const struct candidate *b)
{
    return a->shared != b->shared ? a->shared > b->shared : a->size > b->size;
}

static void keep_best(struct candidate best[NEAR], size_t *n, struct candidate one)
{
    size_t at = *n;
    while (at > 0 && is_better(&one, &best[at - 1]))
        at--;
    if (at == NEAR)
        return;
    size_t last = *n < NEAR ? (*n)++ : NEAR - 1;
    memmove(&best[at + 1], &best[at], (last - at) * sizeof *best);
    best[at] = one;
}

void nearest_fields(struct request *rq, const struct catalogue *catalogue, const char *query)
{
    char folded[NAME_BYTES], name[NAME_BYTES];
    search_fold(query, folded, sizeof folded);
    struct candidate best[NEAR];
    size_t n = 0;
    for (uint32_t i = 0; i < catalogue->n_fields; i++) {
        const struct catalogue_field *field = &catalogue->fields[i];
        if (field->procedures.n == 0)
            continue;
        search_fold(field->name, name, sizeof name);
        keep_best(best, &n,
                  (struct candidate){ i, shared_words(name, folded), field->procedures.n });
    }
    for (size_t i = 0; i < n; i++) {
        const struct catalogue_field *field = &catalogue->fields[best[i].field];
        struct data *item = data_add(rq->data, "Search.Near");
        put_text(rq, item, "Text", field->name, field->name_en);
        data_set(item, "Href", link_to(rq, "/linh-vuc/%s", field->code));
    }
}
