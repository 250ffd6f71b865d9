<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  A petition: the form. Petition: Action, Token; Subjects, Agencies: Value, Text; Published: see petition_parts.cs. ?>
<?cs include!"public/petition_parts.cs" ?>
<div class="mc-wrap mc-narrow">
<?cs call:page_head("", T.petition.heading, "") ?>
<p class="mc-lead"><?cs var:T.petition.lead ?></p>
<p class="mc-p"><a href="<?cs var:Page.Base ?>/phan-anh/theo-doi"><?cs var:T.petition.follow ?></a></p>
<form action="<?cs var:Petition.Action ?>" method="post" novalidate>
<input type="hidden" name="token" value="<?cs var:Petition.Token ?>">
<?cs call:field_radios(Form.ve, T.petition.subject, "", Subjects) ?>
<?cs call:field_area(Form.noidung, T.petition.words, T.petition.words_hint, "8") ?>
<div class="govuk-form-group"><label class="govuk-label" for="f-co-quan"><?cs var:T.petition.agency ?></label><?cs call:field_error(Form["co-quan"]) ?><select class="govuk-select" id="f-co-quan" name="co-quan"><?cs each:a = Agencies ?><option value="<?cs var:a.Value ?>"<?cs if:a.Value == Form["co-quan"].Value ?> selected<?cs /if ?>><?cs var:a.Text ?></option><?cs /each ?></select></div>
<?cs call:field_input(Form.hoso, T.petition.dossier, T.petition.dossier_hint, "text", "off", "medium") ?>
<?cs call:field_input(Form.hoten, T.petition.name, "", "text", "name", "") ?>
<?cs call:field_input(Form.lienhe, T.petition.contact, T.petition.contact_hint, "text", "", "") ?>
<div class="mc-trap" aria-hidden="true"><label for="f-trang-web"><?cs var:T.petition.trap ?></label><input id="f-trang-web" name="trang-web" type="text" tabindex="-1" autocomplete="off"></div>
<?cs call:button(T.petition.send, T.form.sending) ?>
</form>
<p class="mc-p mc-small mc-soft"><?cs var:T.petition.private ?></p>
<?cs if:subcount(Published) ?><h2 class="mc-h2"><?cs var:T.petition.published ?></h2><?cs call:published(Published) ?>
<p class="mc-p"><a href="<?cs var:Page.Base ?>/phan-anh/da-tra-loi"><?cs var:T.petition.all_published ?></a></p><?cs /if ?>
</div>
