<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  A hall as it was at a moment. Replay: Action, At; Form.ngay, Form.luc; Steps: Text, Href; Slider: From, To, At (minutes of the day),
  FromText, ToText; Events: At, Label, What, Counter, Why, Who; Live as staff/hall_view_parts.cs draws it, and its groups' Waiting:
  Label, Since, Class. ?>
<?cs include!"staff/form_parts.cs" ?>
<?cs include!"staff/hall_view_parts.cs" ?>
<div class="mc-wrap mc-run">
<?cs call:hall_view_head(T.hall_replay.title) ?>
<div class="mc-run__when">
<form action="<?cs var:Replay.Action ?>" method="get" class="mc-run__ask">
  <input type="hidden" name="sanh" value="<?cs var:Hall.Code ?>">
  <?cs call:field_input(Form.ngay, T.hall_replay.day, "", "text", "off", "") ?>
  <?cs call:field_input(Form.luc, T.hall_replay.time, "", "text", "off", "") ?>
  <?cs call:button(T.hall_replay.show, "") ?>
</form>
<ul class="mc-run__steps" aria-label="<?cs var:T.hall_replay.steps ?>"><?cs each:s = Steps ?><li><?cs if:s.Href ?><a class="govuk-button govuk-button--secondary" href="<?cs var:s.Href ?>"><?cs var:s.Text ?></a><?cs else ?><span class="mc-run__off"><?cs var:s.Text ?></span><?cs /if ?></li><?cs /each ?></ul>
</div>
<?cs if:?Slider.To ?><div class="mc-run__slider" data-replay hidden><span><?cs var:Slider.FromText ?></span><input type="range" min="<?cs var:Slider.From ?>" max="<?cs var:Slider.To ?>" value="<?cs var:Slider.At ?>" step="1" aria-label="<?cs var:T.hall_replay.slider ?>"><span><?cs var:Slider.ToText ?></span><output></output></div><?cs /if ?>
<p class="mc-run__moment"><strong><?cs var:Replay.At ?></strong>. <span class="mc-run__totals"><?cs call:hall_totals(Live) ?></span></p>
<div class="mc-run__grid">
<div>
<section aria-labelledby="cac-nhom">
<h2 class="mc-h2" id="cac-nhom"><?cs var:T.hall_live.groups ?></h2>
<?cs call:hall_groups(Live) ?>
</section>
<section aria-labelledby="thu-tu">
<h2 class="mc-h2 mc-run__order-title" id="thu-tu"><?cs var:T.hall_replay.order ?></h2>
<dl class="mc-run__order"><?cs each:g = Live.Groups ?><?cs if:g.Some ?><div><dt><span class="mc-run__letter" aria-hidden="true"><?cs var:g.Letter ?></span><span class="govuk-visually-hidden"><?cs var:g.Name ?></span></dt><dd><ol><?cs each:w = g.Waiting ?><li><strong><?cs var:w.Label ?></strong> <span><?cs var:w.Since ?><?cs if:w.Class ?>, <?cs var:w.Class ?><?cs /if ?></span></li><?cs /each ?></ol></dd></div><?cs /if ?><?cs /each ?></dl>
<?cs if:Live.Nobody ?><p><?cs var:T.hall_replay.nobody ?></p><?cs /if ?>
</section>
</div>
<div>
<section aria-labelledby="cac-quay">
<h2 class="mc-h2" id="cac-quay"><?cs var:T.hall_live.counters ?></h2>
<?cs call:hall_counters(Live) ?>
</section>
<section aria-labelledby="vua-qua">
<h2 class="mc-h2 mc-run__order-title" id="vua-qua"><?cs var:T.hall_replay.events ?></h2>
<?cs if:subcount(Events) ?><ol class="mc-run__events"><?cs each:e = Events ?><li><span class="mc-soft"><?cs var:e.At ?></span> <span><?cs if:e.Label ?><strong><?cs var:e.Label ?></strong> <?cs /if ?><?cs var:e.What ?><?cs if:e.Counter ?>, <?cs var:T.hall_replay.at_counter ?> <?cs var:e.Counter ?><?cs /if ?><?cs if:e.Why ?> (<?cs var:e.Why ?>)<?cs /if ?><?cs if:e.Who ?> <span class="mc-soft">· <?cs var:e.Who ?></span><?cs /if ?></span></li><?cs /each ?></ol><?cs else ?><p><?cs var:T.hall_replay.nothing ?></p><?cs /if ?>
</section>
</div>
</div>
</div>
