<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Files of a dossier, and more of them. Files: Number, Procedure, DossierHref, MayAdd, Kinds (Value, Text, Hint), Papers (Value, Text),
  Add.{Action,Token}, Bad (Name, Text), and what staff/dossier_files.cs shows. ?>
<?cs include!"staff/file_parts.cs" ?>
<div class="mc-wrap">
<?cs call:page_head(Files.Number, T.files.title, "") ?>
<p class="mc-lead"><?cs var:Files.Procedure ?></p>
<p><a class="mc-lead-on" href="<?cs var:Files.DossierHref ?>"><?cs call:icon("back") ?><?cs var:T.files.dossier ?></a></p>
<?cs include!"staff/dossier_files.cs" ?>
<?cs if:Files.MayAdd ?>
<section aria-labelledby="them">
<h2 class="mc-h2" id="them"><?cs var:T.files.add ?></h2>
<?cs call:file_form_open(Files.Add) ?>
<?cs call:field_radios(Form.loai, T.files.kind, "", Files.Kinds) ?>
<?cs call:field_select(Form.giay, T.files.paper, T.files.paper_hint, Files.Papers) ?>
<?cs call:file_field(Form.tepmoi, T.files.new, "1") ?>
<p class="mc-actions"><?cs call:button(T.files.button, T.files.sending) ?></p>
<?cs call:file_form_close() ?>
</section>
<?cs /if ?>
</div>
