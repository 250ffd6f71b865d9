<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  My account: another authenticator app. App.{Seed,Qr}. ?>
<?cs include!"staff/form_parts.cs" ?>
<div class="mc-wrap mc-narrow">
<?cs call:page_head(T.staff_account.title, T.staff_account_app.title, "") ?>
<p class="mc-lead"><?cs var:T.staff_account_app.lead ?></p>
<?cs call:app_to_scan(App) ?>
<?cs call:form_open(Account) ?>
<?cs call:field_input(Form.ma, T.staff_account_app.new_code, "", "text", "one-time-code", "short") ?>
<?cs call:field_input(Form.matkhau, T.staff_account_password.current, "", "password", "current-password", "medium") ?>
<?cs call:field_input(Form.macu, T.staff_account_app.old_code, T.staff_account_app.old_hint, "text", "off", "short") ?>
<p class="mc-actions"><?cs call:button(T.staff_account_app.button, T.sign_in.busy) ?></p>
<?cs call:form_close() ?>
<p><a href="<?cs var:Page.Base ?>/can-bo/tai-khoan"><?cs var:T.staff_account.back ?></a></p>
</div>
