// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// An alarm of an officer and a visitor who needs help are told apart by ear: three short high tones, twice; or two soft
// ones that fall. A browser that nobody has touched yet stays silent; the band is there all the same.
//
//   ring(names)   of bands that have just appeared: "alarm-7", "help-8"; an alarm goes first
const TONES = { // hertz, from second, for seconds, loudness
    alarm: [0, 0.22, 0.44, 1.1, 1.32, 1.54].map((at) => [1175, at, 0.14, 0.5]),
    help: [[660, 0, 0.5, 0.25], [523, 0.4, 0.8, 0.25]],
};

let room = null;

function tone([hertz, at, length, loud]) {
    const pipe = room.createOscillator();
    const valve = room.createGain();
    const from = room.currentTime + at;
    pipe.frequency.value = hertz;
    valve.gain.setValueAtTime(0, from);
    valve.gain.linearRampToValueAtTime(loud, from + 0.02);
    valve.gain.linearRampToValueAtTime(0, from + length);
    pipe.connect(valve).connect(room.destination);
    pipe.start(from);
    pipe.stop(from + length);
}

export function ring(names) {
    const kind = ["alarm", "help"].find((one) => names.some((name) => name.startsWith(`${one}-`)));
    if (!kind || !window.AudioContext)
        return;
    room ||= new AudioContext();
    document.documentElement.dataset.rang = kind;
    room.resume().then(() => TONES[kind].forEach(tone)).catch((error) => console.warn(String(error)));
}
