<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Board of a hall, or of one of its zones: the newest call, those before it, what every counter is doing, how many wait.
  board.js fills it. Board.{Events,Snapshot,Zone,Speaks,Volume,Voices} come from C, words stand here. ?>
<header class="mcb-head">
<svg class="mcb-mark" width="44" height="44" aria-hidden="true" focusable="false"><use href="<?cs var:Asset.icons ?>#mark"/></svg>
<div class="mcb-title">
<h1><?cs var:Hall.Name ?></h1>
<p><?cs if:Board.Zone ?><?cs var:T.board.zone ?> <?cs var:Board.Zone ?><?cs else ?><?cs var:Site.Province ?><?cs /if ?></p>
</div>
<?cs if:Board.Speaks ?><button type="button" class="mcb-sound" data-unlock hidden><?cs call:icon("sound") ?><?cs var:T.board.sound_on ?></button>
<?cs /if ?><div class="mcb-clock">
<span class="mcb-time" data-clock></span>
<span class="mcb-date" data-date="<?cs var:T.board.date ?>" data-weekdays="<?cs each:w = T.date.weekday ?><?cs var:w ?>|<?cs /each ?>" data-months="<?cs each:m = T.date.month ?><?cs var:m ?>|<?cs /each ?>"></span>
</div>
</header>
<div class="mcb-band" data-live-band data-since="<?cs var:T.board.lost ?>" data-never="<?cs var:T.board.lost_never ?>" role="status" hidden><?cs call:icon("offline") ?><span data-live-text></span></div>
<main class="mcb-main" data-board data-events="<?cs var:Board.Events ?>" data-snapshot="<?cs var:Board.Snapshot ?>" data-zone="<?cs var:Board.Zone ?>" data-idle="<?cs var:T.board.idle ?>" data-paused="<?cs var:T.board.paused ?>" data-closed="<?cs var:T.board.closed ?>"<?cs if:Board.Speaks ?> data-speaks data-volume="<?cs var:Board.Volume ?>" data-voices="<?cs each:v = Board.Voices ?><?cs var:v.Src ?> <?cs /each ?>"<?cs /if ?>>
<section class="mcb-now" data-now aria-live="assertive" aria-atomic="true">
<h2 class="mcb-now__label" data-now-label hidden><?cs var:T.board.now ?></h2>
<p class="mcb-now__call" data-now-call hidden>
<span class="mcb-now__number" data-number></span>
<svg class="mcb-arrow" width="24" height="24" aria-hidden="true" focusable="false"><use href="<?cs var:Asset.icons ?>#arrow"/></svg>
<span class="mcb-now__to"><?cs var:T.board.counter ?></span>
<span class="mcb-now__figure" data-counter-number></span>
</p>
<p class="mcb-now__name" data-counter-name></p>
<p class="mcb-now__none" data-now-none><?cs var:T.board.none ?></p>
</section>
<section class="mcb-calls">
<div class="mcb-calls__head"><h2><?cs var:T.board.calls ?></h2><span aria-hidden="true"><?cs var:T.board.counter ?></span></div>
<ol data-calls></ol>
<template data-row-call><li class="mcb-call"><span class="mcb-call__number" data-number></span><svg class="mcb-arrow" width="24" height="24" aria-hidden="true" focusable="false"><use href="<?cs var:Asset.icons ?>#arrow"/></svg><span class="mcb-call__counter"><span class="mcb-hidden"><?cs var:T.board.counter ?> </span><span data-counter-number></span></span></li></template>
</section>
<section class="mcb-counters">
<h2><?cs var:T.board.counters ?></h2>
<ul data-counters></ul>
<template data-row-counter><li class="mcb-counter"><span class="mcb-hidden"><?cs var:T.board.counter ?> </span><span class="mcb-counter__which" data-counter-number></span> <span class="mcb-counter__number" data-number></span></li></template>
</section>
<section class="mcb-waiting" data-waiting-part>
<h2><?cs call:icon("people") ?><?cs var:T.board.waiting ?></h2>
<ul data-groups></ul>
<template data-row-group><li class="mcb-group"><span class="mcb-group__letter" data-letter></span> <span class="mcb-group__name" data-name></span> <span class="mcb-group__n" data-waiting></span></li></template>
</section>
</main>
<?cs if:Board.Speaks ?><p class="mcb-trouble" data-voice-trouble data-clips="<?cs var:T.board.sound_clips ?>" data-set="<?cs var:T.board.sound_none ?>" hidden></p><?cs /if ?>
