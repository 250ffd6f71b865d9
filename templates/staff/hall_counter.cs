<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  A counter of a hall. Hall: Name, Href; Counter.Officer; Groups: Value, Text, Checked; Save.{Action,Token}; Moved. ?>
<?cs include!"staff/form_parts.cs" ?>
<?cs include!"staff/hall_parts.cs" ?>
<div class="mc-wrap mc-hall-form">
<?cs call:page_head(Hall.Name, Page.Title, "") ?>
<?cs call:hall_moved(Moved) ?>
<?cs if:Counter.Officer ?><p class="mc-hall-form__today"><?cs call:icon("info") ?><span><?cs var:T.hall_counter.open_now ?> <strong><?cs var:Counter.Officer ?></strong>. <?cs var:T.hall_counter.open_hint ?></span></p><?cs /if ?>
<?cs call:form_open(Save) ?>
<div class="mc-hall-form__row">
<?cs call:hall_number(Form.so, T.hall_counter.number, "") ?>
<?cs call:field_input(Form.ten, T.hall_counter.name, "", "text", "off", "medium") ?>
<?cs call:field_input(Form.khu, T.hall_counter.zone, "", "text", "off", "short") ?>
</div>
<p class="govuk-hint"><?cs var:T.hall_counter.hint ?></p>
<?cs call:field_checkboxes(Form.nhomphucvu, T.hall_counter.groups, T.hall_counter.groups_hint, Groups) ?>
<?cs call:hall_in_use(Form.mo, T.hall_counter.in_use, T.hall_counter.in_use_hint) ?>
<?cs call:hall_end(Form.vet, Hall.Href) ?>
<?cs call:form_close() ?>
</div>
