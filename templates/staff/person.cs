<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  One account. Person: Login, Name, Title, Unit, Email, Phone, Disabled, NoPassword, FirstPassword, HasApp, Myself, Password (right after it was made), GrantHref, PhotoHref; Close, Open, Reset: Action, Token; Grants: RoleText, Agency, From, To, StateText, and Action, Token while it lives. ?>
<?cs include!"staff/form_parts.cs" ?>
<div class="mc-wrap">
<?cs call:page_head(Person.Login, Person.Name, "") ?>
<p class="mc-lead"><?cs if:Person.Title ?><?cs var:Person.Title ?> · <?cs /if ?><?cs var:Person.Unit ?></p>
<?cs if:Person.Password ?>
<?cs call:notice("warning", T.staff_person.once_title, T.staff_person.once_text) ?>
<p class="mc-lead"><?cs var:T.staff_person.first ?>: <span class="mc-code"><?cs var:Person.Password ?></span></p><?cs /if ?>
<ul class="mc-bullets">
  <li><?cs if:Person.Disabled ?><?cs call:tag("late", T.staff_person.closed) ?><?cs else ?><?cs call:tag("ok", T.staff_person.open) ?><?cs /if ?></li>
  <li><?cs if:Person.NoPassword ?><?cs var:T.staff_person.no_password ?><?cs elif:Person.FirstPassword ?><?cs var:T.staff_person.first_password ?><?cs else ?><?cs var:T.staff_person.own_password ?><?cs /if ?></li>
  <li><?cs if:Person.HasApp ?><?cs var:T.staff_person.app ?><?cs else ?><?cs var:T.staff_person.no_app ?><?cs /if ?></li>
  <?cs if:Person.Email ?><li><?cs var:Person.Email ?></li><?cs /if ?><?cs if:Person.Phone ?><li><?cs var:Person.Phone ?></li><?cs /if ?>
</ul>
<p><a href="<?cs var:Person.PhotoHref ?>"><?cs var:T.staff_photo.see ?></a></p>
<?cs if:Person.Myself ?><p><?cs var:T.staff_person.myself ?></p>
<?cs else ?>
<div class="mc-actions"><?cs if:Person.Disabled ?><?cs call:form_button(Open, "secondary", T.staff_person.open_button) ?><?cs else ?><?cs call:form_button(Reset, "secondary", T.staff_person.reset_button) ?><?cs call:form_button(Close, "warning", T.staff_person.close_button) ?><?cs /if ?></div>
<p class="mc-small"><?cs var:T.staff_person.reset_text ?></p>
<?cs /if ?>
<h2 class="mc-h2"><?cs var:T.staff_person.grants ?></h2>
<?cs if:subcount(Grants) ?>
<div class="mc-table-scroll" role="region" aria-label="<?cs var:T.staff_person.grants ?>" tabindex="0">
<table class="govuk-table">
<thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header"><?cs var:T.staff_person.role ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_person.where ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_person.from ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_person.to ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_person.state ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_person.withdraw ?></th></tr></thead>
<tbody class="govuk-table__body"><?cs each:g = Grants ?>
<tr class="govuk-table__row"><td class="govuk-table__cell"><?cs var:g.RoleText ?></td><td class="govuk-table__cell"><?cs var:g.Agency ?></td><td class="govuk-table__cell"><?cs var:g.From ?></td><td class="govuk-table__cell"><?cs if:g.To ?><?cs var:g.To ?><?cs else ?>–<?cs /if ?></td><td class="govuk-table__cell"><?cs var:g.StateText ?></td><td class="govuk-table__cell"><?cs if:g.Action ?><?cs call:form_button(g, "secondary", T.staff_person.withdraw) ?><?cs else ?>–<?cs /if ?></td></tr><?cs /each ?>
</tbody>
</table>
</div>
<?cs else ?><p><?cs var:T.staff_person.no_grants ?></p><?cs /if ?>
<?cs if:!Person.Myself ?><p class="mc-actions"><?cs call:button_link(Person.GrantHref, T.staff_person_grant.title, "") ?></p><?cs /if ?>
</div>
