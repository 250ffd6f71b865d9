<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  How far a petition is. Petition: Id, Subject, State, StateText, Words, Answer, Outcome, Agency, Received, Due, Answered. ?>
<div class="mc-wrap mc-narrow">
<?cs call:page_head(Petition.Subject, T.petition_view.heading, "") ?>
<?cs if:Petition.State == "answered" || Petition.State == "closed" ?><?cs call:state_box("ok", Petition.StateText, Petition.Answered, Petition.Outcome) ?><?cs else ?><?cs call:state_box("info", Petition.StateText, "", "") ?><?cs /if ?>
<dl class="govuk-summary-list">
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key"><?cs var:T.petition_view.number ?></dt><dd class="govuk-summary-list__value"><?cs var:Petition.Id ?></dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key"><?cs var:T.petition_view.received ?></dt><dd class="govuk-summary-list__value"><?cs var:Petition.Received ?></dd></div>
<?cs if:!Petition.Answered ?><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key"><?cs var:T.petition_view.due ?></dt><dd class="govuk-summary-list__value"><?cs var:Petition.Due ?></dd></div><?cs /if ?>
<?cs if:Petition.Agency ?><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key"><?cs var:T.petition_view.agency ?></dt><dd class="govuk-summary-list__value"<?cs call:lang_of(Petition.Agency) ?>><?cs var:Petition.Agency ?></dd></div><?cs /if ?>
</dl>
<?cs if:Petition.Answer ?><h2 class="mc-h2"><?cs var:T.petition_view.answer ?></h2><p class="mc-petitions__words"><?cs var:Petition.Answer ?></p><?cs /if ?>
<h2 class="mc-h2"><?cs var:T.petition_view.words ?></h2><p class="mc-petitions__words"><?cs var:Petition.Words ?></p>
</div>
