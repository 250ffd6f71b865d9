<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  A ticket. t: Number, Hall, Group, Services (one text), Class, Day, Time, Ahead, AheadText, Wait, WaitText, Follow,
  Again, and Qr.{Path, Box, Name}; each may be absent. Elements with data-slot are what the script of the dispenser fills in
  when it gives out a number without the server; what is empty is hidden by the style.

  slip(t): the 80 mm ticket, seen on paper only.  ticket_card(t): the same on the screen, as large as it goes.
  print_line(trouble): what the printer does; trouble: "", bad or empty, as people said who stood before it. The script
  changes it when it learns more.
  take_buttons(classes, text): the button of a form that takes a ticket, and those of who goes before others. classes:
  list of Value, Text, Icon. ?>

<?cs def:slip_qr(q) ?><svg class="mc-slip__qr" data-slot="qr" viewBox="0 0 <?cs if:q.Box ?><?cs var:q.Box ?> <?cs var:q.Box ?><?cs else ?>1 1<?cs /if ?>" role="img" aria-label="<?cs var:T.ticket.follow ?>" shape-rendering="crispEdges"><path fill="#000" d="<?cs var:q.Path ?>"/></svg><?cs /def ?>

<?cs def:slip(t) ?>
<div class="mc-slip" aria-hidden="true">
  <p class="mc-slip__site"><?cs var:Site.Name ?></p>
  <p class="mc-slip__hall" data-slot="hall"><?cs var:t.Hall ?></p>
  <p class="mc-slip__again" data-slot="again"><?cs var:t.Again ?></p>
  <p class="mc-slip__label"><?cs var:T.ticket.number ?></p>
  <p class="mc-slip__number" data-slot="number"><?cs var:t.Number ?></p>
  <p class="mc-slip__group" data-slot="group"><?cs var:t.Group ?></p>
  <p class="mc-slip__services" data-slot="services"><?cs var:t.Services ?></p>
  <p class="mc-slip__class" data-slot="class"><?cs var:t.Class ?></p>
  <p class="mc-slip__ahead" data-slot="ahead"><?cs var:t.AheadText ?></p>
  <p class="mc-slip__wait" data-slot="wait"><?cs var:t.WaitLine ?></p>
  <?cs call:slip_qr(t.Qr) ?>
  <p class="mc-slip__follow"><?cs var:T.ticket.follow ?></p>
  <p class="mc-slip__time"><span data-slot="time"><?cs var:t.Time ?></span> <span data-slot="day"><?cs var:t.Day ?></span></p>
  <p class="mc-slip__please"><?cs var:T.ticket.wait_please ?></p>
</div>
<?cs /def ?>

<?cs def:ticket_card(t) ?>
<div class="mc-turn">
  <div class="mc-turn__main">
    <h2 class="mc-turn__title"><?cs var:T.ticket.number ?> <strong class="mc-turn__number" data-slot="number"><?cs var:t.Number ?></strong></h2>
    <p class="mc-turn__group" data-slot="group"><?cs var:t.Group ?></p>
    <p class="mc-turn__services" data-slot="services"><?cs var:t.Services ?></p>
    <p class="mc-turn__class"><span class="mc-tag mc-tag--info" data-slot="class"><?cs var:t.Class ?></span></p>
  </div>
  <div class="mc-turn__facts">
    <p class="mc-turn__fact mc-turn__fact--ahead"><strong data-slot="ahead_number"><?cs var:t.Ahead ?></strong> <span><?cs var:T.ticket.ahead_short ?></span></p>
    <p class="mc-turn__fact"><strong data-slot="wait_short"><?cs var:t.Wait ?></strong> <span><?cs var:T.ticket.wait ?></span></p>
    <p class="mc-turn__note" data-slot="note"><?cs var:t.WaitText ?></p>
  </div>
  <div class="mc-turn__follow">
    <?cs call:slip_qr(t.Qr) ?>
    <p><strong><?cs var:T.ticket.follow ?></strong><span><?cs var:T.ticket.follow_text ?></span></p>
  </div>
</div>
<?cs /def ?>

<?cs def:print_line(trouble) ?><p class="mc-turn__print<?cs if:trouble ?> mc-turn__print--bad<?cs /if ?>" data-printing data-bad="<?cs var:T.ticket.printer_bad ?>" data-empty="<?cs var:T.ticket.printer_empty ?>"><?cs if:trouble == "empty" ?><?cs var:T.ticket.printer_empty ?><?cs elif:trouble ?><?cs var:T.ticket.printer_bad ?><?cs else ?><?cs var:T.ticket.printing ?><?cs /if ?></p><?cs /def ?>

<?cs def:take_buttons(classes, text) ?>
  <div class="mc-step__take">
    <button type="submit" class="mc-take" name="dien" value="ordinary"><?cs call:icon("print") ?><span><?cs var:text ?></span></button>
    <?cs if:subcount(classes) ?><fieldset class="mc-classes"><legend><?cs var:T.dispenser.priority ?></legend>
      <div class="mc-classes__list"><?cs each:c = classes ?><button type="submit" class="mc-class" name="dien" value="<?cs var:c.Value ?>" data-name="<?cs var:c.Text ?>"><?cs call:icon(c.Icon) ?><span><?cs var:c.Text ?></span></button><?cs /each ?></div>
    </fieldset><?cs /if ?>
  </div>
<?cs /def ?>
