<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Doing something to a dossier: what will happen, what it needs, and one button. Filled by cgi/staff/act*.c. ?>
<?cs def:act_head(a, d) ?>
<div class="mc-head">
  <p class="mc-head__caption"><a href="<?cs var:a.Back ?>" data-back><strong class="mc-nowrap"><?cs var:d.Number ?></strong></a> · <?cs var:d.Applicant ?> · <?cs call:tag(d.Look, d.StateText) ?></p>
  <h1 class="mc-h1"><?cs if:a.Name ?><?cs var:a.Name ?><?cs else ?><?cs var:T.act.gone ?><?cs /if ?></h1>
  <p class="mc-soft mc-act__procedure"><?cs var:d.Procedure ?></p>
</div>
<?cs /def ?>

<?cs def:act_moved(m) ?>
<div class="mc-notice mc-notice--warning" role="alert">
  <?cs call:icon("warning") ?>
  <div class="mc-notice__text"><p class="mc-notice__title"><?cs var:T.act.moved ?></p>
  <p><?cs if:m.By ?><strong><?cs var:m.By ?></strong><?cs if:m.Unit ?>, <?cs var:m.Unit ?><?cs /if ?><?cs elif:m.Unit ?><strong><?cs var:m.Unit ?></strong><?cs else ?><?cs var:T.dossier.citizen_or_system ?><?cs /if ?>: <?cs var:m.What ?>, <?cs var:m.At ?>.</p>
  <p><?cs if:Act.Closed ?><?cs var:T.act.moved_closed ?><?cs else ?><?cs var:T.act.moved_again ?><?cs /if ?></p></div>
</div>
<?cs /def ?>

<?cs def:act_what(a) ?>
<section class="mc-act__what" aria-labelledby="se-xay-ra">
<h2 class="mc-h2" id="se-xay-ra"><?cs var:T.act.what ?></h2>
<ul>
<?cs if:a.Step ?><li><?cs call:icon("arrow") ?><span><?cs var:T.act.goes_to ?> <strong><?cs var:a.Step ?></strong><?cs if:a.Unit ?>, <?cs var:a.Unit ?><?cs /if ?></span></li><?cs elif:a.What ?><li><?cs call:icon("arrow") ?><span><?cs var:a.What ?></span></li><?cs /if ?>
<?cs if:a.Person && !subcount(a.People) ?><li><?cs call:icon("people") ?><span><?cs var:T.act.person_gets ?> <strong><?cs var:a.Person ?></strong></span></li><?cs /if ?>
<?cs if:a.Due ?><li><?cs call:icon("calendar") ?><span><?cs var:T.act.until ?> <strong><?cs var:a.Due ?></strong></span></li><?cs /if ?>
<?cs each:e = a.Effects ?><li><?cs call:icon("info") ?><span><?cs var:e.Text ?></span></li><?cs /each ?>
<?cs if:a.Tells.What ?><li><?cs call:icon("mail") ?><span><?cs if:a.Tells.Nobody ?><?cs var:T.act.tells_nobody ?><?cs else ?><?cs var:T.act.tells ?> <?cs if:a.Tells.Mail ?><?cs var:T.act.by_mail ?><?cs /if ?><?cs if:a.Tells.Mail && a.Tells.Phone ?> <?cs var:T.act.and ?> <?cs /if ?><?cs if:a.Tells.Phone ?><?cs var:T.act.by_phone ?><?cs /if ?>: <?cs var:a.Tells.What ?><?cs /if ?></span></li><?cs else ?><li><?cs call:icon("mail") ?><span class="mc-soft"><?cs var:T.act.tells_not ?></span></li><?cs /if ?>
</ul>
</section>
<?cs /def ?>

<?cs def:act_person(f, a) ?>
<div class="<?cs call:field_group(f) ?>">
  <label class="govuk-label" for="f-nguoi"><?cs if:a.Needs.Person ?><?cs var:T.act.person ?><?cs else ?><?cs var:T.act.person_optional ?><?cs /if ?></label>
  <?cs call:field_error(f) ?>
  <select class="govuk-select" id="f-nguoi" name="nguoi"<?cs call:field_described(f, "") ?>>
    <option value=""><?cs if:a.Needs.Person ?><?cs var:T.act.choose ?><?cs else ?><?cs var:T.act.anybody ?><?cs /if ?></option>
    <?cs each:p = a.People ?><option value="<?cs var:p.Value ?>"<?cs if:p.Value == f.Value ?> selected<?cs /if ?>><?cs var:p.Name ?><?cs if:p.Title ?>, <?cs var:p.Title ?><?cs /if ?> – <?cs var:p.Open ?><?cs if:p.Away ?> – <?cs var:T.act.away ?><?cs /if ?></option><?cs /each ?>
  </select>
