<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  The counter of an officer: the ticket before it, what may be done, who waits. Filled by cgi/staff/desk_show.c and desk_panel.c. ?>
<?cs include!"staff/desk_parts.cs" ?>
<?cs include!"staff/desk_panels.cs" ?>
<script src="<?cs var:Asset.live ?>" defer></script>
<script src="<?cs var:Asset.desk ?>" defer></script>

<?cs def:desk_top(c) ?>
<div class="mc-desk__top" data-part="top">
  <h1 class="mc-desk__title"><span class="mc-desk__number"><?cs var:T.desk.counter ?> <?cs var:c.Number ?></span><?cs if:c.Name ?> <span class="mc-desk__name"><?cs var:c.Name ?></span><?cs /if ?></h1>
  <p class="mc-desk__status"><?cs if:c.Paused ?><?cs call:tag("wait", c.State) ?><?cs else ?><?cs call:tag("ok", c.State) ?><?cs /if ?> <span class="mc-soft"><?cs var:T.desk.since ?> <?cs var:c.Since ?> · <?cs var:c.Served ?></span></p>
  <p class="mc-desk__serves"><span class="govuk-visually-hidden"><?cs var:T.desk.groups ?>: </span><?cs call:desk_letters(c.Letters) ?><a href="<?cs var:c.GroupsHref ?>"><?cs var:T.desk.change_groups ?></a></p>
  <div class="mc-desk__session">
    <?cs if:!Ticket.Label ?><?cs call:desk_button(c.Close, T.desk.close, "", "secondary") ?><?cs /if ?>
    <?cs if:!c.Paused ?><a class="govuk-button govuk-button--secondary" href="<?cs var:c.PauseHref ?>" accesskey="n"><?cs call:icon("pause") ?><?cs var:T.desk.pause ?></a><?cs /if ?>
    <a class="govuk-button govuk-button--secondary" href="<?cs var:c.HandOverHref ?>"><?cs var:T.desk.hand_over ?></a>
    <?cs if:Alarm.At ?><p class="mc-desk__alarmed"><?cs var:T.panic.told ?> <?cs var:Alarm.At ?></p><?cs else ?><a class="govuk-button mc-desk__panic" href="<?cs var:c.PanicHref ?>" data-panic="<?cs var:T.panic.again ?>" title="Ctrl + F9"><?cs call:icon("warning") ?><span data-panic-text><?cs var:T.panic.button ?></span></a><?cs /if ?>
  </div>
</div>
<?cs /def ?>

<?cs def:desk_item(i) ?>
<li class="mc-desk__item<?cs if:i.Done ?> mc-desk__item--done<?cs /if ?>"><span><?cs if:i.Done ?><?cs call:icon("check") ?><span class="govuk-visually-hidden"><?cs var:T.desk.item_done ?>: </span><?cs /if ?><?cs var:i.Name ?></span><?cs if:i.Form.Action ?><?cs call:desk_small(i.Form, T.desk.item_done, i.Name) ?><?cs /if ?></li>
<?cs /def ?>

<?cs def:desk_ticket(t) ?>
<div class="mc-desk__ticket">
  <p class="mc-desk__label"><?cs var:t.Label ?></p>
  <div class="mc-desk__facts">
    <p class="mc-desk__line"><?cs if:t.State == "serving" ?><?cs call:tag("ok", t.StateText) ?><?cs else ?><?cs call:tag("info", t.StateText) ?><?cs /if ?> <?cs if:t.ClassText ?><?cs call:tag(t.Class, t.ClassText) ?><?cs /if ?> <span class="mc-soft"><?cs var:t.For ?></span></p>
    <p class="mc-desk__line mc-desk__line--facts"><span><?cs var:t.Group ?></span> <span><?cs var:T.desk.arrival ?> <?cs var:t.Arrival ?></span> <?cs if:t.Waited ?><span><?cs var:T.desk.waited ?> <?cs var:t.Waited ?></span><?cs /if ?> <span><?cs var:t.Calls ?></span></p>
    <?cs if:t.Reason ?><p class="mc-desk__reason"><?cs call:icon("info") ?><span><?cs var:t.Reason ?></span></p><?cs /if ?>
    <?cs if:t.Dossier ?><p class="mc-desk__line mc-desk__line--icon"><?cs call:icon("document") ?><span><?cs var:T.desk.dossier ?> <a href="<?cs var:t.DossierHref ?>"><?cs var:t.Dossier ?></a></span></p><?cs /if ?>
  </div>
</div>
<ul class="mc-desk__items" aria-label="<?cs var:T.desk.services ?>"><?cs each:i = t.Items ?><?cs call:desk_item(i) ?><?cs /each ?></ul>
<?cs /def ?>

