<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  A new account. Agencies: Value, Text; Add.{Action,Token}. ?>
<?cs include!"staff/form_parts.cs" ?>
<div class="mc-wrap mc-narrow">
<?cs call:page_head("", T.staff_person_add.title, "") ?>
<?cs call:form_open(Add) ?>
<?cs call:field_input(Form.hoten, T.staff_person_add.name, "", "text", "off", "") ?>
<?cs call:field_input(Form.ten, T.sign_in.login, T.staff_person_add.login_hint, "text", "off", "medium") ?>
<?cs call:field_select(Form.donvi, T.staff_person_add.unit, "", Agencies) ?>
<?cs call:field_input(Form.chucdanh, T.staff_person_add.job, T.form.optional, "text", "off", "medium") ?>
<?cs call:field_input(Form.email, T.staff_person_add.email, T.form.optional, "email", "off", "medium") ?>
<?cs call:field_input(Form.dienthoai, T.staff_person_add.phone, T.form.optional, "tel", "off", "medium") ?>
<p class="mc-actions"><?cs call:button(T.staff_person_add.button, T.form.sending) ?></p>
<?cs call:form_close() ?>
</div>
