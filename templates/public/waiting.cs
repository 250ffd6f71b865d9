<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  How long people wait. Waiting.{Hall, Code, Open, Next, Updated, Day}, Waiting.Halls.N.{Text, Href, On}, Waiting.Groups.N.{Letter, Name,
  Waiting, Estimate, Counters}; Waiting.Hours.N.Text and Waiting.Usual.N.{Name}, ….Cells.N.Text: usual waits by hour. ?>
<div class="mc-wrap mc-waiting">
<?cs call:page_head("", T.waiting.heading, "") ?>
<?cs if:subcount(Waiting.Halls) ?><nav aria-label="<?cs var:T.waiting.choose ?>"><ul class="mc-chips"><?cs each:h = Waiting.Halls ?><li><a class="mc-chip<?cs if:h.On ?> mc-chip--on<?cs /if ?>" href="<?cs var:h.Href ?>"<?cs if:h.On ?> aria-current="true"<?cs /if ?><?cs call:lang_of(h.Text) ?>><?cs var:h.Text ?></a></li><?cs /each ?></ul></nav><?cs /if ?>
<?cs if:Waiting.Hall ?>
<h2 class="mc-h2"<?cs call:lang_of(Waiting.Hall) ?>><?cs var:Waiting.Hall ?></h2>
<?cs if:!Waiting.Open ?><?cs call:notice("info", T.waiting.closed, "") ?><?cs if:Waiting.Next ?><p><?cs var:T.dispenser.closed_next ?>: <strong><?cs var:Waiting.Next ?></strong></p><?cs /if ?>
<?cs else ?>
<p class="mc-soft"><?cs var:Waiting.Updated ?></p>
<table class="mc-queues mc-queues--now"><caption class="govuk-visually-hidden"><?cs var:T.waiting.around ?></caption>
<thead><tr><th scope="col"><?cs var:T.waiting.group ?></th><th scope="col"><?cs var:T.waiting.people ?></th><th scope="col"><?cs var:T.waiting.wait ?></th></tr></thead>
<tbody><?cs each:g = Waiting.Groups ?><tr><th scope="row"><span class="mc-queues__name"><span class="mc-queues__letter" aria-hidden="true"><?cs var:g.Letter ?></span><span><span<?cs call:lang_of(g.Name) ?>><?cs var:g.Name ?></span> <small><?cs var:g.Counters ?></small></span></span></th><td class="mc-queues__people"><?cs var:g.Waiting ?> <small><?cs var:T.waiting.waiting ?></small></td><td><?cs if:g.Estimate ?><?cs var:g.Estimate ?><?cs else ?><?cs var:T.waiting.none ?><?cs /if ?></td></tr><?cs /each ?></tbody></table>
<?cs /if ?>
<p class="mc-actions"><a class="govuk-button govuk-button--secondary" href="<?cs var:Page.Base ?>/dat-lich?noi=<?cs var:Waiting.Code ?>"><?cs call:icon("calendar") ?><?cs var:T.waiting.book ?></a></p>
<h2 class="mc-h2"><?cs var:T.waiting.history ?></h2>
<?cs if:subcount(Waiting.Usual) ?>
<p class="mc-soft"><strong class="mc-waiting__day"><?cs var:Waiting.Day ?></strong>. <?cs var:T.waiting.history_text ?></p>
<div class="mc-usual" tabindex="0" role="region" aria-label="<?cs var:T.waiting.history ?>"><table class="mc-queues mc-queues--hours"><thead><tr><th scope="col"><?cs var:T.waiting.group ?></th><?cs each:h = Waiting.Hours ?><th scope="col"><?cs var:h.Text ?></th><?cs /each ?></tr></thead>
<tbody><?cs each:g = Waiting.Usual ?><tr><th scope="row"<?cs call:lang_of(g.Name) ?>><?cs var:g.Name ?></th><?cs each:c = g.Cells ?><td><?cs if:c.Text ?><?cs var:c.Text ?><?cs else ?><span aria-label="<?cs var:T.waiting.none ?>">·</span><?cs /if ?></td><?cs /each ?></tr><?cs /each ?></tbody></table></div>
<?cs else ?><p><?cs var:T.waiting.no_history ?></p><?cs /if ?>
<?cs else ?><?cs call:empty_open("people", T.waiting.none, "") ?><?cs call:empty_close() ?><?cs /if ?>
</div>
