<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Draft of a workflow. Workflow: Name, Code, InForce, No, SavedAt, SavedBy, Time, Open, Ready, Href, ListHref, PublishHref; Findings: Text; Changes: say_changes(); Moved: By, At (somebody else saved meanwhile); Save, Drop: Action, Token. ?>
<?cs include!"staff/form_parts.cs" ?>
<?cs include!"staff/workflow_parts.cs" ?>
<div class="mc-wrap">
<?cs call:page_head(Workflow.Name, T.workflow_edit.title, "") ?>
<?cs if:Moved.At ?><div class="mc-notice mc-notice--warning" role="alert"><?cs call:icon("warning") ?><div class="mc-notice__text"><p class="mc-notice__title"><?cs var:T.workflow_edit.moved ?></p><p><?cs var:Moved.By ?>, <?cs var:Moved.At ?>. <?cs var:T.workflow_edit.moved_text ?></p></div></div><?cs /if ?>
<p class="mc-lead"><?cs if:Workflow.SavedAt ?><?cs var:T.workflow_edit.saved ?> <?cs var:Workflow.SavedAt ?><?cs if:Workflow.SavedBy ?>, <?cs var:Workflow.SavedBy ?><?cs /if ?><?cs else ?><?cs var:T.workflow_edit.unsaved ?><?cs /if ?></p>
<div class="mc-columns">
<div class="mc-columns__main">
<?cs call:form_open(Save) ?>
<?cs call:field_area(Form.noidung, T.workflow_edit.body, T.workflow_edit.body_hint, "28") ?>
<?cs call:field_hidden(Form.phien) ?>
<p class="mc-actions"><?cs call:button(T.workflow_edit.save, T.form.sending) ?><?cs if:Workflow.InForce ?><?cs call:button_link_quiet(Workflow.Href, T.workflow_edit.back, "") ?><?cs else ?><?cs call:button_link_quiet(Workflow.ListHref, T.workflow.list, "") ?><?cs /if ?></p>
<?cs call:form_close() ?>
</div>
<aside class="mc-aside" aria-label="<?cs var:T.workflow_edit.check ?>">
<h2 class="mc-h2"><?cs var:T.workflow_edit.check ?></h2>
<?cs if:subcount(Findings) ?>
<?cs call:notice("error", T.workflow_edit.bad, T.workflow_edit.bad_text) ?>
<ul class="mc-bullets"><?cs each:f = Findings ?><li><?cs var:f.Text ?></li><?cs /each ?></ul>
<?cs else ?>
<?cs call:notice("success", T.workflow_edit.good, "") ?>
<?cs if:Workflow.Ready ?><p class="mc-actions"><?cs call:button_link(Workflow.PublishHref, T.workflow_edit.publish, "") ?></p><?cs /if ?>
<?cs /if ?>
<?cs if:Workflow.Time ?><p><?cs var:T.workflow_edit.time ?> <strong><?cs if:Workflow.Open ?><?cs var:T.workflow.from ?> <?cs /if ?><?cs var:Workflow.Time ?></strong></p><?cs /if ?>
<?cs if:Drop.Action ?><?cs call:form_button(Drop, "secondary", T.workflow_edit.drop) ?><?cs /if ?>
</aside>
</div>
<?cs if:Workflow.InForce ?>
<h2 class="mc-h2"><?cs var:T.workflow.changes ?></h2>
<?cs call:changes(Changes) ?>
<?cs /if ?>
</div>
