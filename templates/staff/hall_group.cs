<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  A queue of a hall. Hall: Name, Href; Kinds: Value, Text; Today: Ever, Given, Highest, Here, Lent, LetterLent; Save.{Action,Token}; Moved. ?>
<?cs include!"staff/form_parts.cs" ?>
<?cs include!"staff/hall_parts.cs" ?>
<div class="mc-wrap mc-hall-form">
<?cs call:page_head(Hall.Name, Page.Title, "") ?>
<?cs call:hall_moved(Moved) ?>
<?cs if:Today.Given || Today.Lent ?><p class="mc-hall-form__today"><?cs call:icon("info") ?><span><?cs var:T.hall_group.today ?> <?cs if:Today.Given ?><?cs var:Today.Given ?><?cs if:Today.Highest ?> (<?cs var:T.hall_group.up_to ?> <strong><?cs var:Today.Highest ?></strong>)<?cs /if ?><?cs /if ?><?cs if:Today.Here ?>, <?cs var:Today.Here ?><?cs /if ?><?cs if:Today.Lent ?><?cs if:Today.Given ?>; <?cs /if ?><?cs var:T.hall_group.lent ?> <strong class="mc-nowrap"><?cs var:Today.Lent ?></strong><?cs /if ?>. <?cs var:T.hall_group.today_kept ?></span></p><?cs /if ?>
<?cs call:form_open(Save) ?>
<div class="mc-hall-form__two">
<?cs call:field_input(Form.ten, T.hall_group.name, T.hall_group.name_hint, "text", "off", "") ?>
<?cs call:field_input(Form.tienganh, T.hall_setting.name_en, "", "text", "off", "") ?>
<div class="<?cs call:field_group(Form.chu) ?>">
  <label class="govuk-label" for="f-chu"><?cs var:T.hall_group.letter ?></label>
  <?cs call:field_hint(Form.chu, T.hall_group.letter_hint) ?><?cs if:Today.LetterLent && !Today.Ever ?><p class="govuk-hint"><?cs var:Today.LetterLent ?></p><?cs /if ?><?cs call:field_error(Form.chu) ?>
  <input class="govuk-input mc-hall-form__number<?cs if:Form.chu.Error ?> govuk-input--error<?cs /if ?>" id="f-chu" name="chu" type="text" maxlength="1" value="<?cs var:Form.chu.Value ?>" autocomplete="off" autocapitalize="characters" spellcheck="false"<?cs if:Today.Ever || Today.LetterLent ?> readonly<?cs /if ?><?cs call:field_described(Form.chu, T.hall_group.letter_hint) ?>>
</div>
<?cs call:field_select(Form.loai, T.hall_group.kind, "", Kinds) ?>
</div>
<fieldset class="govuk-fieldset">
<legend class="govuk-fieldset__legend govuk-fieldset__legend--s"><?cs var:T.hall_group.numbers ?></legend>
<div class="mc-hall-form__row">
<?cs call:hall_number(Form.dau, T.hall_group.first, "") ?>
<?cs call:hall_number(Form.cuoi, T.hall_group.last, "") ?>
<?cs call:hall_number(Form.muon, T.hall_group.lease, "") ?>
<?cs call:hall_number(Form.muc, T.hall_group.cap, "") ?>
</div>
<p class="govuk-hint"><?cs var:T.hall_group.numbers_hint ?></p>
</fieldset>
<div class="mc-hall-form__row">
<?cs call:field_input(Form.tu, T.hall_group.from, "", "text", "off", "short") ?>
<?cs call:field_input(Form.den, T.hall_group.to, "", "text", "off", "short") ?>
<?cs call:hall_number(Form.phut, T.hall_group.minutes, "") ?>
<?cs call:hall_number(Form.hen, T.hall_group.slots, "") ?>
<?cs call:hall_number(Form.vitri, T.hall_setting.position, "") ?>
</div>
<p class="govuk-hint"><?cs var:T.hall_group.hours_hint ?> <?cs var:T.hall_group.slots_hint ?></p>
<?cs call:hall_in_use(Form.mo, T.hall_group.in_use, T.hall_group.in_use_hint) ?>
<?cs call:hall_end(Form.vet, Hall.Href) ?>
<?cs call:form_close() ?>
</div>
