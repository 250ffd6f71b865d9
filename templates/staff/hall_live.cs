<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  A hall as it is now. Live: At, Warn, Events, State, Href, SetHref, AdviceHref, PanicHref and what staff/hall_view_parts.cs draws; Panics: Where, Who, At;
  Forgotten: Text; Advices: Text. hall_live.js replaces what has data-swap when something happens. ?>
<?cs include!"staff/hall_view_parts.cs" ?>
<div class="mc-wrap mc-run" data-hall-live data-events="<?cs var:Live.Events ?>" data-state="<?cs var:Live.State ?>">
<?cs call:hall_view_head(T.hall_live.title) ?>
<div class="mc-run__lost" data-live-band data-since="<?cs var:T.hall_live.lost_since ?>" data-never="<?cs var:T.hall_live.lost ?>" role="status" hidden><?cs call:icon("offline") ?><span data-live-text></span></div>
<div role="alert" id="keu-cuu" data-swap><?cs each:p = Panics ?>
<div class="mc-run__panic"><?cs call:icon("warning") ?><p><strong><?cs var:p.Where ?> <?cs var:T.hall_live.panic ?></strong> <?cs var:p.Who ?>, <?cs var:p.At ?></p><?cs if:Live.PanicHref ?><a href="<?cs var:Live.PanicHref ?>"><?cs var:T.hall_live.panic_answer ?></a><?cs /if ?></div><?cs /each ?>
</div>
<div id="nhac" data-swap><?cs each:f = Forgotten ?><p class="mc-run__note"><?cs call:icon("clock") ?><span><?cs var:f.Text ?></span></p><?cs /each ?></div>
<div class="mc-run__grid">
<section aria-labelledby="cac-nhom">
<div class="mc-run__bar"><h2 class="mc-h2" id="cac-nhom"><?cs var:T.hall_live.groups ?></h2><p class="mc-run__totals" id="tong" data-swap><?cs call:hall_totals(Live) ?></p></div>
<div id="nhom" data-swap><?cs call:hall_groups(Live) ?></div>
<p class="mc-run__foot"><?cs var:T.hall_live.forecast_hint ?> <?cs var:T.hall_live.warn_hint ?> <?cs if:Live.SetHref ?><a href="<?cs var:Live.SetHref ?>"><?cs var:Live.Warn ?></a><?cs else ?><?cs var:Live.Warn ?><?cs /if ?>.</p>
</section>
<div>
<section aria-labelledby="cac-quay">
<div class="mc-run__bar"><h2 class="mc-h2" id="cac-quay"><?cs var:T.hall_live.counters ?></h2><p class="mc-run__now"><span id="luc" data-swap><?cs var:T.hall_live.at ?> <?cs var:Live.At ?></span> <a href="<?cs var:Live.Href ?>" data-refresh><?cs var:T.hall_live.refresh ?></a></p></div>
<div id="quay" data-swap><?cs call:hall_counters(Live) ?></div>
</section>
<section class="mc-run__advice" aria-labelledby="goi-y">
<div class="mc-run__bar"><h2 class="mc-h2" id="goi-y"><?cs var:T.hall_advice.short ?></h2><a href="<?cs var:Live.AdviceHref ?>"><?cs var:T.hall_advice.how ?></a></div>
<div id="nen-lam" data-swap><?cs call:hall_advices(Advices) ?></div>
</section>
</div>
</div>
</div>
