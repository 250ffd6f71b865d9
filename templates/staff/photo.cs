<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Portrait of an officer. Person: Name, Login; Photo: Src where there is one, Back, Set and Drop: Action, Token. ?>
<?cs include!"staff/form_parts.cs" ?>
<?cs include!"staff/file_parts.cs" ?>
<div class="mc-wrap mc-narrow">
<p><a href="<?cs var:Photo.Back ?>"><?cs call:icon("back") ?> <?cs var:Person.Name ?></a></p>
<?cs call:page_head(Person.Login, T.staff_photo.title, "") ?>
<p class="mc-lead"><?cs var:T.staff_photo.lead ?></p>
<?cs if:Photo.Src ?><p><img src="<?cs var:Photo.Src ?>" alt="<?cs var:T.staff_photo.now ?>" width="160" height="200"></p>
<div class="mc-actions"><?cs call:form_button(Photo.Drop, "secondary", T.staff_photo.drop) ?></div><?cs else ?><p><?cs var:T.staff_photo.none ?></p><?cs /if ?>
<?cs call:file_form_open(Photo.Set) ?>
<div class="<?cs call:field_group(Form.tepmoi) ?>">
  <label class="govuk-label" for="f-tepmoi"><?cs var:T.staff_photo.choose ?></label>
  <?cs call:field_hint(Form.tepmoi, T.staff_photo.hint) ?><?cs call:field_error(Form.tepmoi) ?>
  <input class="govuk-file-upload" id="f-tepmoi" name="tepmoi" type="file" accept=".jpg,.jpeg,.png"<?cs call:field_described(Form.tepmoi, T.staff_photo.hint) ?>>
</div>
<?cs call:button(T.staff_photo.save, T.form.sending) ?>
<?cs call:file_form_close() ?>
</div>
