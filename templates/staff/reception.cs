<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Reception at the counter, one screen. Filled by cgi/staff/reception_show.c. The parts with data-part are what
  assets/js/reception.js takes over from the answer to /xem; without a script the first button asks for them. ?>
<?cs def:reception_input(f, label, kind, fill, hint) ?>
<div class="<?cs call:field_group(f) ?>">
  <label class="govuk-label" for="f-<?cs var:name(f) ?>"><?cs var:label ?><?cs if:hint ?> <span class="mc-soft" id="h-<?cs var:name(f) ?>"><?cs var:hint ?></span><?cs /if ?></label>
  <?cs call:field_error(f) ?>
  <input class="govuk-input<?cs if:f.Error ?> govuk-input--error<?cs /if ?>" id="f-<?cs var:name(f) ?>" name="<?cs var:name(f) ?>" type="<?cs var:kind ?>" value="<?cs var:f.Value ?>" autocomplete="<?cs var:fill ?>"<?cs call:field_described(f, "") ?>>
</div>
<?cs /def ?>
<?cs def:reception_select(f, label, options, empty) ?>
<div class="<?cs call:field_group(f) ?>">
  <label class="govuk-label" for="f-<?cs var:name(f) ?>"><?cs var:label ?></label>
  <?cs call:field_error(f) ?>
  <select class="govuk-select<?cs if:f.Error ?> govuk-select--error<?cs /if ?>" id="f-<?cs var:name(f) ?>" name="<?cs var:name(f) ?>"<?cs call:field_described(f, "") ?>>
    <?cs if:empty ?><option value=""><?cs var:empty ?></option><?cs /if ?>
    <?cs each:o = options ?><option value="<?cs var:o.Value ?>"<?cs if:o.Chosen ?> selected<?cs /if ?>><?cs var:o.Text ?></option><?cs /each ?>
  </select>
</div>
<?cs /def ?>
<?cs def:reception_person() ?>
<fieldset class="mc-reception__box" aria-labelledby="nguoi-nop">
<h2 class="govuk-visually-hidden" id="nguoi-nop"><?cs var:T.reception.person ?></h2>
<div class="mc-reception__grid">
<?cs call:reception_input(Form.quet, T.reception.scan, "text", "off", T.reception.scan_hint) ?>
<div class="mc-reception__two">
<?cs call:reception_input(Form.sodinhdanh, T.reception.identity, "text", "off", "") ?>
<?cs call:reception_select(Form.doituong, T.reception.kind, Reception.Kinds, "") ?>
</div>
<?cs call:reception_input(Form.ten, T.reception.name, "text", "off", "") ?>
<div class="mc-reception__two">
<?cs call:reception_input(Form.sinh, T.reception.birth, "text", "off", T.reception.birth_hint) ?>
<?cs call:reception_select(Form.gioi, T.reception.sex, Reception.Sexes, T.reception.sex_none) ?>
</div>
<?cs call:reception_input(Form.diachi, T.reception.address, "text", "off", "") ?>
<div class="mc-reception__two">
<?cs call:reception_input(Form.dienthoai, T.reception.phone, "tel", "off", "") ?>
<?cs call:reception_input(Form.email, T.reception.email, "email", "off", "") ?>
</div>
</div>
<div class="mc-reception__two">
<?cs call:reception_select(Form.nhan, T.reception.deliver, Reception.Delivery, "") ?>
<?cs call:reception_select(Form.mien, T.reception.waiver, Reception.Waivers, T.reception.waiver_none) ?>
</div>
<div data-part="canh-bao" id="canh-bao"><?cs if:subcount(Reception.Warnings) ?>
<div class="mc-reception__warn" role="status"><?cs call:icon("warning") ?><ul><?cs each:w = Reception.Warnings ?><li><?cs var:w.Text ?></li><?cs /each ?></ul></div>
<?cs /if ?></div>
<details class="govuk-details mc-reception__more"<?cs if:Reception.Organisation || Reception.Submitter || Form.ngaycap.Error || Form.nopuq.Error ?> open<?cs /if ?>>
<summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs var:T.reception.more_person ?></span></summary>
<div class="mc-reception__grid">
<div class="mc-reception__two">
<?cs call:reception_input(Form.ngaycap, T.reception.issued_on, "text", "off", "") ?>
<?cs call:reception_input(Form.noicap, T.reception.issued_by, "text", "off", "") ?>
</div>
<?cs call:reception_input(Form.daidien, T.reception.representative, "text", "off", "") ?>
<p class="mc-soft"><?cs var:T.reception.submitter ?></p>
<div class="mc-reception__two">
<?cs call:reception_input(Form.nguoinop, T.reception.submitter_name, "text", "off", "") ?>
<?cs call:reception_input(Form.nopuq, T.reception.authority, "text", "off", "") ?>
</div>
<div class="mc-reception__two">
<?cs call:reception_input(Form.nopso, T.reception.submitter_identity, "text", "off", "") ?>
<?cs call:reception_input(Form.nopdt, T.reception.submitter_phone, "tel", "off", "") ?>
</div>
</div>
</details>
<details class="govuk-details mc-reception__more"<?cs if:Form.giam.Error || Form.bo.Error || Form.them.Error ?> open<?cs /if ?>>
<summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs var:T.reception.more_matter ?></span></summary>
<div class="mc-reception__grid">
<div class="mc-reception__two">
<?cs call:reception_input(Form.giam, T.reception.waiver_amount, "text", "off", T.reception.waiver_amount_hint) ?>
<?cs call:reception_input(Form.bo, T.reception.sets, "text", "off", "") ?>
</div>
<div class="mc-reception__two">
<?cs call:reception_select(Form.kenh, T.reception.channel, Reception.Channels, "") ?>
<?cs call:reception_input(Form.bienlai, T.reception.receipt_no, "text", "off", "") ?>
</div>
<p><input type="checkbox" id="f-thu" name="thu" value="1"<?cs if:Form.thu.Value ?> checked<?cs /if ?>> <label for="f-thu"><?cs var:T.reception.paid ?></label></p>
<?cs call:reception_input(Form.noidung, T.reception.summary, "text", "off", "") ?>
<?cs call:field_area(Form.them, T.reception.more_papers, "", "2") ?>
</div>
</details>
</fieldset>
<?cs /def ?>
<?cs def:reception_found(r) ?>
<?cs if:r.NothingFound ?><p class="mc-reception__warn"><?cs call:icon("search") ?><span><?cs var:T.reception.nothing_found ?></span></p>
<?cs elif:subcount(r.Found) ?><p class="mc-soft" id="chon-thu-tuc"><?cs if:r.Ticket ?><?cs var:T.reception.of_ticket ?> <strong><?cs var:r.Ticket ?></strong><?cs else ?><?cs var:T.reception.choose_procedure ?><?cs /if ?></p>
<ul class="mc-reception__found" aria-labelledby="chon-thu-tuc"><?cs each:p = r.Found ?>
  <li><button type="submit" class="mc-reception__pick" name="chon" value="<?cs var:p.Code ?>" formaction="<?cs var:r.CheckAction ?>"><?cs if:p.Short ?><kbd class="mc-key"><?cs var:p.Short ?></kbd> <?cs /if ?><?cs var:p.Name ?> <span class="mc-soft"><?cs var:p.Code ?></span></button></li><?cs /each ?>
