<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  A draft of a survey. Survey: Code, Title, Version, Back, AddHref, Moved, Head and Open: Action, Token; Questions: N, Text, FactorText, KindText,
  Needed, Href. ?>
<?cs include!"staff/form_parts.cs" ?>
<div class="mc-wrap">
<p><a href="<?cs var:Survey.Back ?>"><?cs call:icon("back") ?> <?cs var:T.staff_surveys.title ?></a></p>
<?cs call:page_head(Survey.Code, Survey.Title, "") ?>
<?cs if:Survey.Moved ?><?cs call:notice("warning", T.staff_survey.moved, T.staff_survey.moved_text) ?><?cs else ?><?cs call:notice("info", T.staff_survey.draft, T.staff_survey.draft_text) ?><?cs /if ?>
<h2 class="mc-h2"><?cs var:T.staff_survey.questions ?></h2>
<?cs if:subcount(Questions) ?>
<div class="mc-table-scroll" role="region" aria-label="<?cs var:T.staff_survey.questions ?>" tabindex="0">
<table class="govuk-table"><caption class="govuk-visually-hidden"><?cs var:T.staff_survey.questions ?></caption>
<thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header govuk-table__header--numeric"><?cs var:T.staff_survey.n ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_survey.question ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_survey.factor ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_survey.kind ?></th></tr></thead>
<tbody class="govuk-table__body"><?cs each:q = Questions ?><tr class="govuk-table__row"><td class="govuk-table__cell govuk-table__cell--numeric"><?cs var:q.N ?></td><th scope="row" class="govuk-table__header"><a href="<?cs var:q.Href ?>"><?cs var:q.Text ?></a></th><td class="govuk-table__cell"><?cs var:q.FactorText ?></td><td class="govuk-table__cell"><?cs var:q.KindText ?><?cs if:q.Needed ?> <?cs call:tag("info", T.survey.needed) ?><?cs /if ?></td></tr><?cs /each ?></tbody></table></div>
<?cs else ?><p class="mc-p"><?cs var:T.staff_survey.no_questions ?></p><?cs /if ?>
<p class="mc-actions"><a class="govuk-button govuk-button--secondary" href="<?cs var:Survey.AddHref ?>"><?cs var:T.staff_survey.add ?></a></p>
<?cs if:subcount(Questions) ?><form class="mc-actions" action="<?cs var:Survey.Open.Action ?>" method="post"><input type="hidden" name="token" value="<?cs var:Survey.Open.Token ?>"><input type="hidden" name="phien" value="<?cs var:Survey.Version ?>"><button type="submit" class="govuk-button"><?cs var:T.staff_survey.open ?></button></form><p class="mc-small mc-soft"><?cs var:T.staff_survey.open_text ?></p><?cs /if ?>
<h2 class="mc-h2"><?cs var:T.staff_survey.head ?></h2>
<?cs call:form_open(Survey.Head) ?><input type="hidden" name="phien" value="<?cs var:Survey.Version ?>">
<?cs call:field_input(Form.ten, T.staff_survey.title_field, "", "text", "off", "") ?>
<?cs call:field_input(Form.tenen, T.staff_survey.title_en, "", "text", "off", "") ?>
<?cs call:field_area(Form.loi, T.staff_survey.intro, "", "3") ?>
<?cs call:field_area(Form.loien, T.staff_survey.intro_en, "", "3") ?>
<?cs call:field_input(Form.tu, T.staff_survey.from, T.staff_survey.day_hint, "text", "off", "short") ?>
<?cs call:field_input(Form.den, T.staff_survey.to, "", "text", "off", "short") ?>
<?cs call:button(T.staff_survey.save, "") ?>
<?cs call:form_close() ?>
</div>
