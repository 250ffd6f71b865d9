<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  One act for several dossiers: first which, then what it will do to each. Acts: Value, Text, Hint; Items: Number, Applicant, Href,
  Value, Fits, Step, Unit, Person, Due, Why; People; Batch: see cgi/staff/batch.c. ?>
<div class="mc-wrap mc-work">
<?cs if:Batch.None ?>
<?cs call:page_head("", T.batch.title, "") ?>
<?cs if:Batch.TooMany ?><?cs call:notice("warning", Batch.TooMany, "") ?><?cs else ?><?cs call:notice("warning", T.batch.none, T.batch.none_text) ?><?cs /if ?>
<p class="mc-actions"><?cs call:button_link_quiet(Batch.Back, T.batch.back, "back") ?></p>
<?cs elif:!Batch.Chosen ?>
<?cs call:page_head("", T.batch.title, "") ?>
<?cs if:Batch.TooMany ?><?cs call:notice("warning", Batch.TooMany, "") ?><?cs /if ?>
<?cs if:subcount(Acts) ?><form action="<?cs var:Batch.Ask ?>" method="post">
<?cs each:i = Items ?><input type="hidden" name="chon" value="<?cs var:i.Value ?>"><?cs /each ?>
<?cs call:field_hidden(Form.the) ?>
<?cs call:field_radios(Form.viec, T.batch.which, "", Acts) ?>
<p class="mc-actions"><?cs call:button(T.batch.go_on, "") ?><?cs call:button_link_quiet(Batch.Back, T.batch.back, "") ?></p>
</form>
<?cs else ?><?cs call:notice("info", T.batch.nothing, T.batch.nothing_text) ?>
<p class="mc-actions"><?cs call:button_link_quiet(Batch.Back, T.batch.back, "back") ?></p><?cs /if ?>
<h2 class="mc-h2"><?cs var:T.batch.marked ?></h2>
<ul class="mc-bullets"><?cs each:i = Items ?><li><a class="mc-nowrap" href="<?cs var:i.Href ?>"><?cs var:i.Number ?></a> <?cs var:i.Applicant ?></li><?cs /each ?></ul>
<?cs else ?>
<?cs call:page_head(T.batch.confirm, Batch.Act, "") ?>
<p><?cs var:Batch.FitsText ?></p>
<form action="<?cs var:Batch.Do.Action ?>" method="post">
<input type="hidden" name="token" value="<?cs var:Batch.Do.Token ?>">
<?cs call:field_hidden(Form.viec) ?><?cs call:field_hidden(Form.the) ?>
<?cs each:i = Items ?><?cs if:i.Fits ?><input type="hidden" name="chon" value="<?cs var:i.Value ?>"><?cs /if ?><?cs /each ?>
<?cs if:Batch.NeedsPerson ?><?cs if:subcount(People) ?><?cs call:field_select(Form.nguoi, T.act.person, "", People) ?><?cs else ?><?cs call:notice("warning", T.batch.nobody, "") ?><?cs /if ?><?cs /if ?>
<div class="mc-table-scroll" role="region" aria-label="<?cs var:T.batch.what ?>" tabindex="0">
<table class="govuk-table mc-work-table">
<thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header"><?cs var:T.work.col_number ?></th><th scope="col" class="govuk-table__header"><?cs var:T.work.col_applicant ?></th><th scope="col" class="govuk-table__header"><?cs var:T.batch.what ?></th></tr></thead>
<tbody class="govuk-table__body"><?cs each:i = Items ?>
<tr class="govuk-table__row"><th scope="row" class="govuk-table__header"><a class="mc-nowrap" href="<?cs var:i.Href ?>"><?cs var:i.Number ?></a></th>
<td class="govuk-table__cell" data-title="<?cs var:T.work.col_applicant ?>"><?cs var:i.Applicant ?></td>
<td class="govuk-table__cell" data-title="<?cs var:T.batch.what ?>"><?cs if:i.Fits ?><?cs if:i.Step ?><?cs var:T.batch.to ?> <strong><?cs var:i.Step ?></strong><?cs else ?><strong><?cs var:Batch.Act ?></strong><?cs /if ?><?cs if:i.Unit ?><span class="mc-work-unit"><?cs var:i.Unit ?><?cs if:i.Person ?>, <?cs var:i.Person ?><?cs /if ?><?cs if:i.Due ?> · <?cs var:T.batch.until ?> <?cs var:i.Due ?><?cs /if ?></span><?cs /if ?><?cs else ?><?cs call:tag("wait", T.batch.left_out) ?> <?cs var:i.Why ?><?cs /if ?></td></tr><?cs /each ?>
</tbody></table></div>
<p class="mc-actions"><?cs if:Batch.Fits ?><?cs call:button(T.batch.do, T.form.sending) ?><?cs /if ?><?cs call:button_link_quiet(Batch.Back, T.batch.back, "") ?></p>
</form>
<?cs /if ?>
</div>
