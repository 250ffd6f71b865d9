<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  A file is marked as removed. Files: Number, Href, File.{Name,Kind,Paper,Released}, Change.{Action,Token}. ?>
<?cs include!"staff/form_parts.cs" ?>
<div class="mc-wrap mc-narrow">
<?cs call:page_head(Files.Number, T.file_remove.title, "") ?>
<p class="mc-lead"><strong><?cs var:Files.File.Name ?></strong><br><?cs var:Files.File.Kind ?><?cs if:Files.File.Paper ?> · <span lang="vi"><?cs var:Files.File.Paper ?></span><?cs /if ?></p>
<?cs if:Files.File.Released ?><?cs call:notice("warning", T.file_remove.released_title, T.file_remove.released_text) ?><?cs /if ?>
<p><?cs var:T.file_remove.text ?></p>
<?cs call:form_open(Files.Change) ?>
<?cs call:field_text(Form.lydo, T.file_remove.reason, T.file_remove.reason_hint) ?>
<p class="mc-actions"><button type="submit" class="govuk-button govuk-button--warning" data-busy="<?cs var:T.form.sending ?>"><?cs var:T.file_remove.button ?></button></p>
<?cs call:form_close() ?>
<p><a href="<?cs var:Files.Href ?>"><?cs var:T.common.back ?></a></p>
</div>
