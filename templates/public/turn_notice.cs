<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Being told that the turn is near: Notice.{Label, Back, Mail, Sms, Asked, Way}, Notice.Form.{Action, Token}; Form.dienthoai,
  Form.email. ?>
<div class="mc-wrap mc-booking">
<?cs call:page_head(Notice.Label, T.notice.title, "") ?>
<?cs if:Notice.Asked ?>
<p><?cs var:Notice.Way ?></p>
<form action="<?cs var:Notice.Form.Action ?>" method="post"><input type="hidden" name="token" value="<?cs var:Notice.Form.Token ?>"><input type="hidden" name="thoi" value="1"><button type="submit" class="govuk-button govuk-button--secondary" data-busy="<?cs var:T.form.sending ?>"><?cs var:T.notice.stop ?></button></form>
<?cs else ?>
<p class="mc-lead"><?cs var:T.notice.lead ?></p>
<form action="<?cs var:Notice.Form.Action ?>" method="post" novalidate><input type="hidden" name="token" value="<?cs var:Notice.Form.Token ?>">
<?cs if:Notice.Sms ?><?cs call:field_input(Form.dienthoai, T.notice.phone, T.notice.phone_hint, "tel", "tel", "medium") ?><?cs /if ?>
<?cs if:Notice.Sms && Notice.Mail ?><p class="mc-soft"><?cs var:T.notice.or ?></p><?cs /if ?>
<?cs if:Notice.Mail ?><?cs call:field_input(Form.email, T.booking.email, "", "email", "email", "medium") ?><?cs /if ?>
<p class="mc-soft"><?cs var:T.notice.consent ?></p>
<?cs call:button(T.notice.ask, T.form.sending) ?>
</form>
<?cs /if ?>
<p class="mc-actions"><a href="<?cs var:Notice.Back ?>"><?cs var:T.notice.back ?></a></p>
</div>
