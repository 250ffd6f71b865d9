/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "search/labels.h"

#include <stdlib.h>
#include <string.h>

#include "search/memory.h"

#define SLOT_FREE UINT32_MAX

static size_t label_hash(enum label_kind kind, const char *fold)
{
    uint64_t h = UINT64_C(14695981039346656037) ^ (unsigned)kind;

    for (; *fold; fold++)
        h = (h ^ (unsigned char)*fold) * UINT64_C(1099511628211);
    return (size_t)(h ^ h >> 29);
}

static void slots_clear(struct labels *labels, size_t slots)
{
    labels->slots = slots;
    labels->slot = memory_resize(labels->slot, slots, sizeof(*labels->slot));
    memset(labels->slot, 0xff, slots * sizeof(*labels->slot));
}

void labels_init(struct labels *labels)
{
    memset(labels, 0, sizeof(*labels));
    slots_clear(labels, 1024);
}

void labels_release(struct labels *labels)
{
    for (size_t i = 0; i < labels->n; i++) {
        free(labels->label[i].fold);
        free(labels->label[i].loose);
        free(labels->label[i].document);
    }
    free(labels->label);
    free(labels->slot);
    memset(labels, 0, sizeof(*labels));
}

static size_t slot_of(const struct labels *labels, enum label_kind kind, const char *fold)
{
    size_t i = label_hash(kind, fold) & (labels->slots - 1);

    for (;; i = (i + 1) & (labels->slots - 1)) {
        uint32_t at = labels->slot[i];

        if (at == SLOT_FREE)
            return i;
        if (labels->label[at].kind == kind && strcmp(labels->label[at].fold, fold) == 0)
            return i;
    }
}

static void slots_double(struct labels *labels)
{
    slots_clear(labels, labels->slots * 2);
    for (size_t i = 0; i < labels->n; i++) {
        const struct label *label = &labels->label[i];

        labels->slot[slot_of(labels, label->kind, label->fold)] = (uint32_t)i;
    }
}

void label_loosen(char *fold)
{
    char *to = fold;

    for (const char *from = fold; *from;) {
        bool start = from == fold || from[-1] == ' ';

        if (start && strncmp(from, "cap ", 4) == 0)
            from += 4;
        else
            *to++ = *from++;
    }
    *to = '\0';
}

uint32_t labels_note(struct labels *labels, enum label_kind kind, const char *fold,
                     uint32_t document)
{
    if ((labels->n + 1) * 2 > labels->slots)
        slots_double(labels);
    size_t slot = slot_of(labels, kind, fold);

    if (labels->slot[slot] == SLOT_FREE) {
        labels->label =
            memory_grow(labels->label, labels->n, &labels->capacity, sizeof(*labels->label));
        struct label *fresh = &labels->label[labels->n];

        memset(fresh, 0, sizeof(*fresh));
        fresh->kind = kind;
        fresh->fold = memory_text(fold, strlen(fold));
        fresh->loose = memory_text(fold, strlen(fold));
        if (kind == LABEL_AGENCY)
            label_loosen(fresh->loose);
        labels->slot[slot] = (uint32_t)labels->n++;
    }
    uint32_t number = labels->slot[slot];
    struct label *label = &labels->label[number];

    if (label->n > 0 && label->document[label->n - 1] == document)
        return number;
    label->document =
        memory_grow(label->document, label->n, &label->capacity, sizeof(*label->document));
    label->document[label->n++] = document;
    return number;
}

size_t labels_size(const struct labels *labels)
{
    size_t bytes =
        labels->slots * sizeof(*labels->slot) + labels->capacity * sizeof(*labels->label);

    for (size_t i = 0; i < labels->n; i++)
        bytes += 2 * strlen(labels->label[i].fold) + labels->label[i].capacity * 4;
    return bytes;
}
