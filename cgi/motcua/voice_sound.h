/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MOTCUA_VOICE_SOUND_H
#define MOTCUA_MOTCUA_VOICE_SOUND_H

#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"

/* One channel of sound. */
struct voice_sound {
    unsigned rate; /* samples a second */
    int16_t *samples;
    size_t n;
};

/*
 * A WAV file in memory: PCM of 16 bits or µ-law of 8, one channel, 8 to 48 kHz. NULL when it was
 * read, else what is the matter, to stand behind the name of the file: "is no WAV file". The
 * samples are the arena's.
 */
const char *voice_sound_read(struct arena *arena, const char *bytes, size_t length, struct voice_sound *sound);

/* Decibels are of full scale; -100 stands for silence. */
struct voice_measure {
    double seconds;
    double peak_db;  /* highest sample */
    double loud_db;  /* mean of the frames of 10 ms within 20 dB of the loudest */
    double range_db; /* from the loudest frame down to the quietest */
    double lead_s;   /* quiet at the begin and at the end: 40 dB below the loudest frame */
    double tail_s;
};

void voice_sound_measure(const struct voice_sound *sound, struct voice_measure *measure);

#endif
