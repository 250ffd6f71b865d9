/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <string.h>

#include "search/scratch.h"

static bool is_marked(const struct variant *variant, uint32_t word)
{
    for (size_t i = 0; i < variant->n; i++)
        if (variant->word[i] == word)
            return true;
    return false;
}

size_t search_mark(struct search_index *index, const struct search_hit *hit, const char *text,
                   struct search_range *ranges, size_t max)
{
    const struct scratch *scratch = index->scratch;
    size_t length = strlen(text);
    size_t at = 0;
    size_t n = 0;
    bool open = false; /* the last syllable was marked */
    struct syllable s;

    if (hit->variant >= scratch->n_variants)
        return 0;
    while (fold_next(text, length, &at, &s)) {
        uint32_t word = vocabulary_find(&index->words, s.fold);
        bool marked = word != TERM_NONE && is_marked(&scratch->variant[hit->variant], word);

        if (marked && open && s.start == ranges[n - 1].end + 1 && text[s.start - 1] == ' ') {
            ranges[n - 1].end = s.end;
        } else if (marked) {
            if (n == max)
                break;
            ranges[n++] = (struct search_range){ s.start, s.end };
        }
        open = marked;
    }
    return n;
}
