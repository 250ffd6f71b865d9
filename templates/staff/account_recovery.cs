<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  My account: recovery codes. Codes: Code, only right after they were made; Recovery.Left. ?>
<?cs include!"staff/form_parts.cs" ?>
<div class="mc-wrap mc-narrow">
<?cs call:page_head(T.staff_account.title, T.staff_account_recovery.title, "") ?>
<?cs if:subcount(Codes) ?>
<?cs call:notice("warning", T.staff_account_recovery.once_title, T.staff_account_recovery.once_text) ?>
<ol class="mc-bullets"><?cs each:c = Codes ?><li class="mc-code"><?cs var:c.Code ?></li><?cs /each ?></ol>
<p class="mc-actions"><?cs call:print_button(T.common.print) ?> <?cs call:button_link(Page.HomeHref, T.staff_account_recovery.done, "") ?></p>
<?cs else ?>
<p class="mc-lead"><?cs var:T.staff_account_recovery.lead ?></p>
<p><?cs var:T.staff_account_recovery.left ?> <strong><?cs var:Recovery.Left ?></strong></p>
<?cs call:form_open(Account) ?>
<?cs call:field_input(Form.matkhau, T.staff_account_password.current, T.staff_account_recovery.hint, "password", "current-password", "medium") ?>
<p class="mc-actions"><?cs call:button(T.staff_account_recovery.button, T.sign_in.busy) ?></p>
<?cs call:form_close() ?>
<?cs /if ?>
<p><a href="<?cs var:Page.Base ?>/can-bo/tai-khoan"><?cs var:T.staff_account.back ?></a></p>
</div>
