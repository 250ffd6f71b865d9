<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  The tablet at a counter. Tablet: State (asleep | open | more | thanks), Service, Counter, Left (asleep although something may be
  rated), Href, StateHref, ThanksHref, Events; Officer and Faces while open; More.Action and Reasons after a low vote. ?>
<?cs include!"rating_parts.cs" ?><?cs include!"kiosk/keyboard.cs" ?>
<div class="mc-rate mc-rate--<?cs var:Tablet.State ?>" data-rating="<?cs var:Tablet.State ?>" data-service="<?cs var:Tablet.Service ?>" data-home="<?cs var:Tablet.Href ?>" data-thanks="<?cs var:Tablet.ThanksHref ?>" data-state="<?cs var:Tablet.StateHref ?>" data-events="<?cs var:Tablet.Events ?>">
<div class="mc-live-band" data-live-band data-since="<?cs var:T.tablet.lost_since ?>" data-never="<?cs var:T.tablet.lost ?>" role="status" hidden><span data-live-text></span></div>
<?cs if:Tablet.State == "open" || Tablet.State == "more" ?><template data-kept><div class="mc-rate__still" role="alert"><svg class="mc-rate__mark mc-rate__mark--lotus" width="160" height="160" aria-hidden="true" focusable="false"><use href="<?cs var:Asset.icons ?>#mark"/></svg>
<h1 class="mc-rate__title"><?cs var:T.tablet.kept ?></h1>
<p><?cs var:T.tablet.kept_text ?></p></div></template><?cs /if ?>
<?cs if:Tablet.State == "open" ?>
<div class="mc-rate__head"><?cs call:rated_officer(Officer) ?>
<div class="mc-rate__ask"><h1 class="mc-rate__title" id="cau-hoi"><?cs var:T.rating.question ?></h1><p><?cs var:T.tablet.tap ?></p></div></div>
<form action="<?cs var:Tablet.Href ?>" method="post" aria-labelledby="cau-hoi" data-vote>
  <input type="hidden" name="phieu" value="<?cs var:Tablet.Service ?>">
  <?cs call:faces(Faces) ?>
</form>
<p class="mc-rate__note"><?cs var:T.tablet.private ?></p>
<?cs elif:Tablet.State == "more" ?>
<form class="mc-rate__more" action="<?cs var:More.Action ?>" method="post" data-vote data-writes>
  <div class="mc-rate__why"><h1 class="mc-rate__title" id="ly-do"><?cs var:T.rating_more.low ?></h1>
  <p><?cs var:T.rating_more.low_hint ?></p></div>
  <div class="mc-rate__reasons" role="group" aria-labelledby="ly-do"><?cs call:reasons(Reasons) ?></div>
  <label class="mc-rate__label" for="f-ykien"><?cs var:T.rating_more.words ?></label>
  <textarea class="govuk-textarea" id="f-ykien" name="ykien" rows="2" maxlength="1000" autocomplete="off" autocapitalize="none" spellcheck="false" inputmode="none" aria-describedby="f-ykien-hint" data-keyboard></textarea>
  <p class="mc-rate__hint" id="f-ykien-hint"><?cs var:T.rating_more.words_hint ?></p>
  <?cs call:keyboard() ?>
  <p class="mc-actions"><button type="submit" class="govuk-button"><?cs var:T.rating_more.send ?></button> <button type="button" class="govuk-button govuk-button--secondary" data-reasons hidden><?cs var:T.tablet.reasons ?></button> <a class="govuk-button govuk-button--secondary" href="<?cs var:Tablet.ThanksHref ?>" data-skip><?cs var:T.rating_more.skip ?></a></p>
</form>
<?cs elif:Tablet.State == "thanks" ?>
<div class="mc-rate__still"><svg class="mc-rate__mark mc-rate__mark--lotus" width="160" height="160" aria-hidden="true" focusable="false"><use href="<?cs var:Asset.icons ?>#mark"/></svg>
<h1 class="mc-rate__title"><?cs var:T.tablet.thanks ?></h1>
<p role="status"><?cs var:T.tablet.thanks_text ?></p></div>
<?cs else ?>
<div class="mc-rate__still"><svg class="mc-rate__mark mc-rate__mark--lotus" width="160" height="160" aria-hidden="true" focusable="false"><use href="<?cs var:Asset.icons ?>#mark"/></svg>
<h1 class="mc-rate__title"><?cs var:T.tablet.welcome ?></h1>
<p><?cs if:Tablet.Counter ?><?cs var:T.tablet.after ?><?cs else ?><?cs var:T.tablet.no_counter ?><?cs /if ?></p>
<?cs if:Tablet.Left ?><p class="mc-actions"><a class="govuk-button" href="<?cs var:Tablet.Href ?>"><?cs var:T.tablet.rate ?></a></p><?cs /if ?></div>
<?cs /if ?>
</div>
