<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Alarms of officers, and below them visitors who called for help at a device. Calls: Hall, Place, Zone, Who, Unit, Moment,
  EndedAt, EndedBy; Action, Token of open ones. HelpCalls: Moment, Device, Place, Hall, AcceptedBy, AcceptedAt, EndedBy,
  EndedAt, Open. ?>
<div class="mc-wrap">
<?cs call:page_head("", T.panic_list.title, "") ?>
<?cs if:subcount(Calls) ?>
<div class="mc-table-scroll" role="region" aria-label="<?cs var:T.panic_list.title ?>" tabindex="0">
<table class="govuk-table">
<thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header"><?cs var:T.panic_list.when ?></th><th scope="col" class="govuk-table__header"><?cs var:T.panic_list.place ?></th><th scope="col" class="govuk-table__header"><?cs var:T.panic_list.who ?></th><th scope="col" class="govuk-table__header"><?cs var:T.panic_list.end ?></th></tr></thead>
<tbody class="govuk-table__body"><?cs each:c = Calls ?>
<tr class="govuk-table__row"><td class="govuk-table__cell"><?cs var:c.Moment ?></td><td class="govuk-table__cell"><strong><?cs var:c.Place ?></strong><?cs if:c.Zone ?> (<?cs var:c.Zone ?>)<?cs /if ?>, <?cs var:c.Hall ?></td><td class="govuk-table__cell"><?cs var:c.Who ?>, <?cs var:c.Unit ?></td><td class="govuk-table__cell"><?cs if:c.Action ?><form action="<?cs var:c.Action ?>" method="post"><input type="hidden" name="token" value="<?cs var:c.Token ?>"><button type="submit" class="govuk-button"><?cs var:T.panic.done ?></button></form><?cs else ?><?cs var:c.EndedBy ?>, <?cs var:c.EndedAt ?><?cs /if ?></td></tr><?cs /each ?>
</tbody>
</table>
</div>
<?cs else ?><p><?cs var:T.panic_list.none ?></p><?cs /if ?>
<h2 class="mc-h2" id="khach-goi"><?cs var:T.help_call.title ?></h2>
<?cs if:subcount(HelpCalls) ?>
<div class="mc-table-scroll" role="region" aria-labelledby="khach-goi" tabindex="0">
<table class="govuk-table">
<thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header"><?cs var:T.panic_list.when ?></th><th scope="col" class="govuk-table__header"><?cs var:T.panic_list.place ?></th><th scope="col" class="govuk-table__header"><?cs var:T.help_call.accepted ?></th><th scope="col" class="govuk-table__header"><?cs var:T.help_call.end ?></th></tr></thead>
<tbody class="govuk-table__body"><?cs each:c = HelpCalls ?>
<tr class="govuk-table__row"><td class="govuk-table__cell"><?cs var:c.Moment ?></td><td class="govuk-table__cell"><strong><?cs var:c.Device ?></strong><?cs if:c.Place ?> (<?cs var:c.Place ?>)<?cs /if ?>, <?cs var:c.Hall ?></td><td class="govuk-table__cell"><?cs if:c.AcceptedAt ?><?cs var:c.AcceptedBy ?>, <?cs var:c.AcceptedAt ?><?cs else ?><?cs var:T.help_call.nobody ?><?cs /if ?></td><td class="govuk-table__cell"><?cs if:c.Open ?><?cs var:T.help_call.open ?><?cs elif:c.EndedBy ?><?cs var:c.EndedBy ?>, <?cs var:c.EndedAt ?><?cs else ?><?cs var:T.help_call.let_go ?><?cs /if ?></td></tr><?cs /each ?>
</tbody>
</table>
</div>
<?cs else ?><p><?cs var:T.help_call.none ?></p><?cs /if ?>
</div>
