/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "search/names.h"

#include <string.h>

static const float field_score = 0.72F;
static const float exact_score = 1.10F; /* above whatever the dictionary grants */
static const float province_bonus = 0.25F;

/* Does the folded text contain the folded words, at word borders? */
static const char *find_words(const char *text, const char *words)
{
    size_t length = strlen(words);

    for (const char *p = strstr(text, words); p; p = strstr(p + 1, words)) {
        bool begins = p == text || p[-1] == ' ';

        if (begins && (p[length] == ' ' || p[length] == '\0'))
            return p;
    }
    return NULL;
}

static void cut_prefix(char *text, const char *prefix)
{
    size_t length = strlen(prefix);

    if (strncmp(text, prefix, length) == 0)
        memmove(text, text + length, strlen(text + length) + 1);
}

/* "các thủ tục hành chính của lĩnh vực hộ tịch" → "hộ tịch" */
static void cut_announcement(char *core)
{
    static const char *const words[] = { "cac ",        "danh sach ", "danh muc ", "thu tuc ",
                                         "hanh chinh ", "linh vuc ",  "nganh ",    "cua ",
                                         "ve ",         "thuoc ",     "linh vuc " };

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        cut_prefix(core, words[i]);
}

static void cut_words(char *core, const char *words)
{
    char *at = (char *)find_words(core, words);
    size_t length = strlen(words);

    if (!at)
        return;
    if (at > core + 4 && strncmp(at - 5, "tinh ", 5) == 0 && (at == core + 5 || at[-6] == ' ')) {
        at -= 5;
        length += 5;
    }
    if (at[length] == ' ')
        length++;
    memmove(at, at + length, strlen(at + length) + 1);
    size_t n = strlen(core);

    while (n > 0 && core[n - 1] == ' ')
        core[--n] = '\0';
}

void names_read(const struct search_index *index, const struct query *query,
                struct named_places *places)
{
    size_t n = 0;

    places->n_provinces = 0;
    for (size_t i = 0; i < query->n; i++) {
        const char *fold = query->slot[i].syllable.fold;
        size_t length = strlen(fold);

        if (n + length + 2 > sizeof(places->core))
            break;
        if (n > 0)
            places->core[n++] = ' ';
        memcpy(places->core + n, fold, length);
        n += length;
    }
    places->core[n] = '\0';
    cut_announcement(places->core);
    for (size_t i = 0; i < index->labels.n && places->n_provinces < PROVINCES_MAX; i++) {
        const struct label *label = &index->labels.label[i];

        if (label->kind == LABEL_PROVINCE && find_words(places->core, label->fold))
            places->province[places->n_provinces++] = (uint32_t)i;
    }
    for (size_t i = 0; i < places->n_provinces; i++)
        cut_words(places->core, index->labels.label[places->province[i]].fold);
}

bool names_province(const struct named_places *places, int32_t label)
{
    for (size_t i = 0; i < places->n_provinces; i++)
        if (label >= 0 && places->province[i] == (uint32_t)label)
            return true;
    return false;
}

static void raise_label(struct search_index *index, const struct label *label, bool exact)
{
    for (size_t i = 0; i < label->n; i++) {
        struct standing *standing = scratch_stand(index, label->document[i]);

        if (!standing || standing->field)
            continue;
        standing->score = (exact ? exact_score : field_score) + 0.2F * standing->score;
        standing->share = 1;
        standing->field = true;
    }
}

/* Is one of the two the beginning or the end of the other, at a word border? */
static bool is_end_of(const char *whole, const char *part)
{
    size_t whole_length = strlen(whole);
    size_t length = strlen(part);

    if (length > whole_length)
        return false;
    if (strncmp(whole, part, length) == 0 && (whole[length] == ' ' || whole[length] == '\0'))
        return true;
    const char *tail = whole + whole_length - length;

    return strcmp(tail, part) == 0 && (tail == whole || tail[-1] == ' ');
}

static size_t count_words(const char *text)
{
    size_t n = *text ? 1 : 0;

    for (; *text; text++)
        n += *text == ' ';
    return n;
}

bool names_raise_fields(struct search_index *index, const struct named_places *places)
{
    const struct labels *labels = &index->labels;
    const char *core = places->core;
    size_t words = count_words(core);
    char loose[sizeof(places->core)];
    bool found = false;

    if (words == 0)
        return false;
    for (size_t i = 0; i < labels->n; i++) {
        if (labels->label[i].kind == LABEL_FIELD && strcmp(labels->label[i].fold, core) == 0) {
            raise_label(index, &labels->label[i], true);
            found = true;
        }
    }
    for (size_t i = 0; i < labels->n && !found && words >= 2; i++) {
        const struct label *label = &labels->label[i];
        bool long_enough = strlen(core) * 2 >= strlen(label->fold);

        if (label->kind == LABEL_FIELD && long_enough && is_end_of(label->fold, core)) {
            raise_label(index, label, false);
            found = true;
        }
    }
    memcpy(loose, core, sizeof(loose));
    label_loosen(loose);
    for (size_t i = 0; i < labels->n; i++) {
        const struct label *label = &labels->label[i];
        bool agency = label->kind == LABEL_AGENCY && (words >= 3 || strncmp(core, "so ", 3) == 0);

        if (agency && is_end_of(label->loose, loose)) {
            raise_label(index, label, words >= 3 || strcmp(label->loose, loose) == 0);
            found = true;
        }
    }
    return found;
}

void names_raise_provinces(struct search_index *index, const struct named_places *places)
{
    const char *core = places->core;
    bool alone = !*core || strcmp(core, "tinh") == 0 || strcmp(core, "ubnd tinh") == 0 ||
                 strcmp(core, "ubnd") == 0 || strcmp(core, "thanh pho") == 0 ||
                 strcmp(core, "uy ban nhan dan tinh") == 0 || strcmp(core, "uy ban nhan dan") == 0;

    for (size_t i = 0; i < places->n_provinces; i++) {
        const struct label *label = &index->labels.label[places->province[i]];

        for (size_t k = 0; k < label->n; k++) {
            uint32_t d = label->document[k];
            struct standing *standing = &index->scratch->standing[d];

            if (standing->noted && standing->score > 0)
                standing->score += province_bonus;
            else if (alone && (standing = scratch_stand(index, d)) != NULL) {
                standing->score = 0.8F;
                standing->share = 1;
            }
        }
    }
}