<?cs def:desk_main(m) ?>
<?cs call:desk_open(m) ?><button type="submit" class="govuk-button mc-desk__main mc-desk__main--<?cs var:m.Key ?>" data-main data-key="F9" data-busy="<?cs var:T.desk.busy ?>"><span><?cs var:m.Text ?></span><?cs call:desk_key("F9") ?></button><?cs call:desk_close() ?>
<?cs /def ?>

<?cs def:desk_acts(t) ?>
<div class="mc-desk__acts">
  <?cs if:t.State == "called" ?>
  <?cs call:desk_button(t.Recall, T.desk.recall, "*", "secondary") ?>
  <div class="mc-desk__act"><?cs call:desk_button(t.Miss, T.desk.miss, "-", "secondary") ?><?cs if:t.MissIn ?><p class="mc-desk__wait" data-miss="<?cs var:t.MissSeconds ?>" data-miss-text="<?cs var:T.desk.miss_in ?>"><?cs var:t.MissIn ?></p><?cs /if ?></div>
  <?cs elif:t.Label ?>
  <?cs call:desk_button(t.Done, T.desk.done, "/", "secondary") ?>
  <a class="govuk-button govuk-button--secondary" href="<?cs var:t.ParkHref ?>" accesskey="g"><span><?cs var:T.desk.park ?></span> <kbd class="mc-key">Alt+G</kbd></a>
  <a class="govuk-button govuk-button--secondary" href="<?cs var:t.TransferHref ?>" accesskey="c"><span><?cs var:T.desk.transfer ?></span> <kbd class="mc-key">Alt+C</kbd></a>
  <?cs /if ?>
  <?cs if:Resume.Action ?><?cs call:desk_button(Resume, T.desk_main.resume, "", "secondary") ?><?cs /if ?>
</div>
<?cs /def ?>

<?cs def:desk_idle() ?>
<div class="mc-desk__idle"><p class="mc-desk__idle-text"><?cs if:Counter.Paused ?><?cs var:T.desk.idle_paused ?><?cs elif:Empty ?><?cs var:T.desk.nobody_waits ?><?cs else ?><?cs var:Waiting ?><?cs /if ?></p></div>
<?cs /def ?>

<?cs def:desk_queues(list) ?>
<table class="mc-desk__queues">
<caption class="govuk-visually-hidden"><?cs var:T.desk.queues ?></caption>
<thead><tr><th scope="col"><?cs var:T.desk.group ?></th><th scope="col"><?cs var:T.desk.waiting_head ?></th><th scope="col"><?cs var:T.desk.longest ?></th></tr></thead>
<tbody><?cs each:q = list ?><tr><th scope="row"><span class="mc-desk__queue"><span class="mc-desk__letter"><?cs var:q.Letter ?></span> <span title="<?cs var:q.Name ?>"><?cs var:q.Name ?></span></span></th><td><strong><?cs var:q.Waiting ?></strong><?cs if:q.Ahead ?> <span class="mc-soft"><?cs var:q.Ahead ?></span><?cs /if ?></td><td<?cs if:q.Late ?> class="mc-desk__late"<?cs /if ?>><?cs if:q.Longest ?><?cs if:q.Late ?><?cs call:icon("warning") ?><?cs /if ?><?cs var:q.Longest ?><?cs else ?>–<?cs /if ?></td></tr><?cs /each ?></tbody>
</table>
<?cs /def ?>

<?cs def:desk_next(list) ?>
<?cs if:subcount(list) ?><ol class="mc-desk__next"><?cs each:n = list ?><li><a href="<?cs var:n.Href ?>"><strong><?cs var:n.Label ?></strong><span class="govuk-visually-hidden"> <?cs var:T.desk.waited ?></span> <span class="mc-soft"><?cs if:n.Early ?><?cs var:T.desk.booked ?> <?cs var:n.Early ?><?cs else ?><?cs var:n.Waited ?><?cs /if ?></span><?cs if:n.Sent ?> <span class="mc-desk__sent"><?cs var:T.desk.sent ?></span><?cs /if ?><?cs if:n.ClassText ?> <span class="mc-desk__class"><?cs var:n.ClassText ?></span><?cs /if ?></a></li><?cs /each ?></ol><?cs else ?><p class="mc-soft"><?cs var:T.desk.nobody_waits ?></p><?cs /if ?>
<?cs /def ?>

<?cs def:desk_aside(list) ?>
<ul class="mc-desk__aside"<?cs if:subcount(list) > #4 ?> tabindex="0" aria-labelledby="gac-lai"<?cs /if ?>><?cs each:a = list ?>
  <li><span><strong><?cs var:a.Label ?></strong> <?cs if:a.Parked ?><?cs call:tag("wait", a.StateText) ?><?cs else ?><?cs call:tag("", a.StateText) ?><?cs /if ?> <span class="mc-soft"><?cs var:a.Since ?><?cs if:!a.Mine ?> · <?cs var:T.desk.counter ?> <?cs var:a.Counter ?><?cs /if ?></span></span><?cs if:a.Note ?><span class="mc-desk__note" title="<?cs var:a.Note ?>"><?cs var:a.Note ?></span><?cs /if ?><?cs if:a.Resume.Action ?><?cs call:desk_small(a.Resume, T.desk.resume, a.Label) ?><?cs elif:a.Requeue.Action ?><?cs call:desk_small(a.Requeue, T.desk.requeue, a.Label) ?><?cs /if ?></li><?cs /each ?>
