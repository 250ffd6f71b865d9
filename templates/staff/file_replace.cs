<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  A newer version of a file. Files: Number, Href, File.{Name,Kind,Paper}, Change.{Action,Token}, Bad (Name, Text). ?>
<?cs include!"staff/file_parts.cs" ?>
<div class="mc-wrap mc-narrow">
<?cs call:page_head(Files.Number, T.file_replace.title, "") ?>
<p class="mc-lead"><strong><?cs var:Files.File.Name ?></strong><br><?cs var:Files.File.Kind ?><?cs if:Files.File.Paper ?> · <span lang="vi"><?cs var:Files.File.Paper ?></span><?cs /if ?></p>
<p><?cs var:T.file_replace.text ?></p>
<?cs call:file_form_open(Files.Change) ?>
<?cs call:file_field(Form.tepmoi, T.file_replace.new, "") ?>
<p class="mc-actions"><?cs call:button(T.file_replace.button, T.files.sending) ?></p>
<?cs call:file_form_close() ?>
<p><a href="<?cs var:Files.Href ?>"><?cs var:T.common.back ?></a></p>
</div>
