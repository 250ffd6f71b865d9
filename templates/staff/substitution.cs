<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Who stands in for whom. Substitutions: Absent, AbsentUnit, Substitute, From, To, Action, Token; People: Login, Name, Unit; Set.{Action,Token}. ?>
<?cs include!"staff/form_parts.cs" ?>
<?cs def:person_select(f, label) ?>
<div class="<?cs call:field_group(f) ?>">
  <label class="govuk-label" for="f-<?cs var:name(f) ?>"><?cs var:label ?></label>
  <?cs call:field_error(f) ?>
  <select class="govuk-select<?cs if:f.Error ?> govuk-select--error<?cs /if ?>" id="f-<?cs var:name(f) ?>" name="<?cs var:name(f) ?>"<?cs call:field_described(f, "") ?>>
    <option value=""><?cs var:T.staff_substitution.choose ?></option>
    <?cs each:p = People ?><option value="<?cs var:p.Login ?>"<?cs if:p.Login == f.Value ?> selected<?cs /if ?>><?cs var:p.Name ?> – <?cs var:p.Unit ?> (<?cs var:p.Login ?>)</option><?cs /each ?>
  </select>
</div>
<?cs /def ?>
<div class="mc-wrap">
<?cs call:page_head("", T.staff_substitution.title, "") ?>
<p class="mc-lead"><?cs var:T.staff_substitution.lead ?></p>
<?cs if:subcount(Substitutions) ?>
<div class="mc-table-scroll" role="region" aria-label="<?cs var:T.staff_substitution.title ?>" tabindex="0">
<table class="govuk-table">
<thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header"><?cs var:T.staff_substitution.absent ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_substitution.substitute ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_person.from ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_person.to ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_substitution.end ?></th></tr></thead>
<tbody class="govuk-table__body"><?cs each:s = Substitutions ?>
<tr class="govuk-table__row"><td class="govuk-table__cell"><?cs var:s.Absent ?>, <?cs var:s.AbsentUnit ?></td><td class="govuk-table__cell"><?cs var:s.Substitute ?></td><td class="govuk-table__cell"><?cs var:s.From ?></td><td class="govuk-table__cell"><?cs var:s.To ?></td><td class="govuk-table__cell"><?cs call:form_button(s, "secondary", T.staff_substitution.end) ?></td></tr><?cs /each ?>
</tbody>
</table>
</div>
<?cs else ?><p><?cs var:T.staff_substitution.none ?></p><?cs /if ?>
<h2 class="mc-h2"><?cs var:T.staff_substitution.add ?></h2>
<?cs call:form_open(Set) ?>
<?cs call:person_select(Form.vang, T.staff_substitution.absent) ?>
<?cs call:person_select(Form.thay, T.staff_substitution.substitute) ?>
<?cs call:field_input(Form.tu, T.staff_person.from, T.staff_person_grant.day_hint, "text", "off", "short") ?>
<?cs call:field_input(Form.den, T.staff_person.to, "", "text", "off", "short") ?>
<p class="mc-actions"><?cs call:button(T.staff_substitution.button, T.form.sending) ?></p>
<?cs call:form_close() ?>
</div>
