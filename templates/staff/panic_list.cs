<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Calls for help. Calls: Hall, Place, Zone, Who, Unit, Moment, EndedAt, EndedBy; Action, Token of open ones. ?>
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
</div>
