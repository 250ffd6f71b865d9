<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  The files of a dossier as a list, marked ones too: part of the page of its files. Filled by cgi/staff/dossier_files.c:
  Files.Items, Files.Waiting. The page of the dossier has a shorter list of the same in staff/dossier.cs. ?>
<?cs def:files_state(i) ?><?cs if:i.Removed ?><?cs call:tag("", T.files.state_removed) ?><?cs elif:i.Replaced ?><?cs call:tag("", T.files.state_replaced) ?><?cs else ?><?cs call:tag(i.State, i.StateText) ?><?cs if:i.Released ?> <?cs call:tag("info", T.files.state_released) ?><?cs /if ?><?cs /if ?><?cs /def ?>
<?cs def:files_row(i) ?>
<tr class="govuk-table__row">
  <th scope="row" class="govuk-table__header"><?cs if:i.Href ?><a href="<?cs var:i.Href ?>"><?cs var:i.Name ?></a><?cs else ?><?cs var:i.Name ?><?cs /if ?></th>
  <td class="govuk-table__cell"><?cs var:i.Kind ?><br><span class="mc-small mc-soft"><span class="mc-nowrap"><?cs var:i.Size ?></span><?cs if:i.Version ?>, <span class="mc-nowrap"><?cs var:T.files.version ?> <?cs var:i.Version ?></span><?cs /if ?></span><?cs if:i.Paper ?><br><span class="mc-small mc-soft" lang="vi"><?cs var:i.Paper ?></span><?cs /if ?></td>
  <td class="govuk-table__cell"><?cs call:files_state(i) ?><?cs if:i.Found && !i.Removed ?><br><span class="mc-small"><?cs var:i.Found ?></span><?cs /if ?><?cs if:i.Released ?><br><span class="mc-small"><?cs var:T.files.released ?> <?cs var:i.Released ?></span><?cs /if ?><?cs if:i.Removed ?><br><span class="mc-small"><?cs var:i.RemovedBy ?>, <?cs var:i.Removed ?>: <?cs var:i.Reason ?></span><?cs elif:i.Replaced ?><br><span class="mc-small"><?cs var:i.Replaced ?></span><?cs /if ?></td>
  <td class="govuk-table__cell"><?cs var:i.By ?><br><span class="mc-small mc-soft"><?cs var:i.Added ?></span></td>
  <td class="govuk-table__cell"><?cs if:i.ReplaceHref ?><a class="mc-nowrap" href="<?cs var:i.ReplaceHref ?>" aria-label="<?cs var:T.files.replace ?>: <?cs var:i.Name ?>"><?cs var:T.files.replace ?></a><br><?cs /if ?><?cs if:i.RemoveHref ?><a class="mc-nowrap" href="<?cs var:i.RemoveHref ?>" aria-label="<?cs var:T.files.remove ?>: <?cs var:i.Name ?>"><?cs var:T.files.remove ?></a><?cs else ?>–<?cs /if ?></td>
</tr>
<?cs /def ?>
<section aria-labelledby="tep">
<h2 class="mc-h2" id="tep"><?cs var:T.files.list ?></h2>
<?cs if:Files.Waiting ?><?cs call:notice("info", T.files.waiting_title, T.files.waiting_text) ?><?cs /if ?>
<?cs if:subcount(Files.Items) ?>
<div class="mc-table-scroll" tabindex="0" role="group" aria-labelledby="tep">
<table class="govuk-table">
<thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header"><?cs var:T.files.file ?></th><th scope="col" class="govuk-table__header"><?cs var:T.files.kind ?></th><th scope="col" class="govuk-table__header"><?cs var:T.files.state ?></th><th scope="col" class="govuk-table__header"><?cs var:T.files.added ?></th><th scope="col" class="govuk-table__header"><?cs var:T.files.acts ?></th></tr></thead>
<tbody class="govuk-table__body"><?cs each:i = Files.Items ?><?cs call:files_row(i) ?><?cs /each ?></tbody>
</table>
</div>
<?cs else ?><p><?cs var:T.files.none ?></p><?cs /if ?>
</section>
