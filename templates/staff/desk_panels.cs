<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  The questions of the counter's page: pause, groups, hand_over, park, transfer, find, choose. Filled by cgi/staff/desk_panel.c. ?>
<?cs def:panel_title(text) ?><h2 class="mc-desk__h2" id="cau-hoi"><?cs var:text ?></h2><?cs /def ?>
<?cs def:panel_end(p, text) ?><p class="mc-desk__panel-end"><?cs if:text ?><button type="submit" class="govuk-button" data-busy="<?cs var:T.desk.busy ?>"><?cs var:text ?></button><?cs /if ?><a class="mc-desk__back" href="<?cs var:p.Back ?>" data-back><?cs var:T.common.back ?></a></p><?cs /def ?>
<?cs def:panel_session(p) ?><input type="hidden" name="phien" value="<?cs var:p.Session ?>"><?cs /def ?>

<?cs def:panel_pause(p) ?>
<?cs call:panel_title(T.desk.pause_why) ?>
<?cs call:desk_open(p) ?><?cs call:panel_session(p) ?>
<div class="mc-desk__choices"><?cs each:r = p.Reasons ?><button type="submit" class="govuk-button govuk-button--secondary" name="lydo" value="<?cs var:r.Value ?>" data-choice><?cs var:r.Text ?></button><?cs /each ?></div>
<?cs call:panel_end(p, "") ?><?cs call:desk_close() ?>
<?cs /def ?>

<?cs def:panel_groups(p) ?>
<?cs call:desk_open(p) ?><?cs call:panel_session(p) ?>
<div class="mc-desk__boxes"><?cs call:field_checkboxes(Form.nhom, T.desk.groups_which, "", p.Groups) ?></div>
<?cs call:panel_end(p, T.desk.save) ?><?cs call:desk_close() ?>
<?cs /def ?>

<?cs def:panel_hand_over(p) ?>
<?cs call:panel_title(T.desk.hand_over_who) ?>
<?cs call:desk_open(p) ?><?cs call:panel_session(p) ?>
<?cs call:field_select(Form.nguoi, T.desk.officer, T.desk.hand_over_hint, p.People) ?>
<?cs call:panel_end(p, T.desk.hand_over) ?><?cs call:desk_close() ?>
<?cs /def ?>

<?cs def:panel_park(p) ?>
<?cs call:panel_title(T.desk.park_title) ?>
<?cs call:desk_open(p) ?>
<?cs call:field_input(Form.ghichu, T.desk.park_why, T.desk.park_hint, "text", "off", "") ?>
<?cs call:panel_end(p, T.desk.park) ?><?cs call:desk_close() ?>
<?cs /def ?>

<?cs def:panel_transfer(p) ?>
<?cs call:desk_open(p) ?>
<div class="mc-desk__boxes"><?cs call:field_radios(Form.nhom, T.desk.transfer_where, T.desk.transfer_hint, p.Groups) ?></div>
<?cs call:field_input(Form.ghichu, T.desk.transfer_why, "", "text", "off", "") ?>
<?cs call:panel_end(p, T.desk.transfer) ?>
<?cs if:subcount(p.Counters) ?><div class="mc-desk__counters" role="group" aria-labelledby="mot-quay"><p class="mc-desk__h2" id="mot-quay"><?cs var:T.desk.transfer_counter ?></p><p class="mc-soft"><?cs var:T.desk.transfer_counter_hint ?></p><?cs each:c = p.Counters ?><button type="submit" class="govuk-button govuk-button--secondary" name="quay" value="<?cs var:c.Value ?>"><?cs var:T.desk.counter ?> <?cs var:c.Number ?><?cs if:c.Name ?> – <?cs var:c.Name ?><?cs /if ?><?cs if:c.Paused ?> (<?cs var:T.desk.paused ?>)<?cs /if ?></button><?cs /each ?></div><?cs /if ?>
<?cs call:desk_close() ?>
<?cs /def ?>

<?cs # panel_lent(l): a number on paper that its dispenser has not told of. ?>
<?cs def:panel_lent(l) ?>
<p class="mc-desk__label mc-desk__label--small"><?cs var:l.Label ?></p>
<p class="mc-desk__line"><?cs call:tag("wait", T.desk.lent) ?> <span><?cs var:l.Group ?></span></p>
<p><?cs var:l.Text ?></p>
<?cs call:desk_open(l) ?><input type="hidden" name="so" value="<?cs var:l.Label ?>">
<?cs call:field_input(Form.gio, T.desk.lent_time, T.desk.lent_time_hint, "text", "off", "short") ?>
<?cs if:subcount(l.Classes) > #1 ?><?cs call:field_select(Form.dien, T.desk.lent_class, "", l.Classes) ?><?cs /if ?>
<p class="mc-desk__panel-end"><button type="submit" class="govuk-button" data-busy="<?cs var:T.desk.busy ?>"><?cs var:T.desk.lent_take ?></button></p>
<?cs call:desk_close() ?>
<?cs /def ?>

