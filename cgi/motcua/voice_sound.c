/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "motcua/voice_sound.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define FRAMES_A_SECOND 100
#define LOUD 0.01    /* of the power of the loudest frame: 20 dB */
#define QUIET 0.0001 /* 40 dB */
#define SILENCE_DB (-100.0)

enum coding { CODING_PCM = 1, CODING_MU_LAW = 7, CODING_EXTENSIBLE = 0xFFFE };

struct format {
    unsigned coding, channels, rate, bits;
    bool known;
};

/* ---- reading ------------------------------------------------------------------------------------ */

static unsigned little(const char *bytes, size_t n)
{
    unsigned value = 0;
    while (n-- > 0)
        value = value << 8 | (unsigned char)bytes[n];
    return value;
}

static void format_read(const char *bytes, size_t length, struct format *format)
{
    if (length < 16)
        return;
    format->coding = little(bytes, 2);
    format->channels = little(bytes + 2, 2);
    format->rate = little(bytes + 4, 4);
    format->bits = little(bytes + 14, 2);
    if (format->coding == CODING_EXTENSIBLE && length >= 40)
        format->coding = little(bytes + 24, 2); /* begin of the sub-format's name */
    format->known = true;
}

static const char *format_fault(const struct format *format)
{
    if (!format->known)
        return "does not say in which form its sound is";
    if (!(format->coding == CODING_PCM && format->bits == 16) &&
        !(format->coding == CODING_MU_LAW && format->bits == 8))
        return "is neither PCM of 16 bits nor µ-law";
    if (format->channels != 1)
        return "has more than one channel; save it as mono";
    if (format->rate < 8000 || format->rate > 48000)
        return "has a sample rate below 8000 or above 48000";
    return NULL;
}

static int16_t mu_law(unsigned char coded)
{
    unsigned bits = ~coded & 0xFFu;
    int level = (int)(((bits & 0x0F) << 3) + 132) << (bits >> 4 & 7);
    return (int16_t)(bits & 0x80 ? 132 - level : level - 132);
}

static void samples_read(struct arena *arena, const struct format *format, const char *bytes, size_t length,
                         struct voice_sound *sound)
{
    size_t width = format->bits / 8;
    sound->rate = format->rate;
    sound->n = length / width;
    sound->samples = arena_take_array(arena, sound->n + 1, sizeof *sound->samples);
    for (size_t i = 0; i < sound->n; i++)
        sound->samples[i] = width == 1 ? mu_law((unsigned char)bytes[i]) : (int16_t)little(bytes + 2 * i, 2);
}

const char *voice_sound_read(struct arena *arena, const char *bytes, size_t length, struct voice_sound *sound)
{
    struct format format = {.known = false};
    if (length == 0)
        return "is empty";
    if (length < 12 || memcmp(bytes, "RIFF", 4) != 0 || memcmp(bytes + 8, "WAVE", 4) != 0)
        return "is no WAV file";
    for (size_t at = 12; length - at >= 8;) {
        const char *name = bytes + at;
        size_t size = little(bytes + at + 4, 4);
        at += 8;
        if (size > length - at)
            return "is cut off: it holds less than it says";
        if (memcmp(name, "fmt ", 4) == 0)
            format_read(bytes + at, size, &format);
        if (memcmp(name, "data", 4) == 0) {
            const char *fault = format_fault(&format);
            if (!fault)
                samples_read(arena, &format, bytes + at, size, sound);
            return fault ? fault : sound->n ? NULL : "holds no sound";
        }
        at += size;
        at += size % 2 && at < length; /* chunks begin at even places */
    }
    return "holds no sound";
}

/* ---- measuring ---------------------------------------------------------------------------------- */

static double decibels(double power)
{
    return power > 1e-10 ? 10 * log10(power) : SILENCE_DB;
}

static double frame_power(const struct voice_sound *sound, size_t from, size_t n)
{
    double sum = 0;
    for (size_t i = from; i < from + n; i++)
        sum += (sound->samples[i] / 32768.0) * (sound->samples[i] / 32768.0);
    return sum / (double)n;
}

/* Loudness and quiet ends, from the power of each frame. */
static void frames_measure(const struct voice_sound *sound, struct voice_measure *measure)
{
    size_t frame = sound->rate / FRAMES_A_SECOND, n = sound->n / frame, first = n, last = 0, loud = 0;
    double most = 0, least = 1, sum = 0;
    for (size_t i = 0; i < n; i++) {
        double power = frame_power(sound, i * frame, frame);
        most = fmax(most, power);
        least = fmin(least, power);
    }
    for (size_t i = 0; i < n; i++) {
        double power = frame_power(sound, i * frame, frame);
        if (power > most * LOUD) {
            sum += power;
            loud++;
        }
        if (power > most * QUIET) {
            first = first == n ? i : first;
            last = i;
        }
    }
    if (!loud)
        return;
    measure->loud_db = decibels(sum / (double)loud);
    measure->range_db = decibels(most) - decibels(least);
    measure->lead_s = (double)(first * frame) / sound->rate;
    measure->tail_s = measure->seconds - (double)((last + 1) * frame) / sound->rate;
}

void voice_sound_measure(const struct voice_sound *sound, struct voice_measure *measure)
{
    double peak = 0;
    for (size_t i = 0; i < sound->n; i++)
        peak = fmax(peak, abs(sound->samples[i]) / 32768.0);
    *measure = (struct voice_measure){
        .seconds = (double)sound->n / sound->rate, .peak_db = decibels(peak * peak), .loud_db = SILENCE_DB};
    frames_measure(sound, measure);
}
