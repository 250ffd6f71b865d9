/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_KIOSK_RIGHTS_H
#define MOTCUA_KIOSK_RIGHTS_H

#include "lib/request.h"
#include "model/device.h"

/*
 * What a device may show: bits of struct actor.rights, by its kind. 0 stays NOBODY. Only an approved device has any.
 */
enum kiosk_right {
    RIGHT_NONE = 0,
    RIGHT_DEVICE,    /* every approved device */
    RIGHT_DISPENSER, /* gives out tickets: dispensers and kiosks */
    RIGHT_KIOSK,
    RIGHT_BOARD,
    RIGHT_DISPLAY,
    RIGHT_RATING,
    KIOSK_RIGHT_COUNT
};

/* [bit], for who-may-what */
extern const char *const kiosk_right_names[KIOSK_RIGHT_COUNT];

/*
 * The device that asks, also one that is not approved or was shut out; NULL: its cookie is of none. On a page that
 * needs a right it is there and approved. Ends with the request.
 */
const struct device *device_of(const struct request *rq);

/* Of the audience: whose cookie it is. Forms are bound to the device, approved or not. */
enum db_result kiosk_identify(struct request *rq, struct actor *who);

/* Of the audience: to the first page, which shows how a device is let in. */
int kiosk_stranger(struct request *rq, const char *back);

/* The page a device of this kind begins with. */
const char *kiosk_page_of(enum device_kind kind);

#endif
