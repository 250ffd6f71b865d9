<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Parts of the settings of a hall. Pages include it, after staff/form_parts.cs, before they use them. ?>
<?cs # hall_moved(m): somebody changed it while the form was open. m: Yes, By, At. ?>
<?cs def:hall_moved(m) ?><?cs if:m.Yes ?>
<div class="mc-notice mc-notice--warning" role="alert">
  <?cs call:icon("warning") ?>
  <div class="mc-notice__text"><p class="mc-notice__title"><?cs var:T.hall_setting.moved ?></p>
  <p><?cs if:m.By ?><strong><?cs var:m.By ?></strong>, <?cs var:m.At ?>. <?cs /if ?><?cs var:T.hall_setting.moved_again ?></p></div>
</div>
<?cs /if ?><?cs /def ?>

<?cs # hall_in_use(f, text, hint): the box for what is in use; f: Form.mo. ?>
<?cs def:hall_in_use(f, text, hint) ?>
<div class="<?cs call:field_group(f) ?> mc-hall-form__use">
  <?cs call:field_error(f) ?>
  <div class="govuk-checkboxes"><div class="govuk-checkboxes__item">
    <input class="govuk-checkboxes__input" id="f-mo" name="mo" type="checkbox" value="1"<?cs if:f.Value ?> checked<?cs /if ?><?cs call:field_described(f, hint) ?>>
    <label class="govuk-label govuk-checkboxes__label" for="f-mo"><?cs var:text ?></label>
    <div class="govuk-hint govuk-checkboxes__hint" id="h-mo"><?cs var:hint ?></div>
  </div></div>
</div>
<?cs /def ?>

<?cs # hall_end(mark, back): the hidden mark, the button, the way back. ?>
<?cs def:hall_end(mark, back) ?>
<?cs if:mark.Value ?><input type="hidden" name="vet" value="<?cs var:mark.Value ?>"><?cs /if ?>
<p class="mc-actions"><?cs call:button(T.hall_setting.save, T.form.sending) ?> <a class="mc-hall-form__back" href="<?cs var:back ?>"><?cs var:T.common.back ?></a></p>
<?cs /def ?>

<?cs # hall_number(f, label, hint): a small whole number. ?>
<?cs def:hall_number(f, label, hint) ?>
<div class="<?cs call:field_group(f) ?>">
  <label class="govuk-label" for="f-<?cs var:name(f) ?>"><?cs var:label ?></label>
  <?cs call:field_hint(f, hint) ?><?cs call:field_error(f) ?>
  <input class="govuk-input mc-hall-form__number<?cs if:f.Error ?> govuk-input--error<?cs /if ?>" id="f-<?cs var:name(f) ?>" name="<?cs var:name(f) ?>" type="text" inputmode="numeric" maxlength="5" value="<?cs var:f.Value ?>" autocomplete="off"<?cs call:field_described(f, hint) ?>>
</div>
<?cs /def ?>
