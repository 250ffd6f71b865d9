<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  One edition of a workflow. Workflow: Code, Name, Note, No, Time, Open, Default, Old, Draft, Procedures, More, ListHref, EditHref, DownloadHref; Steps and Flow: workflow_show.h; Procedures: Code, Name, Term, Limit, Late; Editions: Href, No, Since, By, Note, Running, Current, InForce. ?>
<?cs include!"staff/workflow_parts.cs" ?>
<div class="mc-wrap">
<?cs call:page_head(Workflow.Code, Workflow.Name, "") ?>
<p class="mc-lead"><?cs var:T.workflow.no ?> <?cs var:Workflow.No ?> · <?cs if:Workflow.Open ?><?cs var:T.workflow.from ?> <?cs /if ?><?cs var:Workflow.Time ?> · <?cs var:Workflow.Procedures ?> <?cs var:T.workflow.procedures_go ?></p>
<?cs if:Workflow.Note ?><p class="mc-p"><?cs var:Workflow.Note ?></p><?cs /if ?>
<?cs if:Workflow.Old ?><?cs call:notice("info", T.workflow.old_title, T.workflow.old_text) ?><?cs /if ?>
<?cs if:Workflow.Draft ?><?cs call:notice("info", T.workflow.draft_title, T.workflow.draft_text) ?><?cs /if ?>
<p class="mc-actions"><?cs if:Workflow.Draft ?><?cs call:button_link(Workflow.EditHref, T.workflow.edit_draft, "") ?><?cs else ?><?cs call:button_link(Workflow.EditHref, T.workflow.edit, "") ?><?cs /if ?><?cs call:button_link_quiet(Workflow.DownloadHref, T.workflow.download, "download") ?><?cs call:button_link_quiet(Workflow.ListHref, T.workflow.list, "") ?></p>
<h2 class="mc-h2"><?cs var:T.workflow.drawing ?></h2>
<?cs call:flow(Flow, T.workflow.drawing) ?>
<h2 class="mc-h2"><?cs var:T.workflow.steps_title ?></h2>
<div class="mc-table-scroll" role="region" aria-label="<?cs var:T.workflow.steps_title ?>" tabindex="0">
<table class="govuk-table">
<thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header"><?cs var:T.workflow.step ?></th><th scope="col" class="govuk-table__header"><?cs var:T.workflow.who ?></th><th scope="col" class="govuk-table__header"><?cs var:T.workflow.time ?></th><th scope="col" class="govuk-table__header"><?cs var:T.workflow.actions ?></th></tr></thead>
<tbody class="govuk-table__body"><?cs each:s = Steps ?>
<tr class="govuk-table__row"><td class="govuk-table__cell"><strong><?cs var:s.Name ?></strong><?cs if:s.Kind ?> <?cs call:tag("", s.Kind) ?><?cs /if ?><?cs if:s.Branch ?> <?cs call:tag("info", s.Branch) ?><?cs /if ?><br><span class="mc-small mc-soft"><?cs var:T.workflow.public ?>: <?cs var:s.Public ?></span></td><td class="govuk-table__cell"><?cs if:s.Who ?><?cs var:s.Who ?><?cs if:s.Where ?><br><?cs /if ?><?cs /if ?><span class="mc-small mc-soft"><?cs var:s.Where ?></span><?cs if:!s.Who && !s.Where ?>–<?cs /if ?></td><td class="govuk-table__cell"><?cs if:s.Minutes ?><?cs if:s.Critical ?><strong><?cs var:s.Minutes ?></strong><?cs else ?><?cs var:s.Minutes ?><?cs /if ?><?cs else ?>–<?cs /if ?></td><td class="govuk-table__cell"><?cs if:subcount(s.Actions) ?><ul class="mc-bullets"><?cs each:a = s.Actions ?><li><strong><?cs var:a.Name ?></strong> → <?cs var:a.To ?><?cs if:a.Role ?> (<?cs var:a.Role ?>)<?cs /if ?><?cs if:a.Guard ?><br><span class="mc-small"><?cs var:T.workflow.only_if ?> <?cs var:a.Guard ?></span><?cs /if ?><?cs if:a.Effects ?><br><span class="mc-small mc-soft"><?cs var:a.Effects ?></span><?cs /if ?></li><?cs /each ?></ul><?cs else ?>–<?cs /if ?></td></tr><?cs /each ?>
<tr class="govuk-table__row"><th scope="row" class="govuk-table__header"><?cs var:T.workflow.sum ?></th><td class="govuk-table__cell">–</td><td class="govuk-table__cell"><strong><?cs if:Workflow.Open ?><?cs var:T.workflow.from ?> <?cs /if ?><?cs var:Workflow.Time ?></strong></td><td class="govuk-table__cell"><?cs var:T.workflow.sum_text ?></td></tr>
</tbody>
</table>
</div>
<h2 class="mc-h2"><?cs var:T.workflow.procedures_title ?></h2>
<?cs if:subcount(Procedures) ?>
<div class="mc-table-scroll" role="region" aria-label="<?cs var:T.workflow.procedures_title ?>" tabindex="0">
<table class="govuk-table">
<thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header"><?cs var:T.workflow.procedure ?></th><th scope="col" class="govuk-table__header"><?cs var:T.workflow.term ?></th><th scope="col" class="govuk-table__header"><?cs var:T.workflow.limit ?></th><th scope="col" class="govuk-table__header"><?cs var:T.workflow.verdict ?></th></tr></thead>
<tbody class="govuk-table__body"><?cs each:p = Procedures ?>
<tr class="govuk-table__row"><td class="govuk-table__cell"><?cs var:p.Name ?> <span class="mc-small mc-soft"><?cs var:p.Code ?></span></td><td class="govuk-table__cell mc-nowrap"><?cs var:p.Term ?></td><td class="govuk-table__cell mc-nowrap"><?cs if:p.Limit ?><?cs var:p.Limit ?><?cs else ?>–<?cs /if ?></td><td class="govuk-table__cell mc-nowrap"><?cs if:p.Late ?><?cs call:tag("late", T.workflow.too_long) ?><?cs else ?><?cs call:tag("ok", T.workflow.fits) ?><?cs /if ?></td></tr><?cs /each ?>
</tbody>
</table>
</div>
<?cs if:Workflow.More ?><p><?cs var:Workflow.More ?></p><?cs /if ?>
<?cs else ?><p><?cs var:T.workflow.no_procedures ?></p><?cs /if ?>
<h2 class="mc-h2"><?cs var:T.workflow.editions ?></h2>
<div class="mc-table-scroll" role="region" aria-label="<?cs var:T.workflow.editions ?>" tabindex="0">
<table class="govuk-table">
<thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header"><?cs var:T.workflow.edition ?></th><th scope="col" class="govuk-table__header"><?cs var:T.workflow.since ?></th><th scope="col" class="govuk-table__header"><?cs var:T.workflow.by ?></th><th scope="col" class="govuk-table__header"><?cs var:T.workflow.running ?></th><th scope="col" class="govuk-table__header"><?cs var:T.workflow.note ?></th></tr></thead>
<tbody class="govuk-table__body"><?cs each:e = Editions ?>
<tr class="govuk-table__row"><th scope="row" class="govuk-table__header"><?cs if:e.Current ?><?cs var:T.workflow.no ?> <?cs var:e.No ?><?cs else ?><a href="<?cs var:e.Href ?>"><?cs var:T.workflow.no ?> <?cs var:e.No ?></a><?cs /if ?><?cs if:e.InForce ?> <?cs call:tag("ok", T.workflow.in_force) ?><?cs /if ?></th><td class="govuk-table__cell"><?cs var:e.Since ?></td><td class="govuk-table__cell"><?cs if:e.By ?><?cs var:e.By ?><?cs else ?><?cs var:T.workflow.import ?><?cs /if ?></td><td class="govuk-table__cell"><?cs var:e.Running ?></td><td class="govuk-table__cell"><?cs if:e.Note ?><?cs var:e.Note ?><?cs else ?>–<?cs /if ?></td></tr><?cs /each ?>
</tbody>
</table>
</div>
</div>
