<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Parts of the pages of those who run a hall. Pages include it before they use them. ?>
<?cs # hall_view_head(title): hall, title and the way to the other pages. Hall: Name, Many, ChooseHref; Tabs: Text, Href, Current. ?>
<?cs def:hall_view_head(title) ?>
<div class="mc-run__head">
  <h1 class="mc-h1"><?cs var:Hall.Name ?> <span class="mc-run__title"><?cs var:title ?></span></h1>
  <nav class="mc-run__tabs" aria-label="<?cs var:T.hall_tab.label ?>"><ul><?cs each:t = Tabs ?><li><a href="<?cs var:t.Href ?>"<?cs if:t.Current ?> aria-current="page"<?cs /if ?>><?cs var:t.Text ?></a></li><?cs /each ?><?cs if:Hall.Many ?><li><a href="<?cs var:Hall.ChooseHref ?>"><?cs var:T.hall_tab.other ?></a></li><?cs /if ?></ul></nav>
</div>
<?cs /def ?>

<?cs # hall_groups(live): the groups with how they stand. live: HasForecast; Groups: Letter, Name, People, Some, Ahead, Longest,
  Forecast, Open, NoneOpen, Parked, Level, Kind, Word. ?>
<?cs def:hall_groups(live) ?>
<table class="mc-run__groups">
<thead><tr><th scope="col"><?cs var:T.hall_live.group ?></th><th scope="col" class="mc-run__figure"><?cs var:T.hall_live.waiting ?></th><th scope="col" class="mc-run__figure"><?cs var:T.hall_live.longest ?></th><?cs if:live.HasForecast ?><th scope="col" class="mc-run__figure"><?cs var:T.hall_live.forecast ?></th><?cs /if ?><th scope="col" class="mc-run__figure"><?cs var:T.hall_live.open ?></th><th scope="col"><?cs var:T.hall_live.level ?></th></tr></thead>
<tbody>
<?cs each:g = live.Groups ?><tr class="mc-run__group mc-run__group--<?cs var:g.Level ?>">
<th scope="row"><span class="mc-run__letter" aria-hidden="true"><?cs var:g.Letter ?></span><span class="mc-run__name"><span class="govuk-visually-hidden"><?cs var:g.Letter ?> – </span><?cs var:g.Name ?></span></th>
<td class="mc-run__figure" data-label="<?cs var:T.hall_live.waiting ?>"><span class="mc-run__value"><?cs if:g.Ahead || g.Parked ?><span class="mc-run__more"><?cs if:g.Ahead ?><span><?cs var:g.Ahead ?><?cs if:g.Parked ?>, <?cs /if ?></span><?cs /if ?><?cs if:g.Parked ?><span><?cs var:g.Parked ?></span><?cs /if ?></span> <?cs /if ?><strong><?cs var:g.People ?></strong></span></td>
<td class="mc-run__figure" data-label="<?cs var:T.hall_live.longest ?>"><?cs if:g.Longest ?><?cs var:g.Longest ?><?cs else ?>–<?cs /if ?></td>
<?cs if:live.HasForecast ?><td class="mc-run__figure" data-label="<?cs var:T.hall_live.forecast ?>"><?cs var:g.Forecast ?></td><?cs /if ?>
<td class="mc-run__figure" data-label="<?cs var:T.hall_live.open ?>"><?cs var:g.Open ?></td>
<td data-label="<?cs var:T.hall_live.level ?>"><?cs call:tag(g.Kind, g.Word) ?></td>
</tr><?cs /each ?>
</tbody>
</table>
<?cs /def ?>

<?cs # hall_counters(live): the counters. live: Counters: Number, Name, State, Word, Label, Why, Officer, Letters, Since, For, Forgotten. ?>
<?cs def:hall_counters(live) ?>
<ul class="mc-run__counters"><?cs each:c = live.Counters ?>
<li class="mc-run__counter mc-run__counter--<?cs var:c.State ?><?cs if:c.Forgotten ?> mc-run__counter--forgotten<?cs /if ?>">
  <span class="mc-run__number"><span class="govuk-visually-hidden"><?cs var:T.hall_live.counter ?> </span><?cs var:c.Number ?><?cs if:c.Letters ?><span class="mc-run__letters"><span class="govuk-visually-hidden"><?cs var:T.hall_live.serves ?> </span><?cs var:c.Letters ?></span><?cs /if ?></span>
  <span class="mc-run__what"><span><strong><?cs if:c.Label ?><?cs var:c.Label ?> <?cs /if ?><?cs var:c.Word ?><?cs if:c.Why ?>: <?cs var:c.Why ?><?cs /if ?></strong><?cs if:c.Since ?> <span class="mc-run__since"><?cs var:T.hall_live.since ?> <?cs var:c.Since ?></span><?cs /if ?></span><span><span><?cs if:c.Officer ?><?cs var:c.Officer ?><?cs else ?><?cs var:c.Name ?><?cs /if ?></span><?cs if:c.Since ?> <span class="mc-run__since"><?cs var:c.For ?></span><?cs /if ?></span></span>
</li><?cs /each ?></ul>
<?cs /def ?>

<?cs # hall_totals(live): the hall in one line. live: Total.Waiting, Total.Busy, Total.Open. ?>
<?cs def:hall_totals(live) ?><span><?cs var:live.Total.Waiting ?></span><span><?cs var:live.Total.Busy ?></span><span><?cs var:live.Total.Open ?></span><?cs /def ?>

<?cs # hall_advices(list): what to open now, the best first. list: Text. ?>
<?cs def:hall_advices(list) ?><?cs if:subcount(list) ?><ol class="mc-run__advices"><?cs each:a = list ?><li><?cs call:icon("success") ?><span><?cs var:a.Text ?></span></li><?cs /each ?></ol><?cs else ?><p class="mc-soft"><?cs var:T.hall_advice.none ?></p><?cs /if ?><?cs /def ?>
