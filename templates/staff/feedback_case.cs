<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  One case. Case: as in feedback.cs, and Words, Name, Contact, Dossier, Answer, OwnerLogin, Followed, Published, Leads (may assign, publish, close),
  Version, Action, Token, Back, Moved; Owners: Login, Name, Unit; Outcomes: Value, Text; History: At, What, Who, Note. ?>
<?cs include!"staff/form_parts.cs" ?>
<?cs def:case_open(task) ?><form class="mc-case-form" action="<?cs var:Case.Action ?>" method="post" novalidate><input type="hidden" name="token" value="<?cs var:Case.Token ?>"><input type="hidden" name="phien" value="<?cs var:Case.Version ?>"><input type="hidden" name="viec" value="<?cs var:task ?>"><?cs /def ?>
<?cs def:case_fact(term, value) ?><?cs if:value ?><div><dt><?cs var:term ?></dt><dd><?cs var:value ?></dd></div><?cs /if ?><?cs /def ?>
<div class="mc-wrap">
<p><a href="<?cs var:Case.Back ?>"><?cs call:icon("back") ?> <?cs var:T.staff_feedback.title ?></a></p>
<?cs call:page_head(Case.KindText, Case.Subject, "") ?>
<?cs if:Case.Moved ?><?cs call:notice("warning", T.staff_feedback.moved, T.staff_feedback.moved_text) ?><?cs /if ?>
<div class="mc-columns"><div class="mc-columns__main">
<?cs if:Case.Words ?><p class="mc-petitions__words mc-case-words"><?cs var:Case.Words ?></p><?cs else ?><p class="mc-soft"><?cs var:T.staff_feedback.no_words ?></p><?cs /if ?>
<?cs if:Case.State == "closed" ?>
<h2 class="mc-h2"><?cs var:T.staff_feedback.answer ?></h2><p class="mc-petitions__words"><?cs var:Case.Answer ?></p>
<?cs else ?>
<?cs if:Case.Leads && (Case.State == "new" || Case.State == "assigned") ?><?cs call:case_open("giao") ?>
<div class="govuk-form-group"><label class="govuk-label" for="f-nguoi"><?cs var:T.staff_feedback.assign_to ?></label><?cs call:field_error(Form.nguoi) ?><select class="govuk-select" id="f-nguoi" name="nguoi"><option value=""><?cs var:T.staff_substitution.choose ?></option><?cs each:o = Owners ?><option value="<?cs var:o.Login ?>"<?cs if:o.Login == Case.OwnerLogin ?> selected<?cs /if ?>><?cs var:o.Name ?> – <?cs var:o.Unit ?></option><?cs /each ?></select></div>
<button type="submit" class="govuk-button govuk-button--secondary"><?cs var:T.staff_feedback.assign ?></button></form><?cs /if ?>
<?cs call:case_open("tra-loi") ?><?cs call:field_area(Form.traloi, T.staff_feedback.answer, T.staff_feedback.answer_hint, "6") ?><button type="submit" class="govuk-button"><?cs if:Case.Answer ?><?cs var:T.staff_feedback.answer_again ?><?cs else ?><?cs var:T.staff_feedback.answer_button ?><?cs /if ?></button></form>
<?cs if:Case.Leads && Case.State == "answered" ?><?cs call:case_open("dong") ?><?cs call:field_radios(Form.ketqua, T.staff_feedback.outcome, "", Outcomes) ?><button type="submit" class="govuk-button govuk-button--secondary"><?cs var:T.staff_feedback.close ?></button></form><?cs /if ?>
<?cs /if ?>
<?cs if:Case.Leads && Case.Answer && Case.Kind == "petition" ?><?cs if:Case.Published ?><h2 class="mc-h2"><?cs var:T.staff_feedback.published ?></h2><?cs call:case_open("go-cong-bo") ?><button type="submit" class="govuk-button govuk-button--secondary"><?cs var:T.staff_feedback.withdraw ?></button></form><?cs else ?><details class="mc-details"><summary><?cs var:T.staff_feedback.publish ?></summary><?cs call:case_open("cong-bo") ?><?cs call:field_area(Form.congbo, T.staff_feedback.publish_words, T.staff_feedback.publish_hint, "5") ?><button type="submit" class="govuk-button govuk-button--secondary"><?cs var:T.staff_feedback.publish ?></button></form></details><?cs /if ?><?cs /if ?>
<?cs if:Case.Leads && Case.State == "closed" ?><?cs call:case_open("mo-lai") ?><?cs call:field_area(Form.ghichu, T.staff_feedback.why_again, "", "2") ?><button type="submit" class="govuk-button govuk-button--secondary"><?cs var:T.staff_feedback.reopen ?></button></form>
<?cs else ?><?cs call:case_open("ghi-chu") ?><?cs call:field_area(Form.ghichu, T.staff_feedback.note, T.staff_feedback.note_hint, "2") ?><button type="submit" class="govuk-button govuk-button--secondary"><?cs var:T.staff_feedback.note_button ?></button></form><?cs /if ?>
</div>
<aside class="mc-columns__side" aria-label="<?cs var:T.staff_feedback.facts ?>">
<dl class="mc-plain-facts">
<?cs call:case_fact(T.staff_feedback.number, Case.Id) ?><?cs call:case_fact(T.staff_feedback.state, Case.StateText) ?><?cs call:case_fact(T.staff_feedback.received, Case.Received) ?>
<div><dt><?cs var:T.staff_feedback.due ?></dt><dd><?cs var:Case.Due ?><?cs if:Case.Light == "late" ?> <?cs call:tag("late", T.staff_feedback.late) ?><?cs elif:Case.Light == "soon" ?> <?cs call:tag("wait", T.staff_feedback.soon) ?><?cs /if ?></dd></div>
<?cs call:case_fact(T.staff_feedback.owner, Case.Owner) ?><?cs call:case_fact(T.staff_feedback.outcome, Case.Outcome) ?><?cs call:case_fact(T.staff_feedback.agency, Case.Agency) ?><?cs call:case_fact(T.staff_feedback.dossier, Case.Dossier) ?><?cs call:case_fact(T.staff_feedback.name, Case.Name) ?><?cs call:case_fact(T.staff_feedback.contact, Case.Contact) ?>
</dl>
<p class="mc-small mc-soft"><?cs if:Case.Followed ?><?cs var:T.staff_feedback.followed ?><?cs elif:Case.Contact ?><?cs var:T.staff_feedback.by_contact ?><?cs else ?><?cs var:T.staff_feedback.nobody_follows ?><?cs /if ?></p>
</aside></div>
<h2 class="mc-h2"><?cs var:T.staff_feedback.history ?></h2>
<div class="mc-table-scroll" role="region" aria-label="<?cs var:T.staff_feedback.history ?>" tabindex="0"><table class="govuk-table"><caption class="govuk-visually-hidden"><?cs var:T.staff_feedback.history ?></caption><thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header"><?cs var:T.staff_feedback.when ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_feedback.event ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_feedback.who ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_feedback.detail ?></th></tr></thead>
<tbody class="govuk-table__body"><?cs each:h = History ?><tr class="govuk-table__row"><td class="govuk-table__cell mc-nowrap"><?cs var:h.At ?></td><td class="govuk-table__cell"><?cs var:h.What ?></td><td class="govuk-table__cell"><?cs if:h.Who ?><?cs var:h.Who ?><?cs else ?><?cs var:T.staff_feedback.citizen ?><?cs /if ?></td><td class="govuk-table__cell"><?cs var:h.Note ?></td></tr><?cs /each ?></tbody></table></div>
</div>
