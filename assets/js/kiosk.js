// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The pages of a touch kiosk: what stands around them, and what single pages do. Nothing of a visitor stays: pages follow
// each other in one place of the history, and after a minute without a touch everything is wiped.
import { startKeyboard } from "./typing/keyboard.js";
import { startClock } from "./kiosk/clock.js";
import { startFound } from "./kiosk/found.js";
import { startHelp } from "./kiosk/help.js";
import { startIdle } from "./kiosk/idle.js";
import { startOffline } from "./kiosk/offline.js";
import { startSpeaking } from "./kiosk/speak.js";
import { startView } from "./kiosk/view.js";
import { startWay } from "./kiosk/way.js";
import { startWorker } from "./kiosk/worker.js";

// What lives in the main part of a page, which a form may bring anew.
function startMain() {
    startKeyboard();
    startFound();
    startOffline();
}

startView();
startClock();
startWay(startMain);
startHelp();
startIdle();
startSpeaking();
startWorker();
startMain();
