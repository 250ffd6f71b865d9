<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Sign-in: the first password is replaced by one of the person's own. ?>
<?cs include!"staff/form_parts.cs" ?>
<div class="mc-wrap mc-narrow">
<?cs call:page_head(T.sign_in.caption, T.sign_in_first.title, "") ?>
<p class="mc-lead"><?cs var:T.sign_in_first.lead ?></p>
<?cs call:form_open(SignIn) ?>
<?cs call:field_input(Form.moi, T.staff_account_password.new, T.staff_account_password.hint, "password", "new-password", "medium") ?>
<?cs call:field_input(Form.lai, T.staff_account_password.again, "", "password", "new-password", "medium") ?>
<p class="mc-actions"><?cs call:button(T.sign_in_first.button, T.sign_in.busy) ?></p>
<?cs call:form_close() ?>
</div>