</div>
<?cs /def ?>

<?cs def:act_place(f, a) ?>
<div class="<?cs call:field_group(f) ?>">
  <label class="govuk-label" for="f-donvi"><?cs var:T.act.unit ?></label>
  <?cs call:field_error(f) ?>
  <select class="govuk-select" id="f-donvi" name="donvi"<?cs call:field_described(f, "") ?>>
    <option value=""><?cs var:T.act.choose ?></option>
    <?cs each:p = a.Places ?><option value="<?cs var:p.Value ?>"<?cs if:p.Value == f.Value ?> selected<?cs /if ?>><?cs var:p.Name ?><?cs if:p.Above ?> – <?cs var:p.Above ?><?cs /if ?></option><?cs /each ?>
  </select>
</div>
<?cs /def ?>

<?cs def:act_point(p, papers) ?>
<li class="mc-act__point">
  <label class="govuk-visually-hidden" for="giay-<?cs var:p.Number ?>"><?cs var:T.act.point_paper ?> <?cs var:p.Number ?></label>
  <select class="govuk-select" id="giay-<?cs var:p.Number ?>" name="giay"><option value=""><?cs var:T.act.point_general ?></option><?cs each:o = papers ?><option value="<?cs var:o.Name ?>"<?cs if:o.Name == p.Paper ?> selected<?cs /if ?>><?cs var:o.Name ?></option><?cs /each ?></select>
  <label class="govuk-visually-hidden" for="noidung-<?cs var:p.Number ?>"><?cs var:T.act.point_what ?> <?cs var:p.Number ?></label>
  <input class="govuk-input" id="noidung-<?cs var:p.Number ?>" name="noidung" type="text" value="<?cs var:p.What ?>" maxlength="1000" list="cau-mau" autocomplete="off">
</li>
<?cs /def ?>

<?cs def:act_points(f, a) ?>
<fieldset class="govuk-fieldset mc-act__points <?cs call:field_group(f) ?>" id="f-noidung">
<legend class="govuk-fieldset__legend govuk-fieldset__legend--s"><?cs var:T.act.points ?></legend>
<p class="govuk-hint"><?cs var:T.act.points_hint ?></p>
<?cs call:field_error(f) ?>
<p class="mc-act__point mc-act__heads" aria-hidden="true"><span><?cs var:T.act.head_paper ?></span><span><?cs var:T.act.head_what ?></span></p>
<ol><?cs each:p = a.Points ?><?cs call:act_point(p, a.Papers) ?><?cs /each ?></ol>
<?cs if:subcount(a.MorePoints) ?><details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs var:T.act.points_more ?></span></summary>
<ol><?cs each:p = a.MorePoints ?><?cs call:act_point(p, a.Papers) ?><?cs /each ?></ol></details><?cs /if ?>
<datalist id="cau-mau"><?cs each:p = a.Phrases ?><option value="<?cs var:p.Text ?>"></option><?cs /each ?></datalist>
</fieldset>
<?cs /def ?>

<?cs def:act_reason(a) ?>
<?cs if:a.Key == "message" ?><?cs call:field_area(Form.lydo, T.act.message_text, T.act.reason_hint, "3") ?><?cs else ?><?cs call:field_area(Form.lydo, T.act.reason, T.act.reason_hint, "3") ?><?cs /if ?>
<?cs if:subcount(a.Phrases) && !a.Needs.Points ?><p class="mc-act__phrases" data-phrases="f-lydo" hidden><span class="mc-soft"><?cs var:T.act.phrases ?></span><?cs each:p = a.Phrases ?> <button type="button" class="mc-chip"><?cs var:p.Text ?></button><?cs /each ?></p><?cs /if ?>
<?cs /def ?>

<?cs def:act_tick(f, label) ?>
<div class="<?cs call:field_group(f) ?>"><?cs call:field_error(f) ?><div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="f-<?cs var:name(f) ?>" name="<?cs var:name(f) ?>" type="checkbox" value="1"<?cs if:f.Value ?> checked<?cs /if ?><?cs call:field_described(f, "") ?>><label class="govuk-label govuk-checkboxes__label" for="f-<?cs var:name(f) ?>"><?cs var:label ?></label></div></div></div>
<?cs /def ?>

