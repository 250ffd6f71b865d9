<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  An appointment: Appointment.{New, State, StateText, Open, Mailed, Code}, Appointment.Facts.N.{Term, Value},
  Appointment.Qr.{Path, Box}, Appointment.Cancel.{Action, Token}, Appointment.Move: where it gets another time. ?>
<div class="mc-wrap mc-booking">
<?cs if:Appointment.New && Appointment.Open ?><?cs call:page_head("", T.appointment.done, "") ?><?cs else ?><?cs call:page_head("", T.appointment.title, "") ?><?cs /if ?>
<p><?cs if:Appointment.Open ?><?cs call:tag("ok", Appointment.StateText) ?><?cs else ?><?cs call:tag("", Appointment.StateText) ?><?cs /if ?></p>
<div class="mc-pass">
  <dl class="mc-facts mc-pass__facts"><?cs each:f = Appointment.Facts ?><div><dt><?cs var:f.Term ?></dt><dd><?cs var:f.Value ?></dd></div><?cs /each ?><div><dt><?cs var:T.appointment.code ?></dt><dd class="mc-pass__code"><?cs var:Appointment.Code ?></dd></div></dl>
  <?cs if:Appointment.Open ?><svg class="mc-pass__qr" viewBox="0 0 <?cs var:Appointment.Qr.Box ?> <?cs var:Appointment.Qr.Box ?>" role="img" aria-label="<?cs var:T.appointment.qr ?>" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h<?cs var:Appointment.Qr.Box ?>v<?cs var:Appointment.Qr.Box ?>H0z"/><path fill="#000" d="<?cs var:Appointment.Qr.Path ?>"/></svg><?cs /if ?>
</div>
<?cs if:Appointment.Open ?>
<p class="mc-soft"><?cs var:T.appointment.keep ?><?cs if:Appointment.New && Appointment.Mailed ?> <?cs var:T.appointment.mailed ?><?cs /if ?></p>
<p class="mc-actions"><?cs call:print_button(T.common.print) ?><?cs if:Appointment.Move ?><?cs call:button_link_quiet(Appointment.Move, T.appointment.move, "calendar") ?><?cs /if ?></p>
<h2 class="mc-h2"><?cs var:T.appointment.how ?></h2>
<ol class="mc-steps"><li><?cs var:T.booking.policy ?></li><li><?cs var:T.appointment.how_code ?></li><li><?cs var:T.appointment.how_wait ?></li></ol>
<details class="mc-phone__cancel"><summary><?cs var:T.appointment.cancel ?></summary>
<form action="<?cs var:Appointment.Cancel.Action ?>" method="post"><input type="hidden" name="token" value="<?cs var:Appointment.Cancel.Token ?>"><p><?cs var:T.appointment.cancel_text ?></p><button type="submit" class="govuk-button govuk-button--secondary" data-busy="<?cs var:T.form.sending ?>"><?cs var:T.appointment.cancel_yes ?></button></form></details>
<?cs else ?>
<p class="mc-actions"><a class="govuk-button" href="<?cs var:Page.Base ?>/dat-lich"><?cs var:T.appointment.another ?></a></p>
<?cs /if ?>
</div>
