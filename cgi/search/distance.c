/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "search/distance.h"

#include <string.h>

#include "search/fold.h"

uint32_t distance_mask(const char *word)
{
    uint32_t mask = 0;

    for (; *word; word++)
        mask |= UINT32_C(1) << ((unsigned char)*word & 31);
    return mask;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

int distance_osa(const char *a, size_t a_length, const char *b, size_t b_length, int max)
{
    int rows[3][FOLD_MAX + 2];
    int *older = rows[0];
    int *old = rows[1];
    int *row = rows[2];

    if (a_length > FOLD_MAX || b_length > FOLD_MAX)
        return max + 1;
    if (a_length > b_length + (size_t)max || b_length > a_length + (size_t)max)
        return max + 1;
    for (size_t j = 0; j <= b_length; j++)
        old[j] = (int)j;
    for (size_t i = 1; i <= a_length; i++) {
        int best = row[0] = (int)i;

        for (size_t j = 1; j <= b_length; j++) {
            int d = least(old[j] + 1, row[j - 1] + 1);

            d = least(d, old[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d = least(d, older[j - 2] + 1);
            row[j] = d;
            best = least(best, d);
        }
        if (best > max)
            return max + 1;
        int *free_row = older;

        older = old;
        old = row;
        row = free_row;
    }
    return old[b_length] <= max ? old[b_length] : max + 1;
}
