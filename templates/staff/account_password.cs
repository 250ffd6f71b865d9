<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  My account: a new password. ?>
<?cs include!"staff/form_parts.cs" ?>
<div class="mc-wrap mc-narrow">
<?cs call:page_head(T.staff_account.title, T.staff_account_password.title, "") ?>
<p class="mc-lead"><?cs var:T.staff_account_password.lead ?></p>
<?cs call:form_open(Account) ?>
<?cs call:field_input(Form.matkhau, T.staff_account_password.current, "", "password", "current-password", "medium") ?>
<?cs call:field_input(Form.moi, T.staff_account_password.new, T.staff_account_password.hint, "password", "new-password", "medium") ?>
<?cs call:field_input(Form.lai, T.staff_account_password.again, "", "password", "new-password", "medium") ?>
<p class="mc-actions"><?cs call:button(T.staff_account_password.button, T.sign_in.busy) ?></p>
<?cs call:form_close() ?>
<p><a href="<?cs var:Page.Base ?>/can-bo/tai-khoan"><?cs var:T.staff_account.back ?></a></p>
</div>
