/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "motcua/tool.h"
#include "motcua/voice_set.h"
#include "motcua/voice_sound.h"

/*
 * Can the boards speak with this folder of clips? What is found is what an ear in the hall would
 * find: a word that is not there, is drowned, hurts, or comes after a gap. docs/voice.md says how
 * each is mended.
 */
#define MANIFEST_CEILING (256 * 1024)
#define CLIP_CEILING (2 * 1024 * 1024)

#define SILENT_DB (-40.0)   /* peak */
#define LOUD_DB (-1.0)      /* peak: the next amplifier would cut it off */
#define UNEVEN_DB 6.0       /* from the middle of the set */
#define NOISE_DB 20.0       /* a word and its ends differ by more */
#define SHORTEST_S 0.08
#define LEAD_S 0.04         /* together the longest gap between two clips: 120 ms */
#define TAIL_S 0.08

struct heard {
    const struct voice_clip *clip;
    struct voice_measure measure;
};

struct checking {
    struct tool *tool;
    struct voice_findings findings;
    struct voice_set set;
    struct heard *heard; /* the clips that could be read */
    size_t n;
    double seconds;
    size_t bytes;
};

/* The bytes of a file of the folder; NULL after a finding. */
static const char *file_read(struct checking *checking, const char *folder, const char *name, const char *file,
                             size_t ceiling, size_t *length)
{
    const char *path = arena_format(checking->tool->arena, "%s/%s", folder, file);
    struct stat status;
    if (stat(path, &status)) {
        voice_find(&checking->findings, "%s: %s %s.", name, file,
                   errno == ENOENT ? "is not there" : strerror(errno));
        return NULL;
    }
    if (!(status.st_mode & S_IROTH))
        voice_find(&checking->findings, "%s: %s cannot be read by the web server; chmod a+r helps.", name, file);
    const char *bytes = tool_read_file(checking->tool, path, ceiling, length);
    if (!bytes)
        voice_find(&checking->findings, "%s: %s cannot be read.", name, file);
    return bytes;
}

static void measure_find(struct voice_findings *findings, const struct voice_clip *clip, const struct voice_measure *m)
{
    if (m->peak_db < SILENT_DB) {
        voice_find(findings, "%s: %s is silent.", clip->name, clip->file);
        return;
    }
    if (m->seconds > clip->longest_s)
        voice_find(findings, "%s: %s is too long: %.2f s, at most %.1f s.", clip->name, clip->file, m->seconds,
                   clip->longest_s);
    if (m->seconds < SHORTEST_S)
        voice_find(findings, "%s: %s is too short: %.2f s.", clip->name, clip->file, m->seconds);
    if (m->peak_db > LOUD_DB)
        voice_find(findings, "%s: %s is too loud: its peak is %.1f dB, at most %.0f dB.", clip->name, clip->file,
                   m->peak_db, LOUD_DB);
    if (m->range_db < NOISE_DB) {
        voice_find(findings, "%s: %s is nowhere quiet: it is noise, or cut into the word.", clip->name, clip->file);
        return; /* its ends tell nothing */
    }
    if (m->lead_s > LEAD_S + 0.001)
        voice_find(findings, "%s: %s begins with %.0f ms of silence, at most %.0f ms.", clip->name, clip->file,
                   1000 * m->lead_s, 1000 * LEAD_S);
    if (m->tail_s > TAIL_S + 0.001)
        voice_find(findings, "%s: %s ends with %.0f ms of silence, at most %.0f ms.", clip->name, clip->file,
                   1000 * m->tail_s, 1000 * TAIL_S);
}

static void clip_check(struct checking *checking, const char *folder, const struct voice_clip *clip)
{
    size_t length;
    struct voice_sound sound;
    struct heard heard = {.clip = clip};
    const char *bytes = file_read(checking, folder, clip->name, clip->file, CLIP_CEILING, &length);
    const char *fault = bytes ? voice_sound_read(checking->tool->arena, bytes, length, &sound) : NULL;
    if (fault)
        voice_find(&checking->findings, "%s: %s %s.", clip->name, clip->file, fault);
    if (!bytes || fault)
        return;
    if (checking->set.rate && sound.rate != checking->set.rate)
        voice_find(&checking->findings, "%s: %s has %u samples a second, the manifest says %u.", clip->name, clip->file,
                   sound.rate, checking->set.rate);
    voice_sound_measure(&sound, &heard.measure);
    measure_find(&checking->findings, clip, &heard.measure);
    checking->seconds += heard.measure.seconds;
    checking->bytes += length;
    if (heard.measure.peak_db >= SILENT_DB)
        checking->heard[checking->n++] = heard;
}

static int loudness_compare(const void *a, const void *b)
{
    double left = ((const struct heard *)a)->measure.loud_db, right = ((const struct heard *)b)->measure.loud_db;
    return (left > right) - (left < right);
}

/* Words of one sentence that differ in loudness are not understood. */
static void loudness_check(struct checking *checking)
{
    qsort(checking->heard, checking->n, sizeof *checking->heard, loudness_compare);
    double middle = checking->n ? checking->heard[checking->n / 2].measure.loud_db : 0;
    for (size_t i = 0; i < checking->n; i++) {
        double other = checking->heard[i].measure.loud_db - middle;
        const struct voice_clip *clip = checking->heard[i].clip;
        if (other < -UNEVEN_DB || other > UNEVEN_DB)
            voice_find(&checking->findings, "%s: %s is %.0f dB %s than most of the set.", clip->name, clip->file,
                       other < 0 ? -other : other, other < 0 ? "quieter" : "louder");
    }
}

static void set_print(const struct checking *checking)
{
    const struct voice_set *set = &checking->set;
    printf("%s, spoken by %s: %zu clips in %zu language%s, %.1f s, %zu KB.\n", set->name, set->announcer, checking->n,
           set->n_languages, set->n_languages == 1 ? "" : "s", checking->seconds, (checking->bytes + 1023) / 1024);
    if (set->is_placeholder)
        printf("These are placeholders, not for a hall with people; docs/voice.md says how to record a voice.\n");
    if (checking->findings.n)
        printf("%u finding%s.\n", checking->findings.n, checking->findings.n == 1 ? "" : "s");
    else
        printf("Nothing is missing.\n");
}

int command_voice_check(struct tool *tool, int argc, char **argv)
{
    struct checking checking = {.tool = tool, .findings = {.arena = tool->arena}};
    size_t length;
    if (argc != 1)
        return 2;
    const char *json = file_read(&checking, argv[0], "the set", "manifest.json", MANIFEST_CEILING, &length);
    if (!json || !voice_set_read(&checking.findings, json, length, &checking.set))
        return 1;
    checking.heard = arena_take_array(tool->arena, checking.set.n + 1, sizeof *checking.heard);
    for (size_t i = 0; i < checking.set.n; i++)
        clip_check(&checking, argv[0], &checking.set.clips[i]);
    loudness_check(&checking);
    set_print(&checking);
    return checking.findings.n ? 1 : 0;
}
