<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Which counter to sit down at. Halls: Name, Counters (Number, Name, Zone, Letters, Officer; Action, Token, Id where it is free). ?>
<?cs include!"staff/desk_parts.cs" ?>
<script src="<?cs var:Asset.desk ?>" defer></script>
<?cs def:counter_card(c) ?>
<li class="mc-desk__card<?cs if:!c.Action ?> mc-desk__card--taken<?cs /if ?>">
  <p class="mc-desk__card-number" aria-hidden="true"><?cs var:c.Number ?></p>
  <div class="mc-desk__card-what"><h3 class="mc-desk__card-name"><?cs var:T.desk.counter ?> <?cs var:c.Number ?></h3><?cs if:c.Name ?><p><?cs var:c.Name ?></p><?cs /if ?><p><?cs call:desk_letters(c.Letters) ?><?cs if:c.Zone ?><span class="mc-soft"><?cs var:T.desk.zone ?> <?cs var:c.Zone ?></span><?cs /if ?></p></div>
  <?cs if:c.Action ?><form action="<?cs var:c.Action ?>" method="post"><input type="hidden" name="token" value="<?cs var:c.Token ?>"><input type="hidden" name="quay" value="<?cs var:c.Id ?>"><button type="submit" class="govuk-button" data-counter="<?cs var:c.Number ?>"><?cs var:T.desk.open_it ?><span class="govuk-visually-hidden"> <?cs var:c.Number ?></span></button></form><?cs else ?><p class="mc-desk__card-officer"><?cs call:icon("people") ?><span><?cs var:c.Officer ?></span></p><?cs /if ?>
</li>
<?cs /def ?>
<div class="mc-wrap mc-desk-choose" data-desk-choose>
<?cs call:page_head("", T.desk.choose, "") ?>
<?cs call:desk_notice(Notice) ?>
<?cs if:subcount(Halls) ?>
<p class="mc-desk__keys mc-soft" data-keys hidden><?cs var:T.desk.choose_keys ?></p>
<?cs each:h = Halls ?>
<h2 class="mc-h2"><?cs var:h.Name ?></h2>
<?cs if:subcount(h.Counters) ?><ul class="mc-desk__cards"><?cs each:c = h.Counters ?><?cs call:counter_card(c) ?><?cs /each ?></ul><?cs else ?><p><?cs var:T.desk.no_counters ?></p><?cs /if ?>
<?cs /each ?>
<?cs else ?><p><?cs var:T.desk.no_hall ?></p><?cs /if ?>
</div>
