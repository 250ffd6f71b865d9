<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Where is my dossier: the receipt before the scanner, or its code typed. Lookup: Action, LettersHref or DigitsHref (the
  other keyboard), Letters, AskDigits (the second fact), NotFound, TooOften. ?>
<?cs include!"kiosk/keyboard.cs" ?>
<div class="mc-wrap mc-ask-code">
<?cs if:Lookup.AskDigits && !Lookup.NotFound && !Lookup.TooOften ?>
<h1 class="mc-h1"><?cs var:T.kiosk_lookup.digits_heading ?></h1>
<form action="<?cs var:Lookup.Action ?>" method="post" novalidate data-kiosk-form>
  <input type="hidden" name="ma" value="<?cs var:Form.ma.Value ?>">
  <p class="mc-lead"><?cs var:T.status.number ?> <strong class="mc-nowrap"><?cs var:Form.ma.Value ?></strong></p>
  <label class="govuk-label" for="f-so"><?cs var:T.lookup.digits ?></label>
  <p class="govuk-hint" id="h-so"><?cs var:T.lookup.digits_hint ?></p>
  <?cs call:field_error(Form.so) ?>
  <div class="mc-find__form"><input class="govuk-input mc-input--code" id="f-so" name="so" type="text" value="" maxlength="4" autocomplete="off" inputmode="none" data-keyboard="digits"<?cs call:field_described(Form.so, T.lookup.digits_hint) ?>>
  <button type="submit" class="govuk-button"><?cs var:T.kiosk_lookup.button ?></button></div>
</form>
<?cs else ?>
<h1 class="mc-h1"><?cs var:T.kiosk_lookup.heading ?></h1>
<?cs if:Lookup.TooOften ?><?cs call:notice("warning", T.lookup.often_title, T.kiosk_lookup.often) ?>
<?cs elif:Lookup.NotFound ?><?cs call:notice("warning", T.lookup.none_title, T.kiosk_lookup.none) ?>
<?cs else ?><p class="mc-scan"><?cs call:icon("scan") ?><span><?cs var:T.kiosk_lookup.scan ?></span></p><?cs /if ?>
<form action="<?cs var:Lookup.Action ?>" method="post" novalidate data-kiosk-form>
  <label class="govuk-label" for="f-ma"><?cs if:Lookup.Letters ?><?cs var:T.kiosk_lookup.number ?><?cs else ?><?cs var:T.kiosk_lookup.code ?><?cs /if ?></label>
  <?cs call:field_error(Form.ma) ?>
  <?cs if:Lookup.Letters ?><input type="hidden" name="chu" value="1"><?cs /if ?>
  <div class="mc-find__form"><input class="govuk-input mc-input--code" id="f-ma" name="ma" type="text" value="<?cs var:Form.ma.Value ?>" maxlength="<?cs if:Lookup.Letters ?>40<?cs else ?>19<?cs /if ?>" autocomplete="off" autocapitalize="characters" spellcheck="false" inputmode="none" data-keyboard<?cs if:!Lookup.Letters ?>="digits"<?cs /if ?><?cs call:field_described(Form.ma, "") ?>>
  <button type="submit" class="govuk-button"><?cs var:T.kiosk_lookup.button ?></button></div>
</form>
<?cs /if ?>
<p class="govuk-error-message" role="alert" data-kiosk-away hidden><?cs var:T.kiosk_offline.lookup ?></p>
<?cs call:keyboard() ?>
<?cs if:Lookup.LettersHref ?><p class="mc-find__other"><a class="govuk-button govuk-button--secondary" href="<?cs var:Lookup.LettersHref ?>"><?cs var:T.kiosk_lookup.letters ?></a></p><?cs /if ?>
<?cs if:Lookup.DigitsHref ?><p class="mc-find__other"><a class="govuk-button govuk-button--secondary" href="<?cs var:Lookup.DigitsHref ?>"><?cs var:T.kiosk_lookup.figures ?></a></p><?cs /if ?>
</div>