</ul>
<?cs /def ?>

<div class="mc-wrap mc-desk" data-desk data-events="<?cs var:Live.Events ?>" data-mark="<?cs var:Live.Mark ?>" data-page="<?cs var:Live.Page ?>" data-find="<?cs var:Live.FindHref ?>"<?cs if:Panel.Kind ?> data-panel="<?cs var:Panel.Kind ?>"<?cs /if ?>>
<?cs call:desk_top(Counter) ?>
<div class="mc-desk__lost" data-live-band data-since="<?cs var:T.desk.lost_since ?>" data-never="<?cs var:T.desk.lost ?>" role="status" hidden><?cs call:icon("offline") ?><span data-live-text></span></div>
<?cs call:desk_notice(Notice) ?>
<div class="mc-desk__grid">
<div class="mc-desk__main-side">
<section class="mc-desk__now<?cs if:Ticket.State ?> mc-desk__now--<?cs var:Ticket.State ?><?cs /if ?>" aria-label="<?cs var:T.desk.now ?>" data-part="now">
<?cs if:Panel.Kind ?><?cs if:Ticket.Label ?><p class="mc-desk__brief"><strong class="mc-desk__label mc-desk__label--small"><?cs var:Ticket.Label ?></strong> <?cs if:Ticket.State == "serving" ?><?cs call:tag("ok", Ticket.StateText) ?><?cs else ?><?cs call:tag("info", Ticket.StateText) ?><?cs /if ?> <span><?cs var:Ticket.Group ?></span></p><?cs /if ?><?cs elif:Ticket.Label ?><?cs call:desk_ticket(Ticket) ?><?cs else ?><?cs call:desk_idle() ?><?cs /if ?>
<?cs if:Panel.Kind ?><?cs call:desk_panel(Panel) ?><?cs else ?><?cs call:desk_main(Main) ?><?cs call:desk_acts(Ticket) ?><?cs /if ?>
</section>
<?cs if:!Panel.Kind ?><section data-part="aside" aria-labelledby="gac-lai"><h2 class="mc-desk__h2" id="gac-lai"><?cs var:T.desk.aside ?></h2><?cs if:subcount(Aside) ?><?cs call:desk_aside(Aside) ?><?cs else ?><p class="mc-soft mc-desk__aside-none"><?cs var:T.desk.aside_none ?></p><?cs /if ?></section><?cs /if ?>
</div>
<div class="mc-desk__side">
<section data-part="queues" aria-labelledby="dang-cho"><h2 class="mc-desk__h2" id="dang-cho"><?cs var:T.desk.queues ?></h2><?cs call:desk_queues(Queues) ?></section>
<section data-part="next" aria-labelledby="sap-den"><h2 class="mc-desk__h2" id="sap-den"><?cs var:T.desk.coming ?></h2><?cs call:desk_next(Next) ?></section>
<form class="mc-desk__find" action="<?cs var:Live.FindHref ?>" method="get"><label for="so-khac"><?cs var:T.desk.find ?></label><span class="mc-desk__find-row"><input class="govuk-input" id="so-khac" name="so" type="text" inputmode="numeric" maxlength="8" autocomplete="off" value="<?cs var:Panel.Typed ?>" placeholder="015" data-number><button type="submit" class="govuk-button govuk-button--secondary"><?cs var:T.desk.find_button ?></button></span></form>
</div>
</div>
<p class="mc-desk__keys" data-keys hidden><span class="mc-desk__keys-list"><?cs var:T.desk.keypad ?> <kbd class="mc-key">0…9 Enter</kbd> <?cs var:T.desk.key_find ?> <kbd class="mc-key">+</kbd> <?cs var:T.desk.key_next ?> <kbd class="mc-key">*</kbd> <?cs var:T.desk.recall ?> <kbd class="mc-key">-</kbd> <?cs var:T.desk.miss ?> <kbd class="mc-key">/</kbd> <?cs var:T.desk.done ?></span> <span class="mc-desk__typed" role="status" data-typed></span> <button type="button" class="mc-desk__small" data-keypad aria-pressed="true" data-on="<?cs var:T.desk.keypad_on ?>" data-off="<?cs var:T.desk.keypad_off ?>"><?cs var:T.desk.keypad_on ?></button></p>
</div>
