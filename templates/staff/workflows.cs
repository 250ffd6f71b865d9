<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Workflows. Workflows: Href, Name, Code, Default, Draft, Edition (absent: a draft of a new one), Since, Steps, Procedures, Time, Open; Choices: Value, Text; Begin: Action, Token. ?>
<?cs include!"staff/form_parts.cs" ?>
<div class="mc-wrap">
<?cs call:page_head("", T.workflows.title, "") ?>
<p class="mc-lead"><?cs var:T.workflows.lead ?></p>
<div class="mc-table-scroll" role="region" aria-label="<?cs var:T.workflows.title ?>" tabindex="0">
<table class="govuk-table">
<thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header"><?cs var:T.workflow.name ?></th><th scope="col" class="govuk-table__header"><?cs var:T.workflow.steps ?></th><th scope="col" class="govuk-table__header"><?cs var:T.workflow.time ?></th><th scope="col" class="govuk-table__header"><?cs var:T.workflow.procedures ?></th><th scope="col" class="govuk-table__header"><?cs var:T.workflow.edition ?></th></tr></thead>
<tbody class="govuk-table__body"><?cs each:w = Workflows ?>
<tr class="govuk-table__row"><td class="govuk-table__cell"><a href="<?cs var:w.Href ?>"><?cs var:w.Name ?></a> <span class="mc-small mc-soft"><?cs var:w.Code ?></span><?cs if:w.Default ?> <?cs call:tag("info", T.workflow.default) ?><?cs /if ?><?cs if:w.Draft ?> <?cs call:tag("wait", T.workflow.has_draft) ?><?cs /if ?></td><td class="govuk-table__cell"><?cs if:w.Edition ?><?cs var:w.Steps ?><?cs else ?>–<?cs /if ?></td><td class="govuk-table__cell"><?cs if:w.Edition ?><?cs if:w.Open ?><?cs var:T.workflow.from ?> <?cs /if ?><?cs var:w.Time ?><?cs else ?>–<?cs /if ?></td><td class="govuk-table__cell"><?cs if:w.Edition ?><?cs var:w.Procedures ?><?cs else ?>–<?cs /if ?></td><td class="govuk-table__cell"><?cs if:w.Edition ?><?cs var:T.workflow.no ?> <?cs var:w.Edition ?>, <?cs var:w.Since ?><?cs else ?><?cs var:T.workflow.never ?><?cs /if ?></td></tr><?cs /each ?>
</tbody>
</table>
</div>
<h2 class="mc-h2"><?cs var:T.workflows.begin ?></h2>
<?cs call:form_open(Begin) ?>
<?cs call:field_input(Form.ma, T.workflow.code, T.workflows.code_hint, "text", "off", "medium") ?>
<?cs call:field_select(Form.tu, T.workflows.copy, "", Choices) ?>
<p class="mc-actions"><?cs call:button(T.workflows.begin_button, T.form.sending) ?></p>
<?cs call:form_close() ?>
</div>
