<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  The worklist. Tabs: Href, Text, Count, Current, Alarm; List: Shape (work | wait | shelf | done), First, Prev, Next; Rows: see
  cgi/staff/work_row.c; Filter, Choices, Chips, Saved, Save: see cgi/staff/work_filter.c; Batch.Action. ?>
<?cs include!"staff/work_parts.cs" ?>
<div class="mc-wrap mc-work">
<?cs call:page_head("", T.work.title, "") ?>
<nav class="mc-work-tabs" aria-label="<?cs var:T.work.tabs ?>"><ul><?cs each:t = Tabs ?>
  <li><a href="<?cs var:t.Href ?>"<?cs if:t.Current ?> aria-current="page"<?cs /if ?><?cs if:t.Alarm ?> class="mc-work-tabs__alarm"<?cs /if ?>><?cs var:t.Text ?> <span class="mc-work-tabs__n"><?cs var:t.Count ?></span></a></li><?cs /each ?>
</ul></nav>

<div class="mc-work-bar">
  <?cs if:Filter.Open ?><a class="mc-work-bar__link" href="<?cs var:Filter.CloseHref ?>"><?cs call:icon("close") ?><?cs var:T.work.filter_close ?></a><?cs else ?><a class="mc-work-bar__link" href="<?cs var:Filter.OpenHref ?>"><?cs call:icon("search") ?><?cs var:T.work.filter_open ?></a><?cs /if ?>
  <?cs if:subcount(Saved) ?><ul class="mc-chips mc-work-saved" aria-label="<?cs var:T.work.saved ?>"><?cs each:s = Saved ?><li><a class="mc-chip" href="<?cs var:s.Href ?>"<?cs if:s.Current ?> aria-current="true"<?cs /if ?>><?cs if:s.Default ?><?cs call:icon("check") ?><?cs /if ?><?cs var:s.Text ?></a></li><?cs /each ?></ul><?cs /if ?>
  <?cs if:subcount(Chips) ?><?cs call:chips(Chips) ?><a class="mc-work-bar__link" href="<?cs var:Filter.ClearHref ?>"><?cs var:T.work.filter_clear ?></a><?cs /if ?>
</div>
<?cs if:Filter.Open ?><?cs call:work_filter() ?><?cs /if ?>

<?cs if:subcount(Rows) ?>
<?cs if:Batch.Action ?><form action="<?cs var:Batch.Action ?>" method="post"><input type="hidden" name="the" value="<?cs var:Filter.Tab ?>"><?cs /if ?>
<div class="mc-table-scroll" role="region" aria-label="<?cs var:T.work.title ?>" tabindex="0">
<table class="govuk-table mc-work-table mc-work-table--<?cs var:List.Shape ?>" data-rows>
<thead class="govuk-table__head"><tr>
  <?cs if:Batch.Action ?><td class="govuk-table__header mc-work-check"><input type="checkbox" aria-label="<?cs var:T.work.mark_all ?>" data-all hidden></td><?cs /if ?>
  <th scope="col" class="govuk-table__header"><?cs if:List.Shape == "work" ?><?cs var:T.work.col_due ?><?cs elif:List.Shape == "done" ?><?cs var:T.work.col_done ?><?cs elif:List.Shape == "shelf" ?><?cs var:T.work.col_lies ?><?cs else ?><?cs var:T.work.col_waits ?><?cs /if ?></th>
  <th scope="col" class="govuk-table__header"><?cs var:T.work.col_number ?></th>
  <th scope="col" class="govuk-table__header"><?cs var:T.work.col_applicant ?></th>
  <th scope="col" class="govuk-table__header"><?cs var:T.work.col_procedure ?></th>
  <?cs if:List.Shape == "shelf" ?><th scope="col" class="govuk-table__header"><?cs var:T.work.col_shelf ?></th>
  <th scope="col" class="govuk-table__header"><?cs var:T.work.col_phone ?></th><?cs else ?><th scope="col" class="govuk-table__header"><?cs var:T.work.col_step ?></th>
  <th scope="col" class="govuk-table__header"><?cs var:T.work.col_holder ?></th><?cs /if ?>
