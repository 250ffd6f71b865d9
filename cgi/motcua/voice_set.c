/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "motcua/voice_set.h"

#include <ctype.h>
#include <jansson.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHIME_LONGEST_S 3.0

void voice_find(struct voice_findings *findings, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    vprintf(format, values);
    putchar('\n');
    va_end(values);
    findings->n++;
}

/* ---- what a set has ----------------------------------------------------------------------------- */

#define WORD_S 1.5
#define PHRASE_S 5.0

/* As the sentences of assets/js/voice_sentence.js ask for them; a test compares both. */
static const struct voice_part parts[] = {
    {"invite", NULL, PHRASE_S, true, false},
    {"to-counter", NULL, PHRASE_S, true, false},
    {"digit-", "0123456789", WORD_S, true, false},
    {"letter-", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", WORD_S, true, false},
    {"counter-", NULL, PHRASE_S, false, true},
    {"ten", NULL, WORD_S, false, false},
    {"tens", NULL, WORD_S, false, false},
    {"one-after-tens", NULL, WORD_S, false, false},
    {"five-after-ten", NULL, WORD_S, false, false},
    {"hundred", NULL, WORD_S, false, false},
    {"thousand", NULL, WORD_S, false, false},
    {"dossier", NULL, PHRASE_S, false, false},
    {"state-submitted", NULL, PHRASE_S, false, false},
    {"state-needs_fix", NULL, PHRASE_S, false, false},
    {"state-rejected_online", NULL, PHRASE_S, false, false},
    {"state-received", NULL, PHRASE_S, false, false},
    {"state-processing", NULL, PHRASE_S, false, false},
    {"state-waiting_citizen", NULL, PHRASE_S, false, false},
    {"state-waiting_fee", NULL, PHRASE_S, false, false},
    {"state-approved", NULL, PHRASE_S, false, false},
    {"state-refused", NULL, PHRASE_S, false, false},
    {"state-ready", NULL, PHRASE_S, false, false},
    {"state-ready_post", NULL, PHRASE_S, false, false},
    {"state-ready_online", NULL, PHRASE_S, false, false},
    {"state-returned", NULL, PHRASE_S, false, false},
    {"state-withdrawn", NULL, PHRASE_S, false, false},
    {"state-expired", NULL, PHRASE_S, false, false},
    {"state-stopped", NULL, PHRASE_S, false, false},
    {"due", NULL, PHRASE_S, false, false},
    {"late", NULL, PHRASE_S, false, false},
    {"paused", NULL, PHRASE_S, false, false},
    {"more", NULL, PHRASE_S, false, false},
    {"at", NULL, WORD_S, false, false},
    {"hour", NULL, WORD_S, false, false},
    {"minute", NULL, WORD_S, false, false},
    {"weekday-", "1234567", WORD_S, false, false},
    {"day", NULL, WORD_S, false, false},
    {"month", NULL, WORD_S, false, false},
    {"april", NULL, WORD_S, false, false},
    {"year", NULL, WORD_S, false, false},
};

#define N_PARTS (sizeof parts / sizeof *parts)

static bool is_counter(const char *tail)
{
    size_t n = strspn(tail, "0123456789");
    return (n == 1 || n == 2) && !tail[n] && *tail != '0';
}

const struct voice_part *voice_part_of(const char *id)
{
    for (size_t i = 0; i < N_PARTS; i++) {
        size_t n = strlen(parts[i].stem);
        const char *tail = id + n;
        if (strncmp(id, parts[i].stem, n) != 0)
            continue;
        if (parts[i].optional ? is_counter(tail)
                              : parts[i].tails ? *tail && !tail[1] && strchr(parts[i].tails, *tail) : !*tail)
            return &parts[i];
    }
    return NULL;
}

/* ---- the manifest ------------------------------------------------------------------------------- */

static const char *text_member(struct voice_findings *findings, const json_t *object, const char *name)
{
    const char *text = json_string_value(json_object_get(object, name));
    if (text && *text)
        return arena_copy(findings->arena, text);
    voice_find(findings, "manifest.json: \"%s\" is missing or no text.", name);
    return "";
}

/* What a page and the web server take: a name in this folder, without anything to be escaped. */
static bool is_file_name(const char *name)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
    size_t n = strlen(name);
    return n > 4 && n <= 100 && isalnum((unsigned char)*name) && strspn(name, letters) == n &&
           strcmp(name + n - 4, ".wav") == 0;
}