<?cs def:act_outcome(f) ?>
<div class="<?cs call:field_group(f) ?>"><fieldset class="govuk-fieldset"<?cs call:field_described(f, "") ?>>
<legend class="govuk-fieldset__legend govuk-fieldset__legend--s"><?cs var:T.act.outcome ?></legend>
<?cs call:field_error(f) ?>
<div class="govuk-radios govuk-radios--inline govuk-radios--small">
<div class="govuk-radios__item"><input class="govuk-radios__input" id="f-ykien" name="ykien" type="radio" value="dongy"<?cs if:f.Value == "dongy" ?> checked<?cs /if ?>><label class="govuk-label govuk-radios__label" for="f-ykien"><?cs var:T.outcome.agreed ?></label></div>
<div class="govuk-radios__item"><input class="govuk-radios__input" id="f-ykien-1" name="ykien" type="radio" value="tuchoi"<?cs if:f.Value == "tuchoi" ?> checked<?cs /if ?>><label class="govuk-label govuk-radios__label" for="f-ykien-1"><?cs var:T.outcome.refused ?></label></div>
</div></fieldset></div>
<?cs /def ?>

<?cs # A note is welcome and never in the way. ?>
<?cs def:act_note(f) ?><details class="govuk-details mc-act__note"<?cs if:f.Value || f.Error ?> open<?cs /if ?>><summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs var:T.act.note ?></span></summary><?cs call:field_area(f, T.act.note_text, T.act.note_hint, "2") ?></details><?cs /def ?>

<?cs def:act_receivers(f, list) ?>
<div class="<?cs call:field_group(f) ?>"><fieldset class="govuk-fieldset"<?cs call:field_described(f, "") ?>>
<legend class="govuk-fieldset__legend govuk-fieldset__legend--s"><?cs var:T.act.receiver_role ?></legend>
<?cs call:field_error(f) ?>
<div class="govuk-radios govuk-radios--small"><?cs each:o = list ?><div class="govuk-radios__item"><input class="govuk-radios__input" id="<?cs call:choice_id(f, o) ?>" name="vaitro" type="radio" value="<?cs var:o.Value ?>"<?cs if:o.Value == f.Value ?> checked<?cs /if ?>><label class="govuk-label govuk-radios__label" for="<?cs call:choice_id(f, o) ?>"><?cs var:o.Text ?></label></div><?cs /each ?></div>
</fieldset></div>
<?cs /def ?>

<?cs # What is sent has its number; who comes for it all the same shows a paper and signs. ?>
<?cs def:act_taken(a) ?>
<?cs call:act_receivers(Form.vaitro, a.Receivers) ?>
<?cs call:field_text(Form.nguoinhan, T.act.receiver, "") ?>
<?cs call:act_tick(Form.giayto, T.act.identity_checked) ?>
<?cs call:act_tick(Form.kynhan, T.act.signed) ?>
<?cs /def ?>
<?cs def:act_receipt(a) ?>
<?cs if:a.ByPost || a.Online ?>
<?cs if:a.ByPost ?><?cs call:field_input(Form.vandon, T.act.tracking, T.act.tracking_hint, "text", "off", "medium") ?><?cs else ?><p><?cs var:T.act.sent_online ?></p><?cs /if ?>
<details class="govuk-details"<?cs if:a.AtCounter ?> open<?cs /if ?>><summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs var:T.act.taken_open ?></span></summary><?cs call:act_taken(a) ?></details>
<?cs else ?>
<?cs call:act_taken(a) ?>
<details class="govuk-details"<?cs if:Form.vandon.Error || Form.vandon.Value ?> open<?cs /if ?>><summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs var:T.act.tracking_open ?></span></summary><?cs call:field_input(Form.vandon, T.act.tracking, "", "text", "off", "medium") ?></details>
<?cs /if ?>
<?cs /def ?>