</ul><?cs /if ?>
<?cs /def ?>
<?cs def:reception_paper(p) ?>
<?cs if:p.Case ?><li class="mc-reception__case"><?cs var:p.Case ?></li><?cs /if ?>
<li class="mc-reception__paper">
  <input type="checkbox" id="giay-<?cs var:p.Number ?>" name="giay" value="<?cs var:p.Number ?>"<?cs if:p.Ticked ?> checked<?cs /if ?> data-digit="<?cs var:p.Number ?>">
  <label for="giay-<?cs var:p.Number ?>" title="<?cs var:p.Name ?>"><span class="mc-soft"><?cs var:p.Number ?>.</span> <?cs var:p.Name ?><?cs if:p.ShownOnly ?> <span class="mc-soft">(<?cs var:T.reception.shown_only ?>)</span><?cs /if ?></label>
  <span class="mc-reception__counts">
    <input class="govuk-input" name="chinh" value="<?cs var:p.Originals ?>" inputmode="numeric" autocomplete="off" aria-label="<?cs var:T.reception.originals_of ?> <?cs var:p.Number ?>">
    <input class="govuk-input" name="sao" value="<?cs var:p.Copies ?>" inputmode="numeric" autocomplete="off" aria-label="<?cs var:T.reception.copies_of ?> <?cs var:p.Number ?>">
    <input class="govuk-input" name="to" value="<?cs var:p.Sheets ?>" inputmode="numeric" autocomplete="off" aria-label="<?cs var:T.reception.sheets_of ?> <?cs var:p.Number ?>">
  </span>
