<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  The box for the code of an appointment: Appointment.Ask, Form.ma; Appointment.None: there is none with this code. ?>
<div class="mc-wrap mc-booking">
<?cs call:page_head("", T.appointment.title, "") ?>
<?cs if:Appointment.None ?><?cs call:notice("warning", T.appointment.none, T.appointment.none_text) ?><?cs /if ?>
<form action="<?cs var:Appointment.Ask ?>" method="post">
<?cs call:field_code(Form.ma, T.appointment.ask, T.appointment.ask_hint) ?>
<?cs call:button(T.appointment.ask_button, "") ?>
</form>
<p class="mc-actions"><a href="<?cs var:Page.Base ?>/dat-lich"><?cs var:T.booking.title ?></a></p>
</div>
