<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Which counter to open now, and how that is calculated. Advice: At, Method, Rule, Tried; Inputs: Letter, Name, Waiting, Open, Arrivals,
  Serve, Basis; Advices: Name, Text, Saved; Lines: Letter, Name, Now, Then (Name, Text, Differs) for each advice. ?>
<?cs include!"staff/hall_view_parts.cs" ?>
<?cs def:name_cell(l) ?><th scope="row"><span class="mc-run__letter" aria-hidden="true"><?cs var:l.Letter ?></span><span class="mc-run__name"><span class="govuk-visually-hidden"><?cs var:l.Letter ?> – </span><?cs var:l.Name ?></span></th><?cs /def ?>
<div class="mc-wrap mc-run">
<?cs call:hall_view_head(T.hall_advice.title) ?>
<div class="mc-run__grid">
<section aria-labelledby="ket-qua">
<div class="mc-run__bar"><h2 class="mc-h2" id="ket-qua"><?cs var:T.hall_advice.result ?></h2><p class="mc-run__now"><?cs var:Advice.At ?></p></div>
<?cs if:subcount(Advices) ?><ol class="mc-run__advices"><?cs each:a = Advices ?><li><strong class="mc-nowrap"><?cs var:a.Name ?></strong><span><?cs var:a.Text ?>. <?cs var:a.Saved ?></span></li><?cs /each ?></ol><?cs else ?><p><?cs var:T.hall_advice.none ?></p><?cs /if ?>
<table class="mc-run__groups"><thead><tr><th scope="col"><?cs var:T.hall_live.group ?></th><th scope="col" class="mc-run__figure"><?cs var:T.hall_advice.now ?></th><?cs each:a = Advices ?><th scope="col" class="mc-run__figure"><?cs var:a.Name ?></th><?cs /each ?></tr></thead>
<tbody><?cs each:l = Lines ?><tr><?cs call:name_cell(l) ?><td class="mc-run__figure" data-label="<?cs var:T.hall_advice.now ?>"><?cs var:l.Now ?></td><?cs each:t = l.Then ?><td class="mc-run__figure" data-label="<?cs var:t.Name ?>"><?cs if:t.Differs ?><strong class="mc-run__better"><?cs var:t.Text ?></strong><?cs else ?><?cs var:t.Text ?><?cs /if ?></td><?cs /each ?></tr><?cs /each ?></tbody></table>
<p class="mc-run__foot"><?cs var:T.hall_advice.result_hint ?></p>
<p class="mc-run__foot"><?cs var:Advice.Tried ?></p>
</section>
<div>
<section aria-labelledby="cach-tinh">
<div class="mc-run__bar"><h2 class="mc-h2" id="cach-tinh"><?cs var:T.hall_advice.how ?></h2></div>
<div class="mc-text"><p><?cs var:Advice.Method ?></p><p><?cs var:Advice.Rule ?></p></div>
</section>
<section aria-labelledby="so-lieu">
<h2 class="mc-h2 mc-run__order-title" id="so-lieu"><?cs var:T.hall_advice.inputs ?></h2>
<table class="mc-run__groups"><thead><tr><th scope="col"><?cs var:T.hall_live.group ?></th><th scope="col" class="mc-run__figure"><?cs var:T.hall_live.waiting ?></th><th scope="col" class="mc-run__figure"><?cs var:T.hall_live.open ?></th><th scope="col" class="mc-run__figure mc-run__wrap"><?cs var:T.hall_advice.arrivals ?></th><th scope="col" class="mc-run__figure mc-run__wrap"><?cs var:T.hall_advice.serve ?></th><th scope="col" class="mc-run__figure"><?cs var:T.hall_advice.basis ?></th></tr></thead>
<tbody><?cs each:l = Inputs ?><tr><th scope="row"><span class="mc-run__letter" aria-hidden="true"><?cs var:l.Letter ?></span><span class="govuk-visually-hidden"><?cs var:l.Letter ?> – <?cs var:l.Name ?></span></th><td class="mc-run__figure" data-label="<?cs var:T.hall_live.waiting ?>"><?cs var:l.Waiting ?></td><td class="mc-run__figure" data-label="<?cs var:T.hall_live.open ?>"><?cs var:l.Open ?></td><td class="mc-run__figure" data-label="<?cs var:T.hall_advice.arrivals ?>"><?cs var:l.Arrivals ?></td><td class="mc-run__figure" data-label="<?cs var:T.hall_advice.serve ?>"><?cs var:l.Serve ?></td><td class="mc-run__figure" data-label="<?cs var:T.hall_advice.basis ?>"><?cs var:l.Basis ?></td></tr><?cs /each ?></tbody></table>
</section>
</div>
</div>
</div>