</li>
<?cs /def ?>
<?cs def:reception_fees(r) ?>
<?cs if:subcount(r.Fees) ?>
<fieldset class="mc-reception__fees<?cs if:Form.phi.Error ?> govuk-form-group--error<?cs /if ?>" id="f-phi">
<legend class="govuk-visually-hidden"><?cs var:T.reception.fees ?></legend>
<?cs call:field_error(Form.phi) ?>
<ul><?cs each:f = r.Fees ?>
  <li><input type="checkbox" id="phi-<?cs var:f.Number ?>" name="phi" value="<?cs var:f.Number ?>"<?cs if:f.Ticked ?> checked<?cs /if ?> data-look>
  <label for="phi-<?cs var:f.Number ?>"<?cs if:f.Note ?> title="<?cs var:f.Note ?>"<?cs /if ?>><?cs var:f.Name ?></label>
  <?cs if:f.Amount ?><strong class="mc-nowrap"><?cs var:f.Amount ?></strong><input type="hidden" name="tien" value="<?cs var:f.Typed ?>"><?cs else ?><input class="govuk-input mc-reception__amount" name="tien" value="<?cs var:f.Typed ?>" inputmode="numeric" autocomplete="off" aria-label="<?cs var:T.reception.amount_of ?> <?cs var:f.Name ?>" data-look><?cs /if ?></li><?cs /each ?>
</ul>
<p class="mc-reception__pay"><?cs var:T.reception.pay ?> <strong class="mc-nowrap"><?cs var:r.Pay ?></strong><?cs if:r.Waived ?> <span class="mc-soft">(<?cs var:T.reception.waived ?> <?cs var:r.Waived ?>)</span><?cs /if ?></p>
</fieldset>
<?cs elif:r.Procedure.Code ?><p class="mc-reception__pay"><?cs var:T.reception.free ?></p><?cs /if ?>
<?cs /def ?>
<?cs def:reception_due(r) ?>
<?cs if:r.Due ?>
<p class="mc-reception__due" role="status"><?cs call:icon("calendar") ?><span><?cs var:T.reception.due ?> <strong><time datetime="<?cs var:r.DueIso ?>"><?cs var:r.Due ?></time></strong> <span class="mc-soft">(<?cs var:r.Term ?>)</span></span></p>
<details class="govuk-details mc-reception__more">
<summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs var:T.reception.trace ?></span></summary>
<?cs call:trace_table(r.Trace, T.reception.trace) ?>
</details>
<?cs elif:r.Procedure.Code ?><p class="mc-reception__due"><?cs call:icon("calendar") ?><span><?cs var:T.reception.no_due ?><?cs if:r.TermNote ?> <?cs var:r.TermNote ?><?cs /if ?></span></p><?cs /if ?>
<?cs /def ?>
<?cs def:reception_duplicates(r) ?>
<?cs if:subcount(r.Duplicates) ?>
<div class="mc-reception__warn<?cs if:Form.trung.Error ?> govuk-form-group--error<?cs /if ?>" role="status"><?cs call:icon("warning") ?><div>
<p><strong><?cs var:T.reception.duplicate ?></strong></p>
<ul><?cs each:d = r.Duplicates ?><li><strong class="mc-nowrap"><?cs var:d.Number ?></strong> · <?cs var:d.When ?> · <?cs var:d.Agency ?> · <?cs var:d.State ?></li><?cs /each ?></ul>
<?cs call:field_error(Form.trung) ?>
<p><input type="checkbox" id="f-trung" name="trung" value="1"<?cs if:Form.trung.Value ?> checked<?cs /if ?>> <label for="f-trung"><?cs var:T.reception.duplicate_tick ?></label></p>
</div></div>
<?cs /if ?>
<?cs /def ?>
<?cs def:reception_matter(r) ?>
<fieldset class="mc-reception__box" aria-labelledby="viec-xin">
<h2 class="govuk-visually-hidden" id="viec-xin"><?cs var:T.reception.matter ?></h2>
<div class="<?cs call:field_group(Form.thutuc) ?>">
  <label class="govuk-label" for="f-thutuc"><?cs var:T.reception.procedure ?> <span class="mc-soft" id="h-thutuc"><?cs var:T.reception.procedure_hint ?></span></label>
  <?cs call:field_error(Form.thutuc) ?>
  <input class="govuk-input<?cs if:Form.thutuc.Error ?> govuk-input--error<?cs /if ?>" id="f-thutuc" name="thutuc" type="text" value="<?cs var:Form.thutuc.Value ?>" list="danh-sach-thu-tuc" autocomplete="off" autocapitalize="none" spellcheck="false" data-find="<?cs var:r.FindHref ?>"<?cs call:field_described(Form.thutuc, T.reception.procedure_hint) ?>>
  <datalist id="danh-sach-thu-tuc"></datalist>
