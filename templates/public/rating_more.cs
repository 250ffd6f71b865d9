<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Thanks for a vote, and what somebody may add: after a low one the reasons and how to be reached, after any one words.
  More.{Action,Low}, Reasons. ?>
<?cs include!"rating_parts.cs" ?>
<div class="mc-wrap mc-narrow">
<?cs call:page_head("", T.rating_more.thanks, "") ?>
<form action="<?cs var:More.Action ?>" method="post" novalidate>
  <?cs if:More.Low ?>
  <fieldset class="govuk-fieldset mc-block" aria-describedby="lydo-hint">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--m"><?cs var:T.rating_more.low ?></legend>
    <div class="govuk-hint" id="lydo-hint"><?cs var:T.rating_more.low_hint ?></div>
    <?cs call:reasons(Reasons) ?>
  </fieldset>
  <?cs /if ?>
  <?cs call:field_area(Form.ykien, T.rating_more.words, T.rating_more.words_hint, "4") ?>
  <?cs if:More.Low ?><?cs call:field_input(Form.lienhe, T.rating_more.contact, T.rating_more.contact_hint, "text", "", "") ?><?cs /if ?>
  <p class="mc-actions"><?cs call:button(T.rating_more.send, T.form.sending) ?> <a class="govuk-button govuk-button--secondary" href="<?cs var:Page.Base ?>/danh-gia?xong=1"><?cs var:T.rating_more.skip ?></a></p>
</form>
</div>
