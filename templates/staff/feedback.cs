<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Petitions and low votes to be answered. Tabs: Href, Text, Count, Current; Cases: Id, KindText, Subject, Words, Agency, Owner, Received, Due, State,
  StateText, Light with Left or Over while open, AnsweredLate, Outcome, Href; List: Prev, Next. ?>
<?cs def:case_light(c) ?><?cs if:c.Light == "late" ?><?cs call:tag("late", T.staff_feedback.late) ?> <?cs var:c.Over ?><?cs elif:c.Light == "soon" ?><?cs call:tag("wait", T.staff_feedback.soon) ?> <?cs var:c.Left ?><?cs elif:c.Light ?><?cs call:tag("ok", T.staff_feedback.left) ?> <?cs var:c.Left ?><?cs elif:c.AnsweredLate ?><?cs call:tag("late", T.staff_feedback.answered_late) ?><?cs else ?><?cs call:tag("ok", T.staff_feedback.answered_in_time) ?><?cs /if ?><?cs /def ?>
<div class="mc-wrap mc-work">
<?cs call:page_head("", T.staff_feedback.title, "") ?>
<nav class="mc-ratings-tabs" aria-label="<?cs var:T.staff_feedback.tabs ?>"><ul><?cs each:t = Tabs ?><li><a href="<?cs var:t.Href ?>"<?cs if:t.Current ?> aria-current="page"<?cs /if ?>><?cs var:t.Text ?> (<?cs var:t.Count ?>)</a></li><?cs /each ?></ul></nav>
<?cs if:subcount(Cases) ?>
<div class="mc-table-scroll" role="region" aria-label="<?cs var:T.staff_feedback.title ?>" tabindex="0">
<table class="govuk-table mc-cases"><caption class="govuk-visually-hidden"><?cs var:T.staff_feedback.title ?></caption>
<thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header"><?cs var:T.staff_feedback.number ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_feedback.what ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_feedback.agency ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_feedback.due ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_feedback.owner ?></th></tr></thead>
<tbody class="govuk-table__body"><?cs each:c = Cases ?><tr class="govuk-table__row"><th scope="row" class="govuk-table__header" data-label="<?cs var:T.staff_feedback.number ?>"><a href="<?cs var:c.Href ?>"><?cs var:c.Id ?></a></th><td class="govuk-table__cell"><strong><?cs var:c.Subject ?></strong> <span class="mc-soft">· <?cs var:c.KindText ?> · <?cs var:c.Received ?></span><?cs if:c.Words ?><br><?cs var:c.Words ?><?cs /if ?></td><td class="govuk-table__cell"><?cs if:c.Agency ?><?cs var:c.Agency ?><?cs else ?>–<?cs /if ?></td><td class="govuk-table__cell"><?cs call:case_light(c) ?><br><span class="mc-nowrap mc-soft"><?cs var:c.Due ?></span></td><td class="govuk-table__cell"><?cs if:c.Owner ?><?cs var:c.Owner ?><?cs else ?><?cs call:tag("wait", T.staff_feedback.nobody) ?><?cs /if ?></td></tr><?cs /each ?></tbody></table></div>
<?cs else ?><?cs call:empty_open("mail", T.staff_feedback.none, "") ?><?cs call:empty_close() ?><?cs /if ?>
<?cs if:List.Prev || List.Next ?><nav class="mc-actions" aria-label="<?cs var:T.pager.label ?>"><?cs if:List.Prev ?><a class="govuk-button govuk-button--secondary" rel="prev" href="<?cs var:List.Prev ?>"><?cs var:T.pager.prev ?></a><?cs /if ?><?cs if:List.Next ?><a class="govuk-button govuk-button--secondary" rel="next" href="<?cs var:List.Next ?>"><?cs var:T.pager.next ?></a><?cs /if ?></nav><?cs /if ?>
</div>