</div>
<div data-part="thu-tuc" id="thu-tuc" data-found="<?cs var:r.Procedure.Code ?>">
<?cs if:r.Procedure.Code ?>
<input type="hidden" name="phienban" value="<?cs var:r.Procedure.Rev ?>">
<p class="mc-reception__name"><strong><?cs var:r.Procedure.Name ?></strong> <span class="mc-soft"><?cs var:r.Procedure.Code ?><?cs if:r.Agency && !r.Choose ?> · <?cs var:r.Agency ?><?cs /if ?></span></p>
<?cs if:r.NotYours ?><p class="mc-reception__warn"><?cs call:icon("warning") ?><span><?cs var:T.error.procedure_not_yours ?></span></p><?cs else ?>
<?cs if:r.Choose ?><?cs call:reception_select(Form.donvi, T.reception.agency, r.Agencies, "") ?><?cs /if ?>
<?cs if:subcount(r.Papers) ?>
<fieldset class="mc-reception__papers<?cs if:Form.giay.Error ?> govuk-form-group--error<?cs /if ?>" id="f-giay" data-papers>
<legend><?cs var:T.reception.papers ?> <span class="mc-soft"><?cs var:T.reception.papers_hint ?></span></legend>
<?cs call:field_error(Form.giay) ?>
<p class="mc-reception__counts mc-reception__heads" aria-hidden="true"><span><?cs var:T.reception.originals ?></span><span><?cs var:T.reception.copies ?></span><span><?cs var:T.reception.sheets ?></span></p>
<ol><?cs each:p = r.Papers ?><?cs call:reception_paper(p) ?><?cs /each ?></ol>
</fieldset>
<?cs /if ?>
<?cs /if ?>
<?cs else ?><?cs call:reception_found(r) ?><?cs /if ?>
</div>
<div data-part="le-phi" id="le-phi"><?cs if:r.Agency ?><?cs call:reception_fees(r) ?><?cs /if ?></div>
<div data-part="hen-tra" id="hen-tra"><?cs if:r.Agency ?><?cs call:reception_due(r) ?><?cs /if ?></div>
<div data-part="trung" id="trung"><?cs call:reception_duplicates(r) ?></div>
<?cs if:r.Correct.Id ?><?cs if:r.Correct.Paid ?><p class="mc-soft"><?cs var:T.reception.correct_paid ?></p><?cs /if ?><?cs call:reception_input(Form.lydo, T.reception.reason, "text", "off", "") ?><?cs /if ?>
<p class="mc-reception__save"><button type="submit" class="govuk-button" data-save data-busy="<?cs var:T.form.sending ?>"><?cs if:r.Correct.Id ?><?cs var:T.reception.correct_save ?><?cs else ?><?cs var:T.reception.save ?><?cs /if ?> <kbd class="mc-key">Ctrl + Enter</kbd></button></p>
</fieldset>
<?cs /def ?>
<div class="mc-wrap mc-reception">
<?cs if:Reception.Correct.Id ?><?cs call:page_head(Reception.Correct.Number, T.reception.correct_title, "") ?><?cs else ?><?cs call:page_head("", T.reception.title, "") ?><?cs /if ?>
<?cs if:Reception.Correct.Last.When ?><p class="mc-reception__warn"><?cs call:icon("warning") ?><span><?cs if:Reception.Correct.Moved ?><?cs var:T.reception.correct_late ?> <?cs /if ?><?cs var:T.reception.correct_last ?> <?cs var:Reception.Correct.Last.What ?><?cs if:Reception.Correct.Last.Who ?>, <?cs var:Reception.Correct.Last.Who ?><?cs /if ?>, <?cs var:Reception.Correct.Last.When ?>.</span></p><?cs /if ?>
<?cs if:Reception.Group.Id ?><p class="mc-soft"><?cs var:Reception.Group.Text ?></p><?cs /if ?>
<form action="<?cs var:Reception.Action ?>" method="post" class="mc-reception__form" data-reception="<?cs var:Reception.CheckAction ?>" autocomplete="off">
<input type="hidden" name="token" value="<?cs var:Reception.Token ?>">
<?cs if:Reception.Correct.Id ?><input type="hidden" name="hoso" value="<?cs var:Reception.Correct.Id ?>"><input type="hidden" name="ban" value="<?cs var:Reception.Correct.Version ?>"><?cs /if ?>
<p class="mc-reception__check"><button type="submit" class="govuk-button govuk-button--secondary" formaction="<?cs var:Reception.CheckAction ?>"><?cs var:T.reception.check ?></button></p>
<?cs if:Reception.Group.Id ?><input type="hidden" name="cung" value="<?cs var:Reception.Group.Id ?>"><?cs /if ?>
<?cs call:reception_person() ?>
<?cs call:reception_matter(Reception) ?>
</form>
</div>
