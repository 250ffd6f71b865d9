<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Parts of the worklist and of what was found. Pages include it before they use them. ?>
<?cs # work_light(r): the traffic light of a due time: colour, symbol and words. r: Light (late | soon | ok | stand | none),
  LightText. ?>
<?cs def:work_light(r) ?><span class="mc-light mc-light--<?cs var:r.Light ?>"><?cs if:r.Light == "late" ?><?cs call:icon("warning") ?><?cs elif:r.Light == "soon" ?><?cs call:icon("clock") ?><?cs elif:r.Light == "ok" ?><?cs call:icon("check") ?><?cs elif:r.Light == "stand" ?><?cs call:icon("pause") ?><?cs /if ?><span><?cs var:r.LightText ?></span></span><?cs /def ?>

<?cs # work_when(r, shape): the first column. ?>
<?cs def:work_when(r, shape) ?><?cs if:shape == "work" ?><?cs call:work_light(r) ?><?cs if:r.DueText ?><span class="mc-work-at"><time datetime="<?cs var:r.DueIso ?>"><?cs var:r.DueText ?></time></span><?cs /if ?><?cs if:r.Promised ?><span class="mc-work-at"><?cs var:T.work.promised ?> <?cs var:r.Promised ?></span><?cs /if ?><?cs elif:shape == "done" ?><span class="mc-nowrap"><?cs var:r.Closed ?></span><?cs elif:shape == "shelf" ?><strong class="mc-nowrap"><?cs var:r.Days ?></strong><span class="mc-work-at"><?cs var:T.work.since ?> <?cs var:r.Opened ?></span><?cs else ?><?cs call:work_light(r) ?><span class="mc-work-at"><?cs var:T.work.since ?> <?cs var:r.Opened ?> (<?cs var:r.Days ?>)</span><?cs /if ?><?cs /def ?>

<?cs # work_keys(): the help line of the keyboard, for those who have the script. ?>
<?cs def:work_keys() ?><p class="mc-work-keys" data-keys hidden><?cs var:T.work.keys ?> <kbd class="mc-key">↑</kbd> <kbd class="mc-key">↓</kbd> <?cs var:T.work.keys_move ?> · <kbd class="mc-key">Enter</kbd> <?cs var:T.work.keys_open ?> · <kbd class="mc-key">Space</kbd> <?cs var:T.work.keys_mark ?> · <kbd class="mc-key">/</kbd> <?cs var:T.work.keys_find ?></p><?cs /def ?>

<?cs # work_filter(): the panel of filters, and keeping them. ?>
<?cs def:work_filter() ?>
<div class="mc-work-filter" id="loc">
<form action="<?cs var:Filter.Action ?>" method="get" class="mc-work-filter__form">
  <input type="hidden" name="the" value="<?cs var:Filter.Tab ?>">
  <?cs call:field_select(Form.linhvuc, T.work_facet.field, "", Choices.Field) ?>
  <?cs call:field_select(Form.thutuc, T.work_facet.procedure, "", Choices.Procedure) ?>
  <?cs call:field_select(Form.buoc, T.work_facet.step, "", Choices.Step) ?>
  <?cs call:field_select(Form.nguoi, T.work_facet.person, "", Choices.Person) ?>
  <?cs call:field_select(Form.kenh, T.work_facet.channel, "", Choices.Channel) ?>
  <?cs call:field_input(Form.tu, T.work_facet.from, T.staff_person_grant.day_hint, "text", "off", "") ?>
  <?cs call:field_input(Form.den, T.work_facet.to, T.staff_person_grant.day_hint, "text", "off", "") ?>
  <div class="mc-work-filter__act"><?cs call:button(T.work.filter_apply, "") ?></div>
</form>
<?cs if:subcount(Chips) ?><form action="<?cs var:Save.Action ?>" method="post" class="mc-work-filter__save" novalidate>
  <input type="hidden" name="token" value="<?cs var:Save.Token ?>">
  <?cs each:k = Save.Kept ?><input type="hidden" name="<?cs var:k.Name ?>" value="<?cs var:k.Value ?>"><?cs /each ?>
  <?cs call:field_input(Form.ten, T.work.save_name, T.work.save_hint, "text", "off", "medium") ?>
  <div class="govuk-checkboxes"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="f-macdinh" name="macdinh" type="checkbox" value="1"><label class="govuk-label govuk-checkboxes__label" for="f-macdinh"><?cs var:T.work.save_default ?></label></div></div>
  <?cs call:button(T.work.save, "") ?>
</form><?cs /if ?>
<?cs if:subcount(Saved) ?><ul class="mc-work-filter__saved"><?cs each:s = Saved ?><li><a href="<?cs var:s.Href ?>"><?cs var:s.Text ?></a><?cs if:s.Default ?> <?cs call:tag("", T.work.is_default) ?><?cs /if ?> <form action="<?cs var:s.Drop.Action ?>" method="post"><input type="hidden" name="token" value="<?cs var:s.Drop.Token ?>"><button type="submit" class="mc-link-button"><?cs var:T.work.drop ?> <span class="govuk-visually-hidden"><?cs var:s.Text ?></span></button></form></li><?cs /each ?></ul><?cs /if ?>
</div>
<?cs /def ?>
