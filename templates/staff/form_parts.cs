<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Parts of the forms of accounts. Pages include it before they use them. ?>
<?cs # form_open(form), form_close(): a form with an effect; form has Action and Token from page_form(). ?>
<?cs def:form_open(form) ?><form class="mc-form" action="<?cs var:form.Action ?>" method="post" novalidate><input type="hidden" name="token" value="<?cs var:form.Token ?>"><?cs /def ?>
<?cs def:form_close() ?></form><?cs /def ?>

<?cs # form_button(form, kind, text): a button that is a whole form. kind: secondary | warning. ?>
<?cs def:form_button(form, kind, text) ?><form action="<?cs var:form.Action ?>" method="post"><input type="hidden" name="token" value="<?cs var:form.Token ?>"><button type="submit" class="govuk-button govuk-button--<?cs var:kind ?>"><?cs var:text ?></button></form><?cs /def ?>

<?cs # app_to_scan(app): the QR code, and the same as letters. ?>
<?cs def:app_to_scan(app) ?>
<p class="mc-actions"><img src="<?cs var:app.Qr ?>" alt="<?cs var:T.sign_in_app.qr ?>" width="208" height="208"></p>
<p class="mc-lead"><?cs var:T.sign_in_app.by_hand ?> <strong class="mc-seed"><?cs var:app.Seed ?></strong></p>
<?cs /def ?>
