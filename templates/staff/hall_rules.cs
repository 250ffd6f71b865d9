<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  The rules of a hall, or a new hall. Hall: New, Name, Href; Bodies, Classes: Value, Text, Checked; Save.{Action,Token}; Moved. ?>
<?cs include!"staff/form_parts.cs" ?>
<?cs include!"staff/hall_parts.cs" ?>
<div class="mc-wrap mc-hall-form">
<?cs call:page_head(Hall.Name, Page.Title, "") ?>
<?cs call:hall_moved(Moved) ?>
<?cs call:form_open(Save) ?>
<?cs if:Hall.New ?>
<?cs call:field_select(Form.coquan, T.hall_rules.agency, T.hall_rules.agency_hint, Bodies) ?>
<?cs call:field_input(Form.ma, T.hall_rules.code, T.hall_rules.code_hint, "text", "off", "medium") ?>
<?cs /if ?>
<div class="mc-hall-form__two"><?cs call:field_text(Form.ten, T.hall_rules.name, "") ?><?cs call:field_text(Form.tienganh, T.hall_setting.name_en, "") ?></div>
<?cs call:field_checkboxes(Form.doituong, T.hall_rules.classes, T.hall_rules.classes_hint, Classes) ?>
<div class="mc-hall-form__two">
<?cs call:hall_number(Form.luot, T.hall_rules.run, T.hall_rules.run_hint) ?>
<?cs call:hall_number(Form.dung, T.hall_rules.stop_field, T.hall_rules.stop_hint) ?>
<?cs call:hall_number(Form.vang, T.hall_rules.called_field, T.hall_rules.called_hint) ?>
<?cs call:hall_number(Form.lau, T.hall_rules.wait_field, T.hall_rules.wait_hint) ?>
<?cs call:hall_number(Form.ngay, T.hall_rules.book_field, T.hall_rules.book_hint) ?>
</div>
<?cs call:hall_in_use(Form.mo, T.hall_rules.in_use, T.hall_rules.in_use_hint) ?>
<?cs call:hall_end(Form.vet, Hall.Href) ?>
<?cs call:form_close() ?>
</div>