<?cs def:panel_find(p) ?>
<?cs call:panel_title(T.desk.find) ?>
<?cs if:p.Lent.Label ?><?cs call:panel_lent(p.Lent) ?><?cs elif:subcount(p.Found) ?><ul class="mc-desk__found"><?cs each:f = p.Found ?><li><a href="<?cs var:f.Href ?>" data-choice><strong><?cs var:f.Label ?></strong> <?cs var:f.Group ?></a> <?cs call:tag("", f.StateText) ?></li><?cs /each ?></ul><?cs elif:p.None ?><p role="alert"><?cs var:T.desk.no_ticket ?></p><?cs else ?><p><?cs var:T.desk.find_hint ?></p><?cs /if ?>
<?cs call:panel_end(p, "") ?>
<?cs /def ?>

<?cs def:panel_ticket(p) ?>
<p class="mc-desk__label mc-desk__label--small"><?cs var:p.Label ?></p>
<p class="mc-desk__line"><?cs call:tag("", p.StateText) ?> <?cs if:p.ClassText ?><?cs call:tag("wait", p.ClassText) ?><?cs /if ?> <span><?cs var:p.Group ?></span> <span><?cs var:T.desk.arrival ?> <?cs var:p.Arrival ?></span> <?cs if:p.Waited ?><span><?cs var:T.desk.waited ?> <?cs var:p.Waited ?></span><?cs /if ?> <?cs if:p.Counter ?><span><?cs var:T.desk.counter ?> <?cs var:p.Counter ?></span><?cs /if ?></p>
<?cs /def ?>

<?cs def:panel_choose(p) ?>
<?cs call:panel_ticket(p) ?>
<?cs if:p.Choose.Action ?>
<?cs call:desk_open(p.Choose) ?>
<?cs if:p.IsNext ?><p class="mc-desk__reason"><?cs call:icon("info") ?><span><?cs var:T.desk.is_next ?></span></p><?cs /if ?>
<div class="mc-desk__boxes mc-desk__boxes--one"><?cs call:field_radios(Form.lydo, T.desk.choose_why, T.desk.choose_hint, p.Reasons) ?></div>
<?cs call:field_input(Form.ghichu, T.desk.choose_note, "", "text", "off", "") ?>
<?cs call:panel_end(p, T.desk.call_it) ?><?cs call:desk_close() ?>
<?cs else ?><?cs if:p.Why ?><p class="mc-desk__reason"><?cs call:icon("info") ?><span><?cs var:p.Why ?></span></p><?cs /if ?>
<div class="mc-desk__acts"><?cs if:p.Resume.Action ?><?cs call:desk_button(p.Resume, T.desk.resume, "", "") ?><?cs /if ?><?cs if:p.Requeue.Action ?><?cs call:desk_button(p.Requeue, T.desk.requeue, "", "") ?><?cs /if ?></div>
<?cs call:panel_end(p, "") ?><?cs /if ?>
<?cs if:p.Cancel.Action ?><div class="mc-desk__cancel"><?cs call:desk_button(p.Cancel, T.desk.cancel, "", "secondary") ?><span class="mc-soft"><?cs var:T.desk.cancel_hint ?></span></div><?cs /if ?>
<?cs /def ?>

<?cs def:desk_panel(p) ?>
<div class="mc-desk__panel" data-panel-in>
<?cs if:p.Kind == "pause" ?><?cs call:panel_pause(p) ?>
<?cs elif:p.Kind == "groups" ?><?cs call:panel_groups(p) ?>
<?cs elif:p.Kind == "hand_over" ?><?cs call:panel_hand_over(p) ?>
<?cs elif:p.Kind == "park" ?><?cs call:panel_park(p) ?>
<?cs elif:p.Kind == "transfer" ?><?cs call:panel_transfer(p) ?>
<?cs elif:p.Kind == "choose" ?><?cs call:panel_choose(p) ?>
<?cs else ?><?cs call:panel_find(p) ?><?cs /if ?>
</div>
<?cs /def ?>
