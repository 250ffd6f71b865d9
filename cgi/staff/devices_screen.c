/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "staff/devices_inside.h"

/* As the forms say them, in the order of enum screen_speech. */
const char *const devices_speech[] = {"tu-dong", "co", "khong", NULL};
static const char *const speech_words[] = {"first", "speaks", "silent"};

void devices_screen_choices(struct request *rq)
{
    for (int i = 0; devices_speech[i]; i++) {
        struct data *item = data_add(rq->data, "Speech");
        data_set(item, "Value", devices_speech[i]);
        data_set(item, "Text", say_one(rq, "device_speech", speech_words[i]));
    }
}

void devices_screen_input(struct request *rq, enum device_kind kind, struct device_screen *screen)
{
    *screen = (struct device_screen){.volume = SCREEN_VOLUME_MOST};
    if (kind == DEVICE_DISPLAY)
        screen->shows_officer = input_number(rq, "hienten");
    if (kind != DEVICE_BOARD)
        return;
    if (input_given(rq, "tieng"))
        screen->speech = (enum screen_speech)input_number(rq, "tieng");
    if (input_given(rq, "amluong"))
        screen->volume = (unsigned)input_number(rq, "amluong");
    if (screen->volume > SCREEN_VOLUME_MOST)
        input_refuse(rq, "amluong", "device_volume");
}

void devices_screen_usual(struct request *rq, const struct device_screen *screen)
{
    data_set(rq->data, "Form.tieng.Value", devices_speech[screen->speech]);
    data_set_number(rq->data, "Form.amluong.Value", screen->volume);
    data_set(rq->data, "Form.hienten.Value", screen->shows_officer ? "1" : "");
}

const char *devices_screen_words(struct request *rq, enum device_kind kind, const struct device_screen *screen)
{
    if (kind == DEVICE_BOARD)
        return arena_format(rq->arena, ", voice %s, volume %u", speech_words[screen->speech], screen->volume);
    return kind == DEVICE_DISPLAY && screen->shows_officer ? ", names the officer" : "";
}
