<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Parts of the pages of workflows. Pages include it before they use them. ?>

<?cs # flow_colour(look): of a box: task, join, wait, end, branch. ?>
<?cs def:flow_colour(look) ?><?cs if:look == "join" ?>#fdf0cf<?cs elif:look == "wait" ?>#f6f4ef<?cs elif:look == "end" ?>#dff2e6<?cs elif:look == "branch" ?>#e3edf9<?cs else ?>#ffffff<?cs /if ?><?cs /def ?>

<?cs # flow(f, label): the drawing of workflow_show.h. ?>
<?cs def:flow(f, label) ?>
<div class="mc-table-scroll" role="region" aria-label="<?cs var:label ?>" tabindex="0">
<svg width="<?cs var:f.Width ?>" height="<?cs var:f.Height ?>" viewBox="0 0 <?cs var:f.Width ?> <?cs var:f.Height ?>" role="img" aria-label="<?cs var:T.workflow.drawing_text ?>" focusable="false">
<defs><marker id="mui-ten" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="#3b4049"/></marker></defs>
<?cs each:l = f.Lines ?><path d="<?cs var:l.Path ?>" fill="none" stroke="<?cs if:l.Back ?>#6b7280<?cs else ?>#3b4049<?cs /if ?>" stroke-width="2"<?cs if:l.Back ?> stroke-dasharray="5 4"<?cs /if ?> marker-end="url(#mui-ten)"/>
<?cs /each ?><?cs each:b = f.Boxes ?><rect x="<?cs var:b.X ?>" y="<?cs var:b.Y ?>" width="268" height="112" rx="6" fill="<?cs call:flow_colour(b.Look) ?>" stroke="<?cs if:b.Critical ?>#0b4f9e<?cs else ?>#3b4049<?cs /if ?>" stroke-width="<?cs if:b.Critical ?>3<?cs else ?>1<?cs /if ?>"/>
<?cs each:t = b.Lines ?><text x="<?cs var:b.TextX ?>" y="<?cs var:t.Y ?>" font-size="16" font-weight="600" fill="#16181d"><?cs var:t.Text ?></text>
<?cs /each ?><?cs if:b.Who ?><text x="<?cs var:b.TextX ?>" y="<?cs var:b.WhoY ?>" font-size="16" fill="#4a4f59"><?cs var:b.Who ?></text>
<?cs /if ?><?cs if:b.Time ?><text x="<?cs var:b.TextX ?>" y="<?cs var:b.TimeY ?>" font-size="16" fill="#16181d"><?cs var:b.Time ?></text>
<?cs /if ?><?cs /each ?></svg>
</div>
<p class="mc-small mc-soft"><?cs var:T.workflow.legend ?></p>
<?cs /def ?>

<?cs # changes(list): what is different from the edition in force. list: KindText, Where, Member, Before, After. ?>
<?cs def:changes(list) ?>
<?cs if:subcount(list) ?>
<div class="mc-table-scroll" role="region" aria-label="<?cs var:T.workflow.changes ?>" tabindex="0">
<table class="govuk-table">
<thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header"><?cs var:T.workflow.change ?></th><th scope="col" class="govuk-table__header"><?cs var:T.workflow.change_where ?></th><th scope="col" class="govuk-table__header"><?cs var:T.workflow.before ?></th><th scope="col" class="govuk-table__header"><?cs var:T.workflow.after ?></th></tr></thead>
<tbody class="govuk-table__body"><?cs each:c = list ?>
<tr class="govuk-table__row"><td class="govuk-table__cell"><?cs if:c.Kind == "added" ?><?cs call:tag("ok", c.KindText) ?><?cs elif:c.Kind == "removed" ?><?cs call:tag("late", c.KindText) ?><?cs else ?><?cs call:tag("wait", c.KindText) ?><?cs /if ?></td><td class="govuk-table__cell"><?cs var:c.Where ?><?cs if:c.Member ?>: <?cs var:c.Member ?><?cs /if ?></td><td class="govuk-table__cell"><?cs if:c.Before ?><?cs var:c.Before ?><?cs else ?>–<?cs /if ?></td><td class="govuk-table__cell"><?cs if:c.After ?><?cs var:c.After ?><?cs else ?>–<?cs /if ?></td></tr><?cs /each ?>
</tbody>
</table>
</div>
<?cs else ?><p><?cs var:T.workflow.no_changes ?></p><?cs /if ?>
<?cs /def ?>
