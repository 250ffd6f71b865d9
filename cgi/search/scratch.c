/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "search/scratch.h"

#include <stdlib.h>
#include <string.h>

#include "search/memory.h"

struct scratch *scratch_open(const struct search_index *index)
{
    struct scratch *s = memory_get(1, sizeof(*s));

    s->sum = memory_get(index->n, sizeof(*s->sum));
    s->head = memory_get(index->n, sizeof(*s->head));
    s->best = memory_get(index->n, sizeof(*s->best));
    s->best_in_head = memory_get(index->n, sizeof(*s->best_in_head));
    s->agreed = memory_get(index->n, sizeof(*s->agreed));
    s->evidence = memory_get(index->n, sizeof(*s->evidence));
    s->touched = memory_get(index->n, sizeof(*s->touched));
    s->slot_touched = memory_get(index->n, sizeof(*s->slot_touched));
    s->standing = memory_get(index->n, sizeof(*s->standing));
    s->found = memory_get(index->n, sizeof(*s->found));
    s->hit = memory_get(index->n, sizeof(*s->hit));
    s->correction = memory_get(SEARCH_QUERY_BYTES * 4, 1);
    s->is_candidate = memory_get(index->dictionary.n, sizeof(*s->is_candidate));
    s->candidate = memory_get(index->dictionary.n, sizeof(*s->candidate));
    return s;
}

void scratch_close(struct scratch *s)
{
    if (!s)
        return;
    free(s->sum);
    free(s->head);
    free(s->best);
    free(s->best_in_head);
    free(s->agreed);
    free(s->evidence);
    free(s->touched);
    free(s->slot_touched);
    free(s->standing);
    free(s->found);
    free(s->hit);
    free(s->correction);
    free(s->is_candidate);
    free(s->candidate);
    free(s);
}

size_t scratch_size(const struct search_index *index)
{
    size_t document = 3 * sizeof(float) + 3 + 3 * sizeof(uint32_t) + sizeof(struct standing) +
                      sizeof(struct search_hit);

    return sizeof(struct scratch) + index->n * document + index->dictionary.n * 5;
}

void scratch_reset(struct search_index *index)
{
    struct scratch *s = index->scratch;

    for (size_t i = 0; i < s->n_found; i++)
        s->standing[s->found[i]].noted = false;
    s->n_found = 0;
    s->n_variants = 0;
    s->filter = NULL;
}

struct standing *scratch_stand(struct search_index *index, uint32_t document)
{
    struct scratch *s = index->scratch;
    struct standing *standing = &s->standing[document];

    if (standing->noted)
        return standing;
    if (s->filter && !s->filter->keep(s->filter->context, document))
        return NULL;
    memset(standing, 0, sizeof(*standing));
    standing->noted = true;
    standing->phrase = -1;
    s->found[s->n_found++] = document;
    return standing;
}
