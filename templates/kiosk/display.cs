<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Small screen over one counter: the number before it, or why there is none. display.js fills it from
  Display.Snapshot. ?>
<header class="mcb-sign">
<h1><span class="mcb-sign__word"><?cs var:T.board.counter ?></span> <span class="mcb-sign__number"><?cs var:Display.Number ?></span></h1>
<p class="mcb-sign__name" data-counter-name><?cs var:Display.Name ?></p>
</header>
<div class="mcb-band" data-live-band data-since="<?cs var:T.board.lost ?>" data-never="<?cs var:T.board.lost_never ?>" role="status" hidden><?cs call:icon("offline") ?><span data-live-text></span></div>
<main class="mcb-face" data-display data-events="<?cs var:Display.Events ?>" data-snapshot="<?cs var:Display.Snapshot ?>" aria-live="polite">
<p class="mcb-face__word" data-word data-called="<?cs var:T.display.called ?>" data-serving="<?cs var:T.display.serving ?>" data-open="<?cs var:T.display.open ?>" data-paused="<?cs var:T.display.paused ?>" data-closed="<?cs var:T.display.closed ?>"></p>
<p class="mcb-face__number" data-number></p>
<p class="mcb-face__text" data-text data-paused="<?cs var:T.display.paused_text ?>" data-closed="<?cs var:T.display.closed_text ?>"></p>
</main>
<p class="mcb-officer" data-officer hidden><span data-officer-title></span> <strong data-officer-name></strong></p>
