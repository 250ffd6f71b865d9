<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Sign-in: an authenticator app is joined to the account. App.{Seed,Qr}. ?>
<?cs include!"staff/form_parts.cs" ?>
<div class="mc-wrap mc-narrow">
<?cs call:page_head(T.sign_in.caption, T.sign_in_app.title, "") ?>
<p class="mc-lead"><?cs var:T.sign_in_app.lead ?></p>
<ol class="mc-bullets">
  <li><?cs var:T.sign_in_app.step_install ?></li>
  <li><?cs var:T.sign_in_app.step_scan ?></li>
  <li><?cs var:T.sign_in_app.step_type ?></li>
</ol>
<?cs call:app_to_scan(App) ?>
<?cs call:form_open(SignIn) ?>
<?cs call:field_input(Form.ma, T.sign_in_app.code, "", "text", "one-time-code", "short") ?>
<p class="mc-actions"><?cs call:button(T.sign_in_app.button, T.sign_in.busy) ?></p>
<?cs call:form_close() ?>
</div>
