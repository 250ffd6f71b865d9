<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Booking a time, one question a page. Booking.Step: place | service | day | time | confirm;
  Booking.Chosen.N.{Term, Value, Href}; Booking.Places: list of Text, Href; Booking.Hall, Booking.Groups.N.{Name},
  ….Services.N.{Text, Href}; Booking.Days and Booking.Times: list of Text, Free,
  Href (absent: full); Booking.{Problem, Slot, Service, Day}, Booking.Form.{Action, Token}; Booking.Options: list of
  Value, Text, the times left when the one chosen has gone; Booking.Moves: an appointment that is there gets another time. ?>
<?cs def:choices(list) ?><ul class="mc-choices"><?cs each:x = list ?><li><?cs if:x.Href ?><a class="mc-choice" href="<?cs var:x.Href ?>"><span<?cs call:lang_of(x.Text) ?>><?cs var:x.Text ?></span><?cs if:x.Free ?> <small><?cs var:x.Free ?></small><?cs /if ?></a><?cs else ?><span class="mc-choice mc-choice--full"><span><?cs var:x.Text ?></span> <small><?cs var:x.Free ?></small></span><?cs /if ?></li><?cs /each ?></ul><?cs /def ?>
<?cs def:carried() ?><input type="hidden" name="token" value="<?cs var:Booking.Form.Token ?>"><?cs if:!Booking.Moves ?><input type="hidden" name="viec" value="<?cs var:Booking.Service ?>"><?cs /if ?><input type="hidden" name="ngay" value="<?cs var:Booking.Day ?>"><?cs /def ?>
<?cs def:confirm_button() ?><?cs if:Booking.Moves ?><?cs call:button(T.booking.move_button, T.form.sending) ?><?cs else ?><?cs call:button(T.booking.button, T.form.sending) ?><?cs /if ?><?cs /def ?>
<div class="mc-wrap mc-booking">
<?cs if:Booking.Moves ?><?cs call:page_head("", T.booking.move, "") ?><?cs else ?><?cs call:page_head("", T.booking.title, "") ?><?cs /if ?>
<?cs if:Booking.Problem ?><?cs call:notice("warning", Booking.Problem, T.booking.full_text) ?><?cs /if ?>
<?cs if:subcount(Booking.Chosen) ?><dl class="mc-chosen"><?cs each:c = Booking.Chosen ?><div><dt><?cs var:c.Term ?></dt><dd><?cs var:c.Value ?></dd><?cs if:c.Href ?><dd><a href="<?cs var:c.Href ?>"><?cs var:T.booking.change ?><span class="govuk-visually-hidden"> <?cs var:c.Term ?></span></a></dd><?cs /if ?></div><?cs /each ?></dl><?cs /if ?>
<?cs if:Booking.Step == "place" || Booking.Step == "service" ?>
  <?cs if:subcount(Booking.Groups) ?>
  <p class="mc-lead"><?cs var:T.booking.lead ?></p>
  <h2 class="mc-h2"><?cs var:T.booking.choose_service ?></h2>
  <p class="mc-soft"<?cs call:lang_of(Booking.Hall) ?>><?cs var:Booking.Hall ?></p>
  <?cs each:g = Booking.Groups ?><h3 class="mc-h3"<?cs call:lang_of(g.Name) ?>><?cs var:g.Name ?></h3><?cs call:choices(g.Services) ?><?cs /each ?>
  <?cs elif:subcount(Booking.Places) ?>
  <p class="mc-lead"><?cs var:T.booking.lead ?></p>
  <h2 class="mc-h2"><?cs var:T.booking.choose_place ?></h2>
  <?cs call:choices(Booking.Places) ?>
  <?cs else ?><?cs call:empty_open("calendar", T.booking.none, T.booking.none_text) ?><?cs call:empty_close() ?><?cs /if ?>
  <p><a href="<?cs var:Page.Base ?>/lich"><?cs var:T.appointment.see ?></a></p>
  <p><a href="<?cs var:Page.Base ?>/cho-doi"><?cs var:T.booking.wait_now ?></a></p>
<?cs elif:Booking.Step == "day" ?>
  <h2 class="mc-h2"><?cs var:T.booking.choose_day ?></h2>
  <?cs if:subcount(Booking.Days) ?><?cs call:choices(Booking.Days) ?><?cs else ?><p><?cs var:T.booking.none ?>. <?cs var:T.booking.none_text ?></p><?cs /if ?>
<?cs elif:Booking.Step == "time" ?>
  <h2 class="mc-h2"><?cs var:T.booking.choose_time ?></h2>
  <?cs if:subcount(Booking.Options) ?><form action="<?cs var:Booking.Form.Action ?>" method="post" novalidate><?cs call:carried() ?>
    <div class="mc-times"><?cs call:field_radios(Form.gio, T.booking.left, "", Booking.Options) ?></div>
    <?cs if:!Booking.Moves ?><?cs call:field_input(Form.email, T.booking.email, T.booking.email_hint, "email", "email", "medium") ?><?cs /if ?>
    <?cs call:confirm_button() ?>
  </form><?cs elif:Booking.Problem ?><p><?cs var:T.booking.none_day ?></p><?cs else ?>
  <?cs if:subcount(Booking.Times) ?><div class="mc-times"><?cs call:choices(Booking.Times) ?></div><?cs else ?><p><?cs var:T.booking.none_day ?></p><?cs /if ?><?cs /if ?>
<?cs elif:Booking.Step == "confirm" ?>
  <h2 class="mc-h2"><?cs if:Booking.Moves ?><?cs var:T.booking.move_confirm ?><?cs else ?><?cs var:T.booking.confirm ?><?cs /if ?></h2>
  <form action="<?cs var:Booking.Form.Action ?>" method="post" novalidate>
    <?cs call:carried() ?><input type="hidden" name="gio" value="<?cs var:Booking.Slot ?>">
    <?cs if:!Booking.Moves ?><?cs call:field_input(Form.email, T.booking.email, T.booking.email_hint, "email", "email", "medium") ?><?cs /if ?>
    <p class="mc-soft"><?cs var:T.booking.policy ?></p>
    <?cs call:confirm_button() ?>
  </form>
<?cs /if ?>
</div>
