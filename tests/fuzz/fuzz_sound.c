/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * libFuzzer: sound files of an announcer. Whatever the bytes, there is a sound with a length or a reason.
 */
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "motcua/voice_sound.c" /* of the tool alone, in no library */

#define MUST(x) ((x) ? (void)0 : abort())

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena *arena = arena_open(0);
    struct voice_sound sound;
    struct voice_measure measure;
    const char *fault = voice_sound_read(arena, size ? (const char *)bytes : "", size, &sound);
    MUST(!fault || *fault);
    if (!fault) {
        MUST(sound.rate >= 8000 && sound.rate <= 48000 && sound.n <= size);
        voice_sound_measure(&sound, &measure);
        MUST(isfinite(measure.peak_db) && isfinite(measure.loud_db) && isfinite(measure.range_db));
        MUST(measure.seconds >= 0 && measure.lead_s >= 0 && measure.tail_s >= 0);
        MUST(measure.lead_s <= measure.seconds + 0.01 && measure.tail_s <= measure.seconds + 0.01);
    }
    arena_close(arena);
    return 0;
}
