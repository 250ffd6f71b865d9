<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  A device that asks (Device.New) or is there (Device.Name; Moved: somebody else has changed it). Kinds: Value, Text, Hint;
  Halls: Id, Name; Counters: Id, Text; Zones: Zone; Speech: Value,
  Text; Save.{Action,Token}; Device.Back; Lent: Title, Text of numbers it holds. What a kind does not have is out of
  sight where the browser can do that, and never asked for. ?>
<?cs include!"staff/form_parts.cs" ?>
<?cs def:select_open(f, label) ?><div class="<?cs call:field_group(f) ?>">
  <label class="govuk-label" for="f-<?cs var:name(f) ?>"><?cs var:label ?></label>
  <?cs call:field_error(f) ?>
  <select class="govuk-select<?cs if:f.Error ?> govuk-select--error<?cs /if ?>" id="f-<?cs var:name(f) ?>" name="<?cs var:name(f) ?>"<?cs call:field_described(f, "") ?>><?cs /def ?>
<?cs def:select_option(f, value, text) ?><option value="<?cs var:value ?>"<?cs if:value == f.Value ?> selected<?cs /if ?>><?cs var:text ?></option><?cs /def ?>
<?cs def:select_close() ?></select></div><?cs /def ?>
<div class="mc-wrap mc-device-form">
<?cs call:page_head(Device.Name, Page.Title, "") ?>
<?cs if:Device.Moved ?><?cs call:notice("warning", T.staff_device_form.moved, T.staff_device_form.moved_text) ?><?cs /if ?>
<?cs if:Lent.State ?><?cs call:notice("warning", Lent.Title, Lent.Text) ?><?cs /if ?>
<?cs call:form_open(Save) ?>
<?cs if:Device.New ?><?cs call:field_code(Form.ma, T.staff_device_form.code, T.staff_device_form.code_hint) ?><?cs else ?><?cs call:field_hidden(Form.vet) ?><?cs /if ?>
<?cs call:field_radios(Form.loai, T.staff_device_form.kind, "", Kinds) ?>
<?cs if:subcount(Halls) == #1 ?><input type="hidden" name="sanh" value="<?cs var:Halls.0.Id ?>"><?cs else ?>
<?cs call:select_open(Form.sanh, T.staff_device_form.hall) ?><option value=""><?cs var:T.staff_device_form.choose ?></option><?cs each:h = Halls ?><?cs if:Page.Lang == "en" ?><?cs call:select_option(Form.sanh, h.Id, h.NameEn) ?><?cs else ?><?cs call:select_option(Form.sanh, h.Id, h.Name) ?><?cs /if ?><?cs /each ?><?cs call:select_close() ?><?cs /if ?>
<div class="mc-device-form__counter"><?cs call:select_open(Form.quay, T.staff_device_form.counter) ?><option value=""><?cs var:T.staff_device_form.choose ?></option><?cs each:c = Counters ?><?cs call:select_option(Form.quay, c.Id, c.Text) ?><?cs /each ?><?cs call:select_close() ?></div>
<div class="mc-device-form__zone"><?cs call:select_open(Form.khu, T.staff_device_form.zone) ?><option value=""><?cs var:T.staff_device_form.whole ?></option><?cs each:z = Zones ?><?cs call:select_option(Form.khu, z.Zone, z.Zone) ?><?cs /each ?><?cs call:select_close() ?></div>
<div class="mc-device-form__zone"><?cs call:select_open(Form.tieng, T.staff_device_form.speech) ?><?cs each:s = Speech ?><?cs call:select_option(Form.tieng, s.Value, s.Text) ?><?cs /each ?><?cs call:select_close() ?>
<?cs call:field_input(Form.amluong, T.staff_device_form.volume, T.staff_device_form.volume_hint, "text", "off", "short") ?></div>
<div class="mc-device-form__display"><div class="<?cs call:field_group(Form.hienten) ?>"><div class="govuk-checkboxes"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="f-hienten" name="hienten" type="checkbox" value="1"<?cs if:Form.hienten.Value ?> checked<?cs /if ?>><label class="govuk-label govuk-checkboxes__label" for="f-hienten"><?cs var:T.staff_device_form.officer ?></label></div></div></div></div>
<?cs call:field_input(Form.ten, T.staff_device_form.name, T.staff_device_form.name_hint, "text", "off", "medium") ?>
<?cs call:field_input(Form.noi, T.staff_device_form.place, T.staff_device_form.place_hint, "text", "off", "medium") ?>
<?cs call:field_input(Form.cochu, T.staff_device_form.text, T.staff_device_form.text_hint, "text", "off", "short") ?>
<p class="mc-actions"><?cs if:Device.New ?><?cs call:button(T.staff_device_form.button_pair, T.form.sending) ?><?cs else ?><?cs call:button(T.staff_device_form.button_change, T.form.sending) ?><?cs /if ?><?cs call:button_link_quiet(Device.Back, T.staff_device_form.cancel, "") ?></p>
<?cs call:form_close() ?>
</div>
