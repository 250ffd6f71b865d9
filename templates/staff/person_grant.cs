<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  A right is granted. Person: Name, Login, Href; Roles, Agencies: Value, Text; Grant.{Action,Token}. ?>
<?cs include!"staff/form_parts.cs" ?>
<div class="mc-wrap mc-narrow">
<?cs call:page_head(Person.Name, T.staff_person_grant.title, "") ?>
<?cs call:form_open(Grant) ?>
<?cs call:field_radios(Form.vaitro, T.staff_person.role, "", Roles) ?>
<div class="<?cs call:field_group(Form.noi) ?>">
  <label class="govuk-label" for="f-noi"><?cs var:T.staff_person.where ?></label>
  <?cs call:field_hint(Form.noi, T.staff_person_grant.where_hint) ?><?cs call:field_error(Form.noi) ?>
  <select class="govuk-select<?cs if:Form.noi.Error ?> govuk-select--error<?cs /if ?>" id="f-noi" name="noi"<?cs call:field_described(Form.noi, T.staff_person_grant.where_hint) ?>>
    <option value=""><?cs var:T.role.everywhere ?></option>
    <?cs each:o = Agencies ?><option value="<?cs var:o.Value ?>"<?cs if:o.Value == Form.noi.Value ?> selected<?cs /if ?>><?cs var:o.Text ?></option><?cs /each ?>
  </select>
</div>
<?cs call:field_input(Form.tu, T.staff_person.from, T.staff_person_grant.day_hint, "text", "off", "short") ?>
<?cs call:field_input(Form.den, T.staff_person.to, T.staff_person_grant.to_hint, "text", "off", "short") ?>
<p class="mc-actions"><?cs call:button(T.staff_person_grant.button, T.form.sending) ?></p>
<?cs call:form_close() ?>
<p><a href="<?cs var:Person.Href ?>"><?cs var:T.common.back ?></a></p>
</div>
