<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  How a hall ran on a day or in a period. Report: Action, CsvHref, From, To, Days, Closed, Open, Any;
  View.Running: today is not over; Form.tu, Form.den; Sum, ByGroup, ByHour
  and ByCounter: Name, Arrivals, Served, Missed, Abandoned, Times (Name, Half, Most, Some); Channels: Name, Tickets. ?>
<?cs include!"staff/hall_view_parts.cs" ?>
<?cs def:report_line(l, came) ?><tr>
<th scope="row"><?cs var:l.Name ?></th>
<td class="mc-run__figure" data-label="<?cs var:came ?>"><?cs var:l.Arrivals ?></td>
<td class="mc-run__figure" data-label="<?cs var:T.hall_report.served ?>"><?cs var:l.Served ?></td>
<td class="mc-run__figure" data-label="<?cs var:T.hall_report.missed ?>"><?cs var:l.Missed ?></td>
<td class="mc-run__figure" data-label="<?cs var:T.hall_report.abandoned ?>"><?cs var:l.Abandoned ?></td>
<?cs each:t = l.Times ?><td class="mc-run__figure" data-label="<?cs var:t.Name ?>"><?cs if:t.Some ?><?cs var:t.Half ?> · <?cs var:t.Most ?><?cs else ?>–<?cs /if ?></td><?cs /each ?>
</tr><?cs /def ?>
<?cs def:report_head(what, came) ?><thead><tr><th scope="col"><?cs var:what ?></th><th scope="col" class="mc-run__figure"><?cs var:came ?></th><th scope="col" class="mc-run__figure"><?cs var:T.hall_report.served ?></th><th scope="col" class="mc-run__figure"><?cs var:T.hall_report.missed ?></th><th scope="col" class="mc-run__figure"><?cs var:T.hall_report.abandoned ?></th><th scope="col" class="mc-run__figure"><?cs var:T.hall_report.wait ?></th><th scope="col" class="mc-run__figure"><?cs var:T.hall_report.walk ?></th><th scope="col" class="mc-run__figure"><?cs var:T.hall_report.serve ?></th></tr></thead><?cs /def ?>
<div class="mc-wrap mc-run">
<?cs call:hall_view_head(T.hall_report.title) ?>
<div class="mc-run__when mc-screen-only">
<form action="<?cs var:Report.Action ?>" method="get" class="mc-run__ask">
  <input type="hidden" name="sanh" value="<?cs var:Hall.Code ?>">
  <?cs call:field_input(Form.tu, T.hall_report.from, "", "text", "off", "") ?>
  <?cs call:field_input(Form.den, T.hall_report.to, "", "text", "off", "") ?>
  <?cs call:button(T.hall_replay.show, "") ?>
</form>
<p class="mc-run__steps"><?cs call:button_link_quiet(Report.CsvHref, T.hall_ledger.csv, "download") ?> <?cs call:print_button(T.common.print) ?></p>
</div>
<p class="mc-run__moment"><strong><?cs var:Report.From ?><?cs if:Report.To ?> – <?cs var:Report.To ?><?cs /if ?></strong>. <?cs var:Report.Days ?> <?cs var:Report.Closed ?><?cs if:View.Running ?> <?cs var:View.Running ?><?cs /if ?><?cs if:Report.Open ?> <?cs var:Report.Open ?><?cs /if ?></p>
<?cs if:Report.Any ?>
<p class="mc-run__moment"><?cs each:c = Channels ?><span class="mc-run__channel"><?cs var:c.Name ?> <strong><?cs var:c.Tickets ?></strong></span><?cs /each ?></p>
<section aria-labelledby="theo-nhom"><h2 class="mc-h2 mc-run__order-title" id="theo-nhom"><?cs var:T.hall_report.by_group ?></h2>
<table class="mc-run__groups mc-run__report"><?cs call:report_head(T.hall_report.group, T.hall_report.arrivals) ?><tbody><?cs each:l = ByGroup ?><?cs call:report_line(l, T.hall_report.arrivals) ?><?cs /each ?></tbody><tfoot><?cs each:l = Sum ?><?cs call:report_line(l, T.hall_report.arrivals) ?><?cs /each ?></tfoot></table></section>
<section aria-labelledby="theo-gio"><h2 class="mc-h2 mc-run__order-title" id="theo-gio"><?cs var:T.hall_report.by_hour ?></h2>
<table class="mc-run__groups mc-run__report"><?cs call:report_head(T.hall_report.hour, T.hall_report.arrivals) ?><tbody><?cs each:l = ByHour ?><?cs call:report_line(l, T.hall_report.arrivals) ?><?cs /each ?></tbody></table></section>
<section aria-labelledby="theo-quay"><h2 class="mc-h2 mc-run__order-title" id="theo-quay"><?cs var:T.hall_report.by_counter ?></h2>
<table class="mc-run__groups mc-run__report"><?cs call:report_head(T.hall_report.counter, T.hall_report.called) ?><tbody><?cs each:l = ByCounter ?><?cs call:report_line(l, T.hall_report.called) ?><?cs /each ?></tbody></table></section>
<p class="mc-run__foot"><?cs var:T.hall_report.hint ?></p>
<?cs else ?><p><?cs var:T.hall_report.none ?></p><?cs /if ?>
</div>
