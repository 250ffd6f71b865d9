<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Devices of the halls. Halls: Name, Items: Href, Name, Kind, Where, State.{Kind,Text}, Seen, Notes: Kind, Text.
  Asking: From, When. Revoked: Href, Name, Kind, Hall, When. List: AddHref, Count, Silent, Bad (each absent for none). ?>
<div class="mc-wrap mc-devices">
<?cs call:page_head("", T.staff_devices.title, "") ?>
<p class="mc-devices__sum"><strong><?cs var:List.Count ?></strong><?cs if:List.Silent ?> <?cs call:tag("late", List.Silent) ?><?cs /if ?><?cs if:List.Bad ?> <?cs call:tag("wait", List.Bad) ?><?cs /if ?></p>
<p class="mc-actions"><?cs call:button_link(List.AddHref, T.staff_devices.pair, "") ?></p>
<?cs if:subcount(Asking) ?>
<section class="mc-devices__asking" aria-labelledby="dang-cho">
<h2 class="mc-h2" id="dang-cho"><?cs var:T.staff_devices.asking ?></h2>
<p class="mc-small"><?cs var:T.staff_devices.asking_text ?></p>
<ul class="mc-bullets"><?cs each:a = Asking ?><li><?cs var:a.When ?>, <?cs var:T.staff_devices.asking_from ?> <span class="mc-code"><?cs var:a.From ?></span></li><?cs /each ?></ul>
</section>
<?cs /if ?>
<?cs each:h = Halls ?>
<h2 class="mc-h2"><?cs var:h.Name ?></h2>
<div class="mc-table-scroll" role="region" aria-label="<?cs var:h.Name ?>" tabindex="0">
<table class="govuk-table mc-devices__table">
<thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header"><?cs var:T.staff_devices.device ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_devices.where ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_devices.contact ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_devices.attention ?></th></tr></thead>
<tbody class="govuk-table__body"><?cs each:d = h.Items ?>
<tr class="govuk-table__row"><td class="govuk-table__cell"><a href="<?cs var:d.Href ?>"><?cs var:d.Name ?></a> <span class="mc-soft mc-devices__kind"><?cs var:d.Kind ?></span></td><td class="govuk-table__cell<?cs if:!d.Where ?> mc-devices__none<?cs /if ?>"><?cs if:d.Where ?><?cs var:d.Where ?><?cs else ?>–<?cs /if ?></td><td class="govuk-table__cell"><?cs call:tag(d.State.Kind, d.State.Text) ?><?cs if:d.Seen ?> <span class="mc-soft mc-devices__seen"><?cs var:d.Seen ?></span><?cs /if ?></td><td class="govuk-table__cell<?cs if:!subcount(d.Notes) ?> mc-devices__none<?cs /if ?>"><?cs if:subcount(d.Notes) ?><?cs each:n = d.Notes ?><?cs call:tag(n.Kind, n.Text) ?> <?cs /each ?><?cs else ?>–<?cs /if ?></td></tr><?cs /each ?>
</tbody>
</table>
</div>
<?cs /each ?>
<?cs if:!subcount(Halls) ?><p><?cs var:T.staff_devices.none ?></p><?cs /if ?>
<?cs if:subcount(Revoked) ?>
<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs var:T.staff_devices.revoked ?> (<?cs var:subcount(Revoked) ?>)</span></summary>
<ul class="mc-bullets"><?cs each:d = Revoked ?><li><a href="<?cs var:d.Href ?>"><?cs var:d.Name ?></a>, <?cs var:d.Kind ?>, <?cs var:d.Hall ?> <span class="mc-soft"><?cs var:d.When ?></span></li><?cs /each ?></ul>
</details>
<?cs /if ?>
</div>
