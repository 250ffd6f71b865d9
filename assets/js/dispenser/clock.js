// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The server's civil time, kept from the last answer on: in the UTC fields of a Date.
let offset = null;

export function setClock(text) { // "2026-02-12 09:41:12"
    offset = Date.parse(`${text.replace(" ", "T")}Z`) - Date.now();
    return offset;
}

export function keepOffset(value) {
    offset = value;
}

export const isSet = () => offset !== null;
export const now = () => new Date(Date.now() + offset);
export const isoDay = (at) => at.toISOString().slice(0, 10);
export const dayText = (at) => at.toISOString().slice(0, 10).split("-").reverse().join("/");
export const timeText = (at) => at.toISOString().slice(11, 16);
export const minuteOfDay = (at) => at.getUTCHours() * 60 + at.getUTCMinutes();
