<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Accounts. People: Href, Login, Name, Title, Unit, Disabled; List.{Action,AddHref,Prev,Next}. ?>
<div class="mc-wrap">
<?cs call:page_head("", T.staff_people.title, "") ?>
<p class="mc-actions"><?cs call:button_link(List.AddHref, T.staff_people.add, "") ?></p>
<form action="<?cs var:List.Action ?>" method="get" role="search" class="mc-form">
<?cs call:field_input(Form.q, T.staff_people.find, T.staff_people.find_hint, "search", "off", "medium") ?>
<p class="mc-actions"><?cs call:button(T.search.button, "") ?></p>
</form>
<?cs if:subcount(People) ?>
<div class="mc-table-scroll" role="region" aria-label="<?cs var:T.staff_people.title ?>" tabindex="0">
<table class="govuk-table">
<thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header"><?cs var:T.sign_in.login ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_person_add.name ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_person_add.unit ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_person.state ?></th></tr></thead>
<tbody class="govuk-table__body"><?cs each:p = People ?>
<tr class="govuk-table__row"><td class="govuk-table__cell"><a href="<?cs var:p.Href ?>"><?cs var:p.Login ?></a></td><td class="govuk-table__cell"><?cs var:p.Name ?></td><td class="govuk-table__cell"><?cs var:p.Unit ?></td><td class="govuk-table__cell"><?cs if:p.Disabled ?><?cs call:tag("late", T.staff_person.closed) ?><?cs else ?><?cs call:tag("ok", T.staff_person.open) ?><?cs /if ?></td></tr><?cs /each ?>
</tbody>
</table>
</div>
<?cs else ?><p><?cs var:T.staff_people.none ?></p><?cs /if ?>
<p class="mc-actions"><?cs if:List.Prev ?><?cs call:button_link_quiet(List.Prev, T.pager.prev, "") ?><?cs /if ?><?cs if:List.Next ?><?cs call:button_link_quiet(List.Next, T.pager.next, "") ?><?cs /if ?></p>
</div>
