<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  How a device is let in. Pair: State (unknown | asking | ended | revoked | full | cookies), Code and Until while it is
  asking, StateHref (asked by the script), Again (this page), Ask.{Action,Token}: the form for a code. ?>
<?cs def:ask_form(text) ?><form class="mc-pair__ask" action="<?cs var:Pair.Ask.Action ?>" method="post" data-pair-ask><input type="hidden" name="token" value="<?cs var:Pair.Ask.Token ?>"><button type="submit" class="govuk-button"><?cs var:text ?></button></form><?cs /def ?>
<?cs def:again_link(text) ?><p class="mc-pair__again"><a class="govuk-button govuk-button--secondary" href="<?cs var:Pair.Again ?>" data-pair-again><?cs var:text ?></a></p><?cs /def ?>
<div class="mc-wrap mc-pair" data-pair="<?cs var:Pair.State ?>" data-pair-state="<?cs var:Pair.StateHref ?>">
<?cs if:Pair.State == "asking" ?>
<h1 class="mc-h1"><?cs var:T.kiosk_pair.heading ?></h1>
<p class="mc-pair__label" id="ma-ghep"><?cs var:T.kiosk_pair.code ?></p>
<p class="mc-pair__code" aria-labelledby="ma-ghep"><?cs var:Pair.Code ?></p>
<p class="mc-pair__until"><?cs var:T.kiosk_pair.until ?> <?cs var:Pair.Until ?></p>
<ol class="mc-pair__steps">
  <li><?cs var:T.kiosk_pair.step_open ?></li>
  <li><?cs var:T.kiosk_pair.step_type ?></li>
  <li><?cs var:T.kiosk_pair.step_wait ?></li>
</ol>
<p class="mc-pair__lost" role="status" data-pair-lost hidden><?cs var:T.kiosk_pair.lost ?></p>
<?cs call:again_link(T.kiosk_pair.again) ?>
<?cs elif:Pair.State == "revoked" ?>
<h1 class="mc-h1"><?cs var:T.kiosk_pair.revoked ?></h1>
<p class="mc-lead"><?cs var:T.kiosk_pair.revoked_text ?></p>
<?cs call:ask_form(T.kiosk_pair.ask_again) ?>
<?cs elif:Pair.State == "full" ?>
<h1 class="mc-h1"><?cs var:T.kiosk_pair.full ?></h1>
<p class="mc-lead"><?cs var:T.kiosk_pair.full_text ?></p>
<?cs call:again_link(T.kiosk_pair.retry) ?>
<?cs elif:Pair.State == "cookies" ?>
<h1 class="mc-h1"><?cs var:T.kiosk_pair.cookies ?></h1>
<p class="mc-lead"><?cs var:T.kiosk_pair.cookies_text ?></p>
<?cs call:again_link(T.kiosk_pair.retry) ?>
<?cs else ?>
<h1 class="mc-h1"><?cs var:T.kiosk_pair.unknown ?></h1>
<p class="mc-lead"><?cs if:Pair.State == "ended" ?><?cs var:T.kiosk_pair.ended_text ?><?cs else ?><?cs var:T.kiosk_pair.unknown_text ?><?cs /if ?></p>
<?cs call:ask_form(T.kiosk_pair.ask) ?>
<?cs /if ?>
</div>