<?cs def:act_fields(a) ?>
<?cs if:a.Needs.Points ?><?cs call:act_points(Form.noidung, a) ?><?cs /if ?>
<?cs if:a.Needs.Reason ?><?cs call:act_reason(a) ?><?cs /if ?>
<?cs if:a.Needs.Outcome ?><?cs call:act_outcome(Form.ykien) ?><?cs /if ?>
<?cs if:a.Needs.Money ?><?cs call:field_text(Form.ten, T.act.money_title, T.act.money_title_hint) ?><?cs call:field_input(Form.sotien, T.act.amount, T.act.amount_hint, "text", "off", "short") ?><?cs /if ?>
<?cs if:a.Needs.Result ?><?cs call:field_text(Form.ten, T.act.result_title, "") ?><?cs /if ?>
<?cs if:a.Needs.Points ?><?cs call:field_input(Form.ngay, T.act.answer_by, T.act.day_hint, "text", "off", "short") ?><?cs elif:a.Needs.Money ?><?cs call:field_input(Form.ngay, T.act.pay_by, T.act.day_hint, "text", "off", "short") ?><?cs /if ?>
<?cs if:a.Needs.Due ?><p><?cs var:T.act.old_due ?> <strong><?cs var:a.OldDue ?></strong></p><div class="mc-act__two"><?cs call:field_input(Form.ngay, T.act.new_day, T.act.day_hint, "text", "off", "short") ?><?cs call:field_input(Form.gio, T.act.new_time, T.act.time_hint, "text", "off", "short") ?></div><?cs /if ?>
<?cs if:a.Needs.Unit ?><?cs call:act_place(Form.donvi, a) ?><?cs /if ?>
<?cs if:subcount(a.People) ?><?cs call:act_person(Form.nguoi, a) ?><?cs /if ?>
<?cs if:a.Needs.Shelf ?><?cs call:field_input(Form.ke, T.act.shelf, T.act.shelf_hint, "text", "off", "short") ?><?cs /if ?>
<?cs if:subcount(a.Owed) ?><p class="mc-act__owed"><?cs call:icon("money") ?><span><?cs var:T.act.owed ?> <?cs each:o = a.Owed ?><?cs var:o.Name ?> <strong class="mc-nowrap"><?cs var:o.Amount ?></strong><?cs if:!last(o) ?>; <?cs /if ?><?cs /each ?></span></p><?cs /if ?>
<?cs if:a.Needs.Payment || subcount(a.Owed) ?><?cs call:field_input(Form.bienlai, T.act.receipt_no, "", "text", "off", "medium") ?><?cs /if ?>
<?cs if:a.Needs.Receipt ?><?cs call:act_receipt(a) ?><?cs /if ?>
<?cs if:a.Needs.Question ?><?cs if:a.Key == "note" ?><?cs call:field_area(Form.ghichu, T.act.note_text, T.act.note_hint, "4") ?><?cs else ?><?cs call:field_area(Form.ghichu, T.act.question, T.act.note_hint, "4") ?><?cs /if ?>
<?cs elif:a.Needs.Outcome ?><?cs call:field_area(Form.ghichu, T.act.outcome_note, T.act.outcome_note_hint, "3") ?>
<?cs else ?><?cs call:act_note(Form.ghichu) ?><?cs /if ?>
<?cs /def ?>

<?cs # What was typed is not lost when there is nothing to do with it any more. ?>
<?cs def:act_kept() ?>
<?cs if:Form.lydo.Value || Form.ghichu.Value || subcount(Form.noidung.Values) ?>
<h2 class="mc-h2"><?cs var:T.act.kept ?></h2>
<?cs if:Form.lydo.Value ?><p class="mc-act__kept"><?cs var:Form.lydo.Value ?></p><?cs /if ?>
<?cs each:v = Form.noidung.Values ?><?cs if:v.Value ?><p class="mc-act__kept"><?cs var:v.Value ?></p><?cs /if ?><?cs /each ?>
<?cs if:Form.ghichu.Value ?><p class="mc-act__kept"><?cs var:Form.ghichu.Value ?></p><?cs /if ?>
<?cs /if ?>
<?cs /def ?>

<div class="mc-wrap mc-act">
<?cs call:act_head(Act, Dossier) ?>
<?cs if:Act.Moved.What ?><?cs call:act_moved(Act.Moved) ?><?cs /if ?>
<?cs if:Act.Closed ?>
<?cs if:Act.Blocked ?><?cs call:notice("warning", T.act.not_now, Act.Blocked) ?><?cs elif:!Act.Moved.What ?><?cs call:notice("warning", T.act.not_now, T.act.gone_text) ?><?cs /if ?>
<?cs call:act_kept() ?>
<p class="mc-actions"><?cs call:button_link(Act.Back, T.act.back, "") ?></p>
<?cs else ?>
<form class="mc-act__form" action="<?cs var:Act.Action ?>" method="post" novalidate data-act>
<input type="hidden" name="token" value="<?cs var:Act.Token ?>"><input type="hidden" name="phienban" value="<?cs var:Act.Version ?>"><?cs if:Act.BranchId != "0" ?><input type="hidden" name="nhanh" value="<?cs var:Act.BranchId ?>"><?cs /if ?>
<div class="mc-act__fields">
<?cs call:act_fields(Act) ?>
<p class="mc-act__buttons"><button type="submit" class="govuk-button" data-save data-busy="<?cs var:T.form.sending ?>"><?cs var:Act.Name ?> <kbd class="mc-key">Ctrl + Enter</kbd></button> <a class="govuk-button govuk-button--secondary" href="<?cs var:Act.Back ?>"><?cs var:T.act.cancel ?> <kbd class="mc-key">Esc</kbd></a></p>
</div>
<?cs call:act_what(Act) ?>
</form>
<?cs /if ?>
</div>
