<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  The field files are chosen in. Pages include it before they use it. Form.tepmoi; Files.Bad: Name, Text. ?>
<?cs # file_form_open(form), file_form_close(): a form that sends files; form has Action and Token from page_form(). ?>
<?cs def:file_form_open(form) ?><form class="mc-form" action="<?cs var:form.Action ?>" method="post" enctype="multipart/form-data" novalidate><input type="hidden" name="token" value="<?cs var:form.Token ?>"><?cs /def ?>
<?cs def:file_form_close() ?></form><?cs /def ?>

<?cs # file_field(f, label, many): many: 1 for several files, "" for one. ?>
<?cs def:file_field(f, label, many) ?>
<div class="<?cs call:field_group(f) ?>">
  <label class="govuk-label" for="f-<?cs var:name(f) ?>"><?cs var:label ?></label>
  <?cs call:field_hint(f, T.files.new_hint) ?><?cs call:field_error(f) ?>
  <?cs if:subcount(Files.Bad) ?><ul class="mc-bullets"><?cs each:b = Files.Bad ?><li><strong><?cs var:b.Name ?></strong>: <?cs var:b.Text ?></li><?cs /each ?></ul><?cs /if ?>
  <input class="govuk-file-upload<?cs if:f.Error ?> govuk-file-upload--error<?cs /if ?>" id="f-<?cs var:name(f) ?>" name="<?cs var:name(f) ?>" type="file" accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx"<?cs if:many ?> multiple<?cs /if ?><?cs call:field_described(f, T.files.new_hint) ?>>
</div>
<?cs /def ?>
