<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  What publishing a draft will do. Workflow: Name, InForce, EditHref; Effect: Procedures, Running; Changes: say_changes(); Publish: Action, Token. ?>
<?cs include!"staff/form_parts.cs" ?>
<?cs include!"staff/workflow_parts.cs" ?>
<div class="mc-wrap">
<?cs call:page_head(Workflow.Name, T.workflow_publish.title, "") ?>
<ul class="mc-bullets">
<li><?cs var:Effect.Procedures ?></li>
<li><?cs var:Effect.Running ?></li>
<li><?cs var:T.workflow_publish.for_ever ?></li>
</ul>
<?cs if:Workflow.InForce ?>
<h2 class="mc-h2"><?cs var:T.workflow.changes ?></h2>
<?cs call:changes(Changes) ?>
<?cs /if ?>
<?cs call:form_open(Publish) ?>
<?cs call:field_hidden(Form.phien) ?><?cs call:field_hidden(Form.ban) ?>
<p class="mc-actions"><?cs call:button(T.workflow_publish.button, T.form.sending) ?><?cs call:button_link_quiet(Workflow.EditHref, T.workflow_publish.back, "") ?></p>
<?cs call:form_close() ?>
</div>
