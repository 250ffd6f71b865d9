<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  All surveys, and the form for a new one. Surveys: Code, Title, State, StateText, From, To, Replies, Href; Begin: Action, Token. ?>
<?cs include!"staff/form_parts.cs" ?>
<div class="mc-wrap">
<?cs call:page_head("", T.staff_surveys.title, "") ?>
<?cs if:subcount(Surveys) ?>
<div class="mc-table-scroll" role="region" aria-label="<?cs var:T.staff_surveys.title ?>" tabindex="0">
<table class="govuk-table mc-surveys"><caption class="govuk-visually-hidden"><?cs var:T.staff_surveys.title ?></caption>
<thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header"><?cs var:T.staff_surveys.name ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_surveys.days ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_surveys.state ?></th><th scope="col" class="govuk-table__header govuk-table__header--numeric"><?cs var:T.staff_surveys.replies ?></th></tr></thead>
<tbody class="govuk-table__body"><?cs each:s = Surveys ?><tr class="govuk-table__row"><th scope="row" class="govuk-table__header"><a href="<?cs var:s.Href ?>"><?cs var:s.Title ?></a></th><td class="govuk-table__cell mc-nowrap"><?cs var:s.From ?> – <?cs var:s.To ?></td><td class="govuk-table__cell"><?cs if:s.State == "open" ?><?cs call:tag("ok", s.StateText) ?><?cs elif:s.State == "draft" ?><?cs call:tag("wait", s.StateText) ?><?cs else ?><?cs call:tag("", s.StateText) ?><?cs /if ?></td><td class="govuk-table__cell govuk-table__cell--numeric" data-label="<?cs var:T.staff_surveys.replies ?>"><?cs var:s.Replies ?></td></tr><?cs /each ?></tbody></table></div>
<?cs else ?><?cs call:empty_open("checklist", T.staff_surveys.none, "") ?><?cs call:empty_close() ?><?cs /if ?>
<section class="mc-screen-only" aria-labelledby="soan-moi"><h2 class="mc-h2" id="soan-moi"><?cs var:T.staff_surveys.begin ?></h2>
<?cs call:form_open(Begin) ?>
<?cs call:field_input(Form.ten, T.staff_survey.title_field, "", "text", "off", "") ?>
<?cs call:field_input(Form.ma, T.staff_surveys.code, T.staff_surveys.code_hint, "text", "off", "medium") ?>
<?cs call:field_input(Form.tu, T.staff_survey.from, T.staff_survey.day_hint, "text", "off", "short") ?>
<?cs call:field_input(Form.den, T.staff_survey.to, "", "text", "off", "short") ?>
<div class="govuk-form-group"><label class="govuk-label" for="f-theo"><?cs var:T.staff_surveys.like ?></label><select class="govuk-select" id="f-theo" name="theo"><option value=""><?cs var:T.staff_surveys.like_none ?></option><?cs each:s = Surveys ?><option value="<?cs var:s.Code ?>"<?cs if:s.Code == Form.theo.Value ?> selected<?cs /if ?>><?cs var:s.Title ?></option><?cs /each ?></select></div>
<?cs call:button(T.staff_surveys.begin_button, "") ?>
<?cs call:form_close() ?>
</section>
</div>
