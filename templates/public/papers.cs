<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  What to bring, with what the common list does not show: papers only to be shown, papers not always needed. ?>
<?cs def:papers_of(list) ?>
<ol class="mc-papers"><?cs each:p = list ?>
<li><span class="mc-papers__name"<?cs call:lang_of(p.Name) ?>><?cs var:p.Name ?></span>
<?cs if:p.Original || p.Copy ?><span class="mc-papers__count"><?cs call:paper_counts(p) ?></span><?cs /if ?>
<?cs if:p.ShownOnly || p.Optional ?><span class="mc-papers__note"><?cs if:p.ShownOnly ?><span class="mc-tag"><?cs var:T.procedure.shown_only ?></span> <?cs /if ?><?cs if:p.Optional ?><span class="mc-tag mc-tag--wait"><?cs var:T.procedure.optional ?></span><?cs /if ?></span><?cs /if ?>
<?cs if:p.Note ?><span class="mc-papers__note"<?cs call:lang_of(p.Note) ?>><?cs var:p.Note ?></span><?cs /if ?>
<?cs if:p.Href ?><span class="mc-papers__note mc-screen-only"><a href="<?cs var:p.Href ?>"><?cs call:icon("download") ?> <?cs var:T.paper.form ?></a></span><?cs /if ?></li><?cs /each ?>
</ol><?cs /def ?>
