<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  One hall and all that belongs to it. Hall: Name, Agency, Code, Retired, Run, Stop, Called, Wait, Book, Classes (Text), EditHref, GroupHref,
  CounterHref, ListHref; Groups: Letter, Name, Kind, Numbers, Cap, Hours, Minutes, Slots, Given, Retired, Href, AddHref, Services
  (Name, Retired, Href); Counters: Number, Name, Zone, Letters (Letter), Officer, Retired, Href. ?>
<?cs def:group_item(g) ?>
<li class="mc-hall__group<?cs if:g.Retired ?> mc-hall__group--retired<?cs /if ?>">
  <span class="mc-hall__letter" aria-hidden="true"><?cs var:g.Letter ?></span>
  <div class="mc-hall__what">
    <h3 class="mc-hall__name"><a href="<?cs var:g.Href ?>"><span class="govuk-visually-hidden"><?cs var:g.Letter ?> – </span><?cs var:g.Name ?></a><?cs if:g.Retired ?> <?cs call:tag("", T.hall_setting.retired) ?><?cs /if ?></h3>
    <p class="mc-hall__facts"><span><?cs var:g.Kind ?></span><span class="mc-nowrap"><?cs var:g.Numbers ?></span><?cs if:g.Cap ?><span><?cs var:g.Cap ?></span><?cs /if ?><?cs if:g.Hours ?><span class="mc-nowrap"><?cs var:g.Hours ?></span><?cs /if ?><span><?cs var:g.Minutes ?></span><?cs if:g.Slots ?><span><?cs var:g.Slots ?></span><?cs /if ?><?cs if:g.Given ?><span><?cs var:g.Given ?></span><?cs /if ?></p>
    <ul class="mc-hall__services"><?cs each:s = g.Services ?><li><a href="<?cs var:s.Href ?>"><?cs var:s.Name ?></a><?cs if:s.Retired ?> <?cs call:tag("", T.hall_setting.retired) ?><?cs /if ?></li><?cs /each ?><li><a class="mc-hall__add" href="<?cs var:g.AddHref ?>"><span aria-hidden="true">+ </span><?cs var:T.hall_service.add ?></a></li></ul>
  </div>
</li>
<?cs /def ?>
<?cs def:counter_item(c) ?>
<tr class="govuk-table__row">
  <th scope="row" class="govuk-table__header mc-hall__number"><a href="<?cs var:c.Href ?>"><?cs var:T.hall_setting.counter ?> <?cs var:c.Number ?></a></th>
  <td class="govuk-table__cell"><?cs var:c.Name ?><?cs if:c.Retired ?> <?cs call:tag("", T.hall_setting.retired) ?><?cs /if ?></td>
  <td class="govuk-table__cell"<?cs if:c.Zone ?> data-label="<?cs var:T.hall_counter.zone ?>"<?cs /if ?>><?cs var:c.Zone ?></td>
  <td class="govuk-table__cell"><?cs each:l = c.Letters ?><span class="mc-hall__small"><?cs var:l.Letter ?></span> <?cs /each ?></td>
  <td class="govuk-table__cell"><?cs var:c.Officer ?></td>
</tr>
<?cs /def ?>
<div class="mc-wrap mc-hall">
<div class="mc-head"><p class="mc-head__caption"><a href="<?cs var:Hall.ListHref ?>"><?cs var:T.hall_settings.title ?></a></p>
<h1 class="mc-h1"><?cs var:Hall.Name ?><?cs if:Hall.Retired ?> <?cs call:tag("", T.hall_setting.retired) ?><?cs /if ?></h1></div>
<div class="mc-hall__grid">
<section class="mc-hall__queues" aria-labelledby="nhom-dich-vu">
<div class="mc-hall__bar"><h2 class="mc-h2" id="nhom-dich-vu"><?cs var:T.hall_setting.groups ?></h2><?cs call:button_link_quiet(Hall.GroupHref, T.hall_group.add, "") ?></div>
<?cs if:subcount(Groups) ?><ul class="mc-hall__groups"><?cs each:g = Groups ?><?cs call:group_item(g) ?><?cs /each ?></ul><?cs else ?><p><?cs var:T.hall_setting.no_groups ?></p><?cs /if ?>
</section>
<div class="mc-hall__side">
<section aria-labelledby="quy-tac">
<div class="mc-hall__bar"><h2 class="mc-h2" id="quy-tac"><?cs var:T.hall_rules.title ?></h2><?cs call:button_link_quiet(Hall.EditHref, T.hall_setting.change, "") ?></div>
<dl class="mc-hall__rules">
  <div><dt><?cs var:T.hall_rules.agency ?></dt><dd><?cs var:Hall.Agency ?></dd></div>
  <div><dt><?cs var:T.hall_rules.classes ?></dt><dd><?cs if:subcount(Hall.Classes) ?><?cs each:c = Hall.Classes ?><?cs if:!first(c) ?>, <?cs /if ?><?cs var:c.Text ?><?cs /each ?><?cs else ?><?cs var:T.common.none ?><?cs /if ?></dd></div>
  <div><dt><?cs var:T.hall_rules.run ?></dt><dd><?cs var:Hall.Run ?></dd></div>
  <div><dt><?cs var:T.hall_rules.stop ?></dt><dd><?cs var:Hall.Stop ?></dd></div>
  <div><dt><?cs var:T.hall_rules.called ?></dt><dd><?cs var:Hall.Called ?></dd></div>
  <div><dt><?cs var:T.hall_rules.wait ?></dt><dd><?cs var:Hall.Wait ?></dd></div>
  <div><dt><?cs var:T.hall_rules.book ?></dt><dd><?cs var:Hall.Book ?></dd></div>
</dl>
</section>
<section aria-labelledby="cac-quay">
<div class="mc-hall__bar"><h2 class="mc-h2" id="cac-quay"><?cs var:T.hall_setting.counters ?></h2><?cs call:button_link_quiet(Hall.CounterHref, T.hall_counter.add, "") ?></div>
<?cs if:subcount(Counters) ?>
<div class="mc-table-scroll" role="group" aria-labelledby="cac-quay" tabindex="0">
<table class="govuk-table mc-hall__counters">
<thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header"><?cs var:T.hall_setting.counter ?></th><th scope="col" class="govuk-table__header"><?cs var:T.hall_counter.name ?></th><th scope="col" class="govuk-table__header"><?cs var:T.hall_counter.zone ?></th><th scope="col" class="govuk-table__header"><?cs var:T.hall_setting.groups ?></th><th scope="col" class="govuk-table__header"><?cs var:T.hall_setting.officer ?></th></tr></thead>
<tbody class="govuk-table__body"><?cs each:c = Counters ?><?cs call:counter_item(c) ?><?cs /each ?></tbody>
</table>
</div>
<?cs else ?><p><?cs var:T.hall_setting.no_counters ?></p><?cs /if ?>
</section>
</div>
</div>
</div>
