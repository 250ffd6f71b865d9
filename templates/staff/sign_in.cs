<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Sign-in, first step. SignIn.{Action,Token}; SignIn.Wrong, TooMany or Busy when the last try was not good. ?>
<?cs include!"staff/form_parts.cs" ?>
<div class="mc-wrap mc-narrow">
<?cs call:page_head(T.sign_in.caption, T.sign_in.title, "") ?>
<?cs if:SignIn.Wrong ?><?cs call:notice("error", T.sign_in.wrong_title, T.sign_in.wrong_text) ?>
<?cs elif:SignIn.TooMany ?><?cs call:notice("error", T.sign_in.many_title, T.sign_in.many_text) ?>
<?cs elif:SignIn.Busy ?><?cs call:notice("warning", T.sign_in.busy_title, T.sign_in.busy_text) ?><?cs /if ?>
<?cs call:form_open(SignIn) ?>
<input type="hidden" name="tiep" value="<?cs var:Form.tiep.Value ?>">
<?cs call:field_input(Form.ten, T.sign_in.login, "", "text", "username", "medium") ?>
<?cs call:field_input(Form.matkhau, T.sign_in.password, "", "password", "current-password", "medium") ?>
<p class="mc-actions"><?cs call:button(T.sign_in.button, T.sign_in.busy) ?></p>
<?cs call:form_close() ?>
<p><?cs var:T.sign_in.lost ?></p>
<h2 class="mc-h2"><?cs var:T.sign_in.citizen_title ?></h2>
<ul class="mc-bullets">
  <li><a href="<?cs var:Page.Base ?>/thu-tuc"><?cs var:T.sign_in.citizen_find ?></a></li>
  <li><a href="<?cs var:Page.Base ?>/tra-cuu"><?cs var:T.sign_in.citizen_status ?></a></li>
</ul>
</div>
