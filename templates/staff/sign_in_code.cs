<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Sign-in, second step: the code of the app, or a recovery code. ?>
<?cs include!"staff/form_parts.cs" ?>
<div class="mc-wrap mc-narrow">
<?cs call:page_head(T.sign_in.caption, T.sign_in_code.title, "") ?>
<?cs if:SignIn.Wrong ?><?cs call:notice("error", T.sign_in_code.wrong_title, T.sign_in_code.wrong_text) ?>
<?cs elif:SignIn.TooMany ?><?cs call:notice("error", T.sign_in.many_title, T.sign_in.many_text) ?><?cs /if ?>
<?cs call:form_open(SignIn) ?>
<?cs call:field_input(Form.ma, T.sign_in_code.code, T.sign_in_code.hint, "text", "one-time-code", "short") ?>
<p class="mc-actions"><?cs call:button(T.sign_in.button, T.sign_in.busy) ?></p>
<?cs call:form_close() ?>
<p><a href="<?cs var:Page.Base ?>/can-bo/dang-nhap"><?cs var:T.sign_in_code.other ?></a></p>
</div>
