// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// For pages that have the keyboard and no other script of their own.
import { startKeyboard } from "./typing/keyboard.js";

startKeyboard();
