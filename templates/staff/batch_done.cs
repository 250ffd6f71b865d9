<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  What became of each dossier of a batch. Items: Number, Applicant, Href, Kind, Outcome, Why; Batch: Act, Person, At,
  DoneText, All, Back. ?>
<div class="mc-wrap mc-work">
<?cs call:page_head(Batch.At, Batch.Act, "") ?>
<?cs if:Batch.All ?><?cs call:notice("success", Batch.DoneText, "") ?><?cs else ?><?cs call:notice("warning", Batch.DoneText, T.batch.rest) ?><?cs /if ?>
<?cs if:Batch.Person ?><p><?cs var:T.act.person ?> <strong><?cs var:Batch.Person ?></strong></p><?cs /if ?>
<div class="mc-table-scroll" role="region" aria-label="<?cs var:T.batch_done.title ?>" tabindex="0">
<table class="govuk-table mc-work-table">
<thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header"><?cs var:T.work.col_number ?></th><th scope="col" class="govuk-table__header"><?cs var:T.work.col_applicant ?></th><th scope="col" class="govuk-table__header"><?cs var:T.batch_done.outcome ?></th></tr></thead>
<tbody class="govuk-table__body"><?cs each:i = Items ?>
<tr class="govuk-table__row"><th scope="row" class="govuk-table__header"><?cs if:i.Href ?><a class="mc-nowrap" href="<?cs var:i.Href ?>"><?cs var:i.Number ?></a><?cs else ?>—<?cs /if ?></th>
<td class="govuk-table__cell" data-title="<?cs var:T.work.col_applicant ?>"><?cs var:i.Applicant ?></td>
<td class="govuk-table__cell" data-title="<?cs var:T.batch_done.outcome ?>"><?cs call:tag(i.Kind, i.Outcome) ?> <?cs var:i.Why ?></td></tr><?cs /each ?>
</tbody></table></div>
<p class="mc-actions"><?cs call:button_link(Batch.Back, T.batch.back, "checklist") ?></p>
</div>
