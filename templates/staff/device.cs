<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  One device. Device: Kind, State.{Kind,Text}, Seen, Notes: Kind, Text; Approved, Done (what has just been done), Back,
  ChangeHref; Facts and Health: Term, Value; Checks: When, Text, Good, Last, Detail; Want and Revoke: Action, Token;
  Printer, too, while it is out of order. Lent: Title, Text, State (well: nothing to say): numbers it holds and has not told of. ?>
<?cs include!"staff/form_parts.cs" ?>
<?cs def:want_button(work, text) ?><button type="submit" name="viec" value="<?cs var:work ?>" class="govuk-button govuk-button--secondary"><?cs var:text ?></button><?cs /def ?>
<div class="mc-wrap mc-device">
<?cs call:page_head(Device.Kind, Page.Title, "") ?>
<?cs if:Device.Done ?><?cs call:notice("success", Device.Done, "") ?><?cs /if ?>
<p class="mc-devices__sum"><?cs call:tag(Device.State.Kind, Device.State.Text) ?><?cs if:Device.Seen ?> <span class="mc-soft"><?cs var:Device.Seen ?></span><?cs /if ?><?cs each:n = Device.Notes ?> <?cs call:tag(n.Kind, n.Text) ?><?cs /each ?></p>
<?cs if:Lent.State && Lent.State != "well" ?><?cs call:notice("warning", Lent.Title, Lent.Text) ?><?cs /if ?>
<?cs if:Device.Approved ?>
<div class="mc-actions"><?cs call:button_link(Device.ChangeHref, T.staff_device.change, "") ?>
<form action="<?cs var:Want.Action ?>" method="post" class="mc-actions"><input type="hidden" name="token" value="<?cs var:Want.Token ?>"><?cs call:want_button("tu-kiem", T.staff_device.ask_check) ?><?cs call:want_button("tai-lai", T.staff_device.ask_reload) ?></form></div>
<p class="mc-small mc-soft"><?cs var:T.staff_device.want_text ?></p>
<?cs if:Printer.Action ?><?cs call:form_button(Printer, "secondary", T.staff_device.printer_mended) ?><?cs /if ?>
<?cs /if ?>
<div class="mc-device__columns">
<section aria-labelledby="thong-tin"><h2 class="mc-h2" id="thong-tin"><?cs var:T.staff_device.setting ?></h2><?cs call:summary_list(Facts) ?></section>
<section aria-labelledby="tinh-trang"><h2 class="mc-h2" id="tinh-trang"><?cs var:T.staff_device.health ?></h2><?cs call:summary_list(Health) ?></section>
</div>
<h2 class="mc-h2"><?cs var:T.staff_device.checks ?></h2>
<?cs if:subcount(Checks) ?>
<div class="mc-table-scroll" role="region" aria-label="<?cs var:T.staff_device.checks ?>" tabindex="0">
<table class="govuk-table">
<thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header"><?cs var:T.staff_device.check ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_device.result ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_device.detail ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_device.when ?></th></tr></thead>
<tbody class="govuk-table__body"><?cs each:c = Checks ?>
<tr class="govuk-table__row"><td class="govuk-table__cell"><?cs var:c.Text ?></td><td class="govuk-table__cell"><?cs if:c.Good ?><?cs call:tag("ok", T.staff_device.good) ?><?cs elif:c.Last ?><?cs call:tag("late", T.staff_device.bad) ?><?cs else ?><?cs call:tag("", T.staff_device.bad) ?><?cs /if ?></td><td class="govuk-table__cell"><?cs if:c.Detail ?><?cs var:c.Detail ?><?cs else ?>–<?cs /if ?></td><td class="govuk-table__cell"><?cs var:c.When ?></td></tr><?cs /each ?>
</tbody>
</table>
</div>
<?cs else ?><p><?cs var:T.staff_device.no_checks ?></p><?cs /if ?>
<?cs if:Device.Approved ?>
<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs var:T.staff_device.revoke_open ?></span></summary>
<p><?cs var:T.staff_device.revoke_text ?></p>
<?cs if:Lent.State ?><p><?cs var:T.staff_device.revoke_lent ?></p><?cs /if ?>
<?cs call:form_button(Revoke, "warning", T.staff_device.revoke) ?>
</details>
<?cs /if ?>
<p class="mc-actions"><?cs call:button_link_quiet(Device.Back, T.staff_devices.title, "back") ?></p>
</div>
