<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  The fairness ledger of a day. Ledger: Action, Day, Sum, CsvHref; Form.ngay; Calls: At, Label, Class, Group, Counter, Who, Reason,
  Chosen, Passed, Note; View.Running: today is not over; Reasons and ByCounter: Name, Calls, Passed. ?>
<?cs include!"staff/hall_view_parts.cs" ?>
<?cs def:ledger_totals(list, head, id) ?>
<table class="mc-run__groups"><thead><tr><th scope="col"><?cs var:head ?></th><th scope="col" class="mc-run__figure"><?cs var:T.hall_ledger.calls ?></th><th scope="col" class="mc-run__figure"><?cs var:T.hall_ledger.passed ?></th></tr></thead>
<tbody><?cs each:l = list ?><tr><th scope="row"><?cs var:l.Name ?></th><td class="mc-run__figure" data-label="<?cs var:T.hall_ledger.calls ?>"><?cs var:l.Calls ?></td><td class="mc-run__figure" data-label="<?cs var:T.hall_ledger.passed ?>"><?cs var:l.Passed ?></td></tr><?cs /each ?></tbody></table>
<?cs /def ?>
<div class="mc-wrap mc-run">
<?cs call:hall_view_head(T.hall_ledger.title) ?>
<div class="mc-run__when mc-screen-only">
<form action="<?cs var:Ledger.Action ?>" method="get" class="mc-run__ask">
  <input type="hidden" name="sanh" value="<?cs var:Hall.Code ?>">
  <?cs call:field_input(Form.ngay, T.hall_replay.day, "", "text", "off", "") ?>
  <?cs call:button(T.hall_replay.show, "") ?>
</form>
<p class="mc-run__steps"><?cs call:button_link_quiet(Ledger.CsvHref, T.hall_ledger.csv, "download") ?> <?cs call:print_button(T.common.print) ?></p>
</div>
<p class="mc-run__moment"><strong><?cs var:Ledger.Day ?></strong>. <?cs var:Ledger.Sum ?><?cs if:View.Running ?> <?cs var:View.Running ?><?cs /if ?></p>
<?cs if:subcount(Calls) ?>
<div class="mc-run__sums">
<?cs call:ledger_totals(Reasons, T.hall_ledger.reason, "") ?>
<?cs call:ledger_totals(ByCounter, T.hall_ledger.counter, "") ?>
</div>
<table class="mc-run__groups mc-run__calls"><thead><tr><th scope="col"><?cs var:T.hall_ledger.at ?></th><th scope="col"><?cs var:T.hall_ledger.ticket ?></th><th scope="col"><?cs var:T.hall_ledger.group ?></th><th scope="col" class="mc-run__figure"><?cs var:T.hall_ledger.counter ?></th><th scope="col"><?cs var:T.hall_ledger.officer ?></th><th scope="col" class="mc-run__figure"><?cs var:T.hall_ledger.passed ?></th><th scope="col"><?cs var:T.hall_ledger.reason ?></th></tr></thead>
<tbody><?cs each:c = Calls ?><tr>
<th scope="row"><?cs var:c.At ?></th>
<td data-label="<?cs var:T.hall_ledger.ticket ?>"><strong><?cs var:c.Label ?></strong></td>
<td data-label="<?cs var:T.hall_ledger.group ?>"><?cs var:c.Group ?></td>
<td class="mc-run__figure" data-label="<?cs var:T.hall_ledger.counter ?>"><?cs var:c.Counter ?></td>
<td data-label="<?cs var:T.hall_ledger.officer ?>"><?cs var:c.Who ?></td>
<td class="mc-run__figure" data-label="<?cs var:T.hall_ledger.passed ?>"><?cs var:c.Passed ?></td>
<td data-label="<?cs var:T.hall_ledger.reason ?>"><span><?cs if:c.Chosen ?><?cs call:tag("wait", c.Reason) ?><?cs else ?><?cs var:c.Reason ?><?cs /if ?><?cs if:c.Class ?> (<?cs var:c.Class ?>)<?cs /if ?><?cs if:c.Note ?> “<?cs var:c.Note ?>”<?cs /if ?></span></td>
</tr><?cs /each ?></tbody></table>
<?cs else ?><p><?cs var:T.hall_ledger.none ?></p><?cs /if ?>
<p class="mc-run__foot"><?cs var:T.hall_ledger.hint ?></p>
</div>
