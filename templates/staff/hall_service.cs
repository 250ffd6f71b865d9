<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  What people come for. Hall: Name, Href; Group: Letter, Name; Fields: Value, Text, Checked; Save.{Action,Token}; Moved. ?>
<?cs include!"staff/form_parts.cs" ?>
<?cs include!"staff/hall_parts.cs" ?>
<div class="mc-wrap mc-hall-form">
<div class="mc-head"><p class="mc-head__caption"><?cs var:Hall.Name ?> · <?cs var:Group.Letter ?> – <?cs var:Group.Name ?></p><h1 class="mc-h1"><?cs var:Page.Title ?></h1></div>
<?cs call:hall_moved(Moved) ?>
<?cs call:form_open(Save) ?>
<div class="mc-hall-form__two">
<?cs call:field_input(Form.ten, T.hall_service.name, T.hall_service.name_hint, "text", "off", "") ?>
<?cs call:field_input(Form.tienganh, T.hall_setting.name_en, "", "text", "off", "") ?>
</div>
<div class="mc-hall-form__fields"><?cs call:field_checkboxes(Form.linhvuc, T.hall_service.fields, T.hall_service.fields_hint, Fields) ?></div>
<?cs call:hall_number(Form.vitri, T.hall_setting.position, "") ?>
<?cs call:hall_in_use(Form.mo, T.hall_service.in_use, T.hall_service.in_use_hint) ?>
<?cs call:hall_end(Form.vet, Hall.Href) ?>
<?cs call:form_close() ?>
</div>
