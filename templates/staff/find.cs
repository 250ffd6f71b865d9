<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Finding dossiers. Find: Action, Asked, Wordless, Next, Unread, Filtered, Later; Choices; Rows: see cgi/staff/find.c. ?>
<?cs include!"staff/work_parts.cs" ?>
<div class="mc-wrap mc-work">
<?cs call:page_head("", T.find.title, "") ?>
<form action="<?cs var:Find.Action ?>" method="post" class="mc-find">
<?cs call:field_input(Form.q, T.find.label, T.find.hint, "search", "off", "") ?>
<details class="govuk-details mc-find__more"<?cs if:Find.Filtered ?> open<?cs /if ?>><summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs var:T.find.more ?></span></summary>
<div class="mc-work-filter__form">
  <?cs call:field_select(Form.trangthai, T.find.state, "", Choices.State) ?>
  <?cs call:field_select(Form.coquan, T.find.agency, "", Choices.Agency) ?>
  <?cs call:field_input(Form.tu, T.find.from, T.staff_person_grant.day_hint, "text", "off", "") ?>
  <?cs call:field_input(Form.den, T.find.to, T.staff_person_grant.day_hint, "text", "off", "") ?>
</div></details>
<p class="mc-actions"><?cs call:button(T.search.button, "") ?></p>
<?cs if:subcount(Rows) ?>
<div class="mc-table-scroll" role="region" aria-label="<?cs var:T.find.found ?>" tabindex="0">
<table class="govuk-table mc-work-table" data-rows>
<caption class="govuk-visually-hidden"><?cs var:T.find.found ?></caption>
<thead class="govuk-table__head"><tr>
  <th scope="col" class="govuk-table__header"><?cs var:T.work.col_number ?></th>
  <th scope="col" class="govuk-table__header"><?cs var:T.work.col_applicant ?></th>
  <th scope="col" class="govuk-table__header"><?cs var:T.work.col_procedure ?></th>
  <th scope="col" class="govuk-table__header"><?cs var:T.find.agency ?></th>
  <th scope="col" class="govuk-table__header"><?cs var:T.find.received ?></th>
  <th scope="col" class="govuk-table__header"><?cs var:T.find.state ?></th>
</tr></thead>
<tbody class="govuk-table__body"><?cs each:r = Rows ?>
<tr class="govuk-table__row">
  <th scope="row" class="govuk-table__header" data-title="<?cs var:T.work.col_number ?>"><a class="mc-nowrap" href="<?cs var:r.Href ?>" data-row><?cs var:r.Number ?></a></th>
  <td class="govuk-table__cell" data-title="<?cs var:T.work.col_applicant ?>"><?cs var:r.Applicant ?><?cs if:r.Submitter ?><span class="mc-work-unit"><?cs var:T.find.submitter ?> <?cs var:r.Submitter ?></span><?cs /if ?></td>
  <td class="govuk-table__cell mc-work-procedure" data-title="<?cs var:T.work.col_procedure ?>"><?cs var:r.Procedure ?></td>
  <td class="govuk-table__cell" data-title="<?cs var:T.find.agency ?>"><?cs var:r.Agency ?></td>
  <td class="govuk-table__cell" data-title="<?cs var:T.find.received ?>"><span class="mc-nowrap"><?cs var:r.Received ?></span><?cs if:r.Due ?><span class="mc-work-unit"><?cs var:T.work.promised ?> <?cs var:r.Due ?></span><?cs /if ?></td>
  <td class="govuk-table__cell" data-title="<?cs var:T.find.state ?>"><?cs call:tag(r.StateKind, r.State) ?></td>
</tr><?cs /each ?>
</tbody>
</table>
</div>
<?cs elif:Find.Asked ?>
<?cs if:Find.Unread ?><?cs call:empty_open("search", T.find.none_lately, "") ?><?cs else ?><?cs call:empty_open("search", T.find.none, T.find.none_text) ?><?cs /if ?><?cs call:empty_close() ?>
<?cs /if ?>
<?cs if:Find.Unread ?><p class="govuk-body"><?cs var:T.find.unread ?></p><?cs /if ?>
<?cs if:Find.Next || (Find.Later && subcount(Rows)) ?><p class="mc-work-pager"><?cs if:Find.Later ?><button type="submit" class="govuk-button govuk-button--secondary"><?cs var:T.work.first ?></button><?cs /if ?><?cs if:Find.Next ?><button type="submit" class="govuk-button govuk-button--secondary" name="sau" value="<?cs var:Find.Next ?>"><?cs if:Find.Unread ?><?cs var:T.find.older ?><?cs else ?><?cs var:T.pager.next ?><?cs /if ?><?cs call:icon("arrow") ?></button><?cs /if ?></p><?cs /if ?>
</form>
<?cs if:subcount(Rows) ?><?cs call:work_keys() ?><?cs /if ?>
</div>
