<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  One question of a draft. Survey: Title, Version, Back; Question: Action, Token, Drop where it is stored; Choices.Factor, Choices.Kind. ?>
<?cs include!"staff/form_parts.cs" ?>
<div class="mc-wrap mc-narrow">
<p><a href="<?cs var:Survey.Back ?>"><?cs call:icon("back") ?> <?cs var:Survey.Title ?></a></p>
<?cs call:page_head("", T.staff_survey_question.title, "") ?>
<?cs call:form_open(Question) ?><input type="hidden" name="phien" value="<?cs var:Survey.Version ?>">
<?cs call:field_area(Form.noidung, T.staff_survey_question.text, "", "2") ?>
<?cs call:field_area(Form.noidungen, T.staff_survey_question.text_en, "", "2") ?>
<?cs call:field_select(Form.yeuto, T.staff_survey.factor, T.staff_survey_question.factor_hint, Choices.Factor) ?>
<?cs call:field_select(Form.kieu, T.staff_survey.kind, "", Choices.Kind) ?>
<?cs call:field_area(Form.traloi, T.staff_survey_question.choices, T.staff_survey_question.choices_hint, "6") ?>
<div class="govuk-form-group"><div class="govuk-checkboxes"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="f-batbuoc" name="batbuoc" type="checkbox" value="1"<?cs if:Form.batbuoc.Value ?> checked<?cs /if ?>><label class="govuk-label govuk-checkboxes__label" for="f-batbuoc"><?cs var:T.staff_survey_question.needed ?></label></div></div></div>
<?cs call:field_input(Form.vitri, T.staff_survey_question.place, "", "text", "off", "short") ?>
<?cs call:button(T.staff_survey.save, "") ?>
<?cs call:form_close() ?>
<?cs if:Question.Drop.Action ?><form class="mc-actions" action="<?cs var:Question.Drop.Action ?>" method="post"><input type="hidden" name="token" value="<?cs var:Question.Drop.Token ?>"><input type="hidden" name="phien" value="<?cs var:Survey.Version ?>"><button type="submit" class="govuk-button govuk-button--secondary"><?cs var:T.staff_survey_question.drop ?></button></form><?cs /if ?>
</div>