</tr></thead>
<tbody class="govuk-table__body"><?cs each:r = Rows ?>
<tr class="govuk-table__row">
  <?cs if:Batch.Action ?><td class="govuk-table__cell mc-work-check"><input type="checkbox" name="chon" value="<?cs var:r.Value ?>" aria-label="<?cs var:T.work.mark ?> <?cs var:r.Number ?>"></td><?cs /if ?>
  <td class="govuk-table__cell mc-work-due" data-title="<?cs if:List.Shape == "work" ?><?cs var:T.work.col_due ?><?cs elif:List.Shape == "done" ?><?cs var:T.work.col_done ?><?cs else ?><?cs var:T.work.col_waits ?><?cs /if ?>"><?cs call:work_when(r, List.Shape) ?></td>
  <th scope="row" class="govuk-table__header" data-title="<?cs var:T.work.col_number ?>"><a class="mc-nowrap" href="<?cs var:r.Href ?>" data-row><?cs var:r.Number ?></a><?cs if:r.Joint ?> <?cs call:tag("info", T.work.joint) ?><?cs /if ?></th>
  <td class="govuk-table__cell" data-title="<?cs var:T.work.col_applicant ?>"><?cs var:r.Applicant ?></td>
  <td class="govuk-table__cell mc-work-procedure" data-title="<?cs var:T.work.col_procedure ?>"<?cs if:r.ProcedureWhole ?> title="<?cs var:r.ProcedureWhole ?>"<?cs /if ?>><?cs var:r.Procedure ?></td>
  <?cs if:List.Shape == "shelf" ?><td class="govuk-table__cell" data-title="<?cs var:T.work.col_shelf ?>"><?cs if:r.Shelf ?><strong class="mc-nowrap"><?cs var:r.Shelf ?></strong><?cs else ?><span class="mc-soft"><?cs var:T.work.no_shelf ?></span><?cs /if ?></td>
  <td class="govuk-table__cell" data-title="<?cs var:T.work.col_phone ?>"><?cs if:r.Phone ?><?cs call:phone(r.PhoneText, r.Phone) ?><?cs else ?><span class="mc-soft"><?cs var:T.work.no_phone ?></span><?cs /if ?></td><?cs else ?><td class="govuk-table__cell" data-title="<?cs var:T.work.col_step ?>"><?cs var:r.Step ?></td>
  <td class="govuk-table__cell" data-title="<?cs var:T.work.col_holder ?>"><?cs if:r.Holder ?><?cs var:r.Holder ?><?cs else ?><span class="mc-soft"><?cs var:T.work.nobody ?></span><?cs /if ?><span class="mc-work-unit"><?cs var:r.Unit ?></span></td><?cs /if ?>
</tr><?cs /each ?>
</tbody>
</table>
</div>
<?cs if:Batch.Action ?><div class="mc-work-batch"><?cs call:button(T.work.batch, "") ?></div></form><?cs /if ?>
<?cs else ?>
<?cs call:empty_open("checklist", T.work.none, T.work.none_text) ?>
<?cs if:Filter.On ?><p><a href="<?cs var:Filter.ClearHref ?>"><?cs var:T.work.filter_clear ?></a></p><?cs elif:List.First ?><p><a href="<?cs var:List.First ?>"><?cs var:T.work.first ?></a></p><?cs /if ?>
<?cs call:empty_close() ?>
<?cs /if ?>
<?cs if:List.Prev || List.Next ?><nav class="mc-work-pager" aria-label="<?cs var:T.pager.label ?>"><?cs if:List.Prev ?><a class="govuk-button govuk-button--secondary" href="<?cs var:List.First ?>"><?cs var:T.work.first ?></a><a class="govuk-button govuk-button--secondary" rel="prev" href="<?cs var:List.Prev ?>"><?cs call:icon("back") ?><?cs var:T.pager.prev ?></a><?cs /if ?><?cs if:List.Next ?><a class="govuk-button govuk-button--secondary" rel="next" href="<?cs var:List.Next ?>"><?cs var:T.pager.next ?><?cs call:icon("arrow") ?></a><?cs /if ?></nav><?cs /if ?>
<?cs call:work_keys() ?>
</div>
