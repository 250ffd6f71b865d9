/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Names that stand for whole sets of procedures: fields, agencies, provinces.
 */
#ifndef MOTCUA_SEARCH_LABELS_H
#define MOTCUA_SEARCH_LABELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum label_kind { LABEL_FIELD, LABEL_AGENCY, LABEL_PROVINCE };

struct label {
    char *fold;
    char *loose; /* an agency without the word "cap", to compare with; else fold */
    enum label_kind kind;
    uint32_t *document;
    size_t n, capacity;
};

struct labels {
    struct label *label;
    size_t n, capacity;
    uint32_t *slot;
    size_t slots;
};

void labels_init(struct labels *labels);
void labels_release(struct labels *labels);

/* Notes that a document carries a label; documents come in rising order.  Returns its number. */
uint32_t labels_note(struct labels *labels, enum label_kind kind, const char *fold,
                     uint32_t document);

size_t labels_size(const struct labels *labels);

/* Takes the word "cap" (level) out of a folded name, in place. */
void label_loosen(char *fold);

#endif