static void clip_add(struct voice_findings *findings, struct voice_set *set, const char *name, const json_t *file,
                     double longest_s)
{
    const char *text = json_string_value(file);
    if (!text)
        voice_find(findings, "%s: no file is named.", name);
    else if (!is_file_name(text))
        voice_find(findings, "%s: \"%s\" is no name for its file: letters, digits, . _ -, with .wav at the end.",
                   name, text);
    else
        set->clips[set->n++] = (struct voice_clip){name, arena_copy(findings->arena, text), longest_s};
}

/* The clips of one language; `whole`: it is the first, and tells where a dossier is. */
static void language_read(struct voice_findings *findings, struct voice_set *set, const char *language,
                          const json_t *clips, bool whole)
{
    const char *id;
    json_t *clip;
    json_object_foreach((json_t *)clips, id, clip) {
        const char *name = arena_format(findings->arena, "%s %s", language, id);
        const struct voice_part *part = voice_part_of(id);
        if (!part || (!whole && !part->call && !part->optional))
            voice_find(findings, "%s: no sentence has such a clip; mend its name or leave it out.", name);
        else
            clip_add(findings, set, name, json_object_get(clip, "file"), part->longest_s);
    }
    for (size_t i = 0; i < N_PARTS; i++) {
        const char *tails = parts[i].tails ? parts[i].tails : " ";
        if (parts[i].optional || (!whole && !parts[i].call))
            continue;
        for (const char *tail = tails; *tail; tail++) {
            id = *tail == ' ' ? parts[i].stem : arena_format(findings->arena, "%s%c", parts[i].stem, *tail);
            if (!json_object_get(clips, id))
                voice_find(findings, "%s %s: it is missing in the manifest.", language, id);
        }
    }
}

static void languages_read(struct voice_findings *findings, const json_t *languages, struct voice_set *set)
{
    size_t room = 1;
    for (size_t i = 0; i < json_array_size(languages); i++)
        room += json_object_size(json_object_get(json_array_get(languages, i), "clips"));
    set->clips = arena_take_array(findings->arena, room + 1, sizeof *set->clips);
    for (size_t i = 0; i < json_array_size(languages); i++) {
        const json_t *one = json_array_get(languages, i), *clips = json_object_get(one, "clips");
        const char *language = json_string_value(json_object_get(one, "language"));
        if (!language || strlen(language) != 2 || !islower((unsigned char)language[0]) ||
            !islower((unsigned char)language[1]))
            voice_find(findings, "manifest.json: language %zu is not named by two small letters, as \"vi\".", i + 1);
        else if (!json_is_object(clips))
            voice_find(findings, "manifest.json: language \"%s\" has no \"clips\".", language);
        else
            language_read(findings, set, arena_copy(findings->arena, language), clips, i == 0);
    }
    set->n_languages = json_array_size(languages);
    if (!set->n_languages)
        voice_find(findings, "manifest.json: \"languages\" is missing or empty.");
}

static void members_read(struct voice_findings *findings, const json_t *root, struct voice_set *set)
{
    const json_t *placeholder = json_object_get(root, "is_placeholder");
    json_int_t rate = json_integer_value(json_object_get(root, "sample_rate"));
    set->name = text_member(findings, root, "name");
    set->announcer = text_member(findings, root, "announcer");
    text_member(findings, root, "licence");
    if (!json_is_boolean(placeholder))
        voice_find(findings, "manifest.json: \"is_placeholder\" is neither true nor false.");
    set->is_placeholder = json_is_true(placeholder);
    if (rate < 16000 || rate > 48000)
        voice_find(findings, "manifest.json: \"sample_rate\" is no number from 16000 to 48000.");
    else
        set->rate = (unsigned)rate;
    languages_read(findings, json_object_get(root, "languages"), set);
    clip_add(findings, set, "chime", json_object_get(root, "chime"), CHIME_LONGEST_S);
}

bool voice_set_read(struct voice_findings *findings, const char *json, size_t length, struct voice_set *set)
{
    json_error_t error;
    json_t *root = json_loadb(json, length, JSON_REJECT_DUPLICATES, &error);
    *set = (struct voice_set){.name = ""};
    if (!root) {
        voice_find(findings, "manifest.json: this is no JSON: %s, line %d.", error.text, error.line);
        return false;
    }
    bool known = json_integer_value(json_object_get(root, "format")) == 1;
    if (known)
        members_read(findings, root, set);
    else
        voice_find(findings, "manifest.json: \"format\" is not 1.");
    json_decref(root);
    return known;
}
