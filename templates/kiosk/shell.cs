<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  What stands around the pages of a kiosk, called by layout.cs where Kiosk.Bar is set (cgi/kiosk/shell.c). The buttons of
  the bar get to work with assets/js/kiosk.js; those that need it are hidden until then. ?>

<?cs # kiosk_classes(): how this visitor wants to read, for <html>. ?>
<?cs def:kiosk_classes() ?> mc-kiosk<?cs if:Kiosk.Larger ?> mc-kiosk--larger<?cs /if ?><?cs if:Kiosk.Contrast ?> mc-kiosk--contrast<?cs /if ?><?cs if:Kiosk.Low ?> mc-kiosk--low<?cs /if ?><?cs /def ?>

<?cs # kiosk_marks(): what the script needs to know, for <body>. ?>
<?cs def:kiosk_marks() ?> data-kiosk="<?cs var:Kiosk.Home ?>" data-kiosk-warn="<?cs var:Kiosk.Warn ?>" data-kiosk-wipe="<?cs var:Kiosk.Wipe ?>" data-kiosk-worker="<?cs var:Kiosk.Worker ?>" data-kiosk-lookup="<?cs var:Page.Base ?>/kiosk/tra-cuu" data-kiosk-now="<?cs var:Page.Now ?>"<?cs /def ?>

<?cs # kiosk_crown(): fills the upper third while everything to be touched stands lower. ?>
<?cs def:kiosk_crown() ?><div class="mc-crown" aria-hidden="true"><svg class="mc-crown__mark" width="220" height="220" focusable="false"><use href="<?cs var:Asset.icons ?>#mark"/></svg></div><?cs /def ?>

<?cs # kiosk_way(): back and home, on every page but the first. ?>
<?cs def:kiosk_way() ?><nav class="mc-way" aria-label="<?cs var:T.kiosk.way ?>"><?cs if:Kiosk.Back ?><a class="mc-way__link" href="<?cs var:Kiosk.Back ?>"><?cs call:icon("back") ?><?cs var:T.kiosk.back ?></a><?cs /if ?><a class="mc-way__link mc-way__link--home" href="<?cs var:Page.Base ?>/kiosk/trang-dau"><?cs call:icon("home") ?><?cs var:T.kiosk.home ?></a></nav><?cs /def ?>

<?cs def:kiosk_switch(id, sign, word, on) ?><button type="button" class="mc-bar__key" data-view="<?cs var:id ?>" aria-pressed="<?cs if:on ?>true<?cs else ?>false<?cs /if ?>" hidden><span class="mc-bar__sign" aria-hidden="true"><?cs var:sign ?></span><span><?cs var:word ?></span></button><?cs /def ?>

<?cs # kiosk_bar(): how to read and whom to ask. ?>
<?cs def:kiosk_bar() ?>
<div class="mc-bar" role="group" aria-label="<?cs var:T.kiosk.bar ?>">
  <p class="govuk-visually-hidden" role="status" data-view-said data-on="<?cs var:T.kiosk.is_on ?>" data-off="<?cs var:T.kiosk.is_off ?>"></p>
  <?cs call:kiosk_switch("l", "A+", T.kiosk.larger, Kiosk.Larger) ?>
  <?cs call:kiosk_switch("c", "◐", T.kiosk.contrast, Kiosk.Contrast) ?>
  <?cs call:kiosk_switch("t", "↧", T.kiosk.low, Kiosk.Low) ?>
  <?cs call:kiosk_switch("n", "♪", T.kiosk.listen, Kiosk.Listen) ?>
  <?cs if:Page.Other ?><a class="mc-bar__key" href="<?cs var:Page.Other ?>" lang="<?cs if:Page.Lang == "vi" ?>en<?cs else ?>vi<?cs /if ?>" hreflang="<?cs if:Page.Lang == "vi" ?>en<?cs else ?>vi<?cs /if ?>"><?cs call:icon("globe") ?><span><?cs var:T.lang.other ?></span></a><?cs /if ?>
  <button type="button" class="mc-bar__key mc-bar__key--help" data-help hidden><?cs call:icon("help") ?><span><?cs var:T.kiosk.call_help ?></span></button>
</div>
<?cs /def ?>

<?cs # help_line(): how a call for help stands, for whoever is at the device then. ?>
<?cs def:help_line() ?><p class="mc-help-line" role="status" data-help-line data-called="<?cs var:T.kiosk_help.line_called ?>" data-late="<?cs var:T.kiosk_help.line_late ?>" data-coming="<?cs var:T.kiosk_help.coming ?>" data-nobody="<?cs var:T.kiosk_help.line_nobody ?>" data-away="<?cs var:T.kiosk_help.line_away ?>" hidden></p><?cs /def ?>

<?cs # help_box(): calls somebody of the hall to this device. One part is seen at a time: data-help-when. ?>
<?cs def:help_box() ?>
<dialog class="mc-ask mc-ask--help" data-help-box="<?cs var:Page.Base ?>/kiosk/giup" aria-labelledby="can-giup">
  <h2 class="mc-h1" id="can-giup"><?cs var:T.kiosk_help.title ?></h2>
  <div aria-live="polite">
    <p data-help-when="none"><?cs var:T.kiosk_help.ask ?></p>
    <p data-help-when="sending"><?cs var:T.kiosk_help.sending ?></p>
    <p data-help-when="called"><strong><?cs var:T.kiosk_help.called ?></strong> <?cs var:T.kiosk_help.stay ?></p>
    <p data-help-when="late"><strong><?cs var:T.kiosk_help.late ?></strong> <?cs var:T.kiosk_help.desk ?></p>
    <p data-help-when="coming"><strong><?cs var:T.kiosk_help.coming ?></strong> <?cs var:T.kiosk_help.stay ?></p>
    <p data-help-when="nobody"><strong><?cs var:T.kiosk_help.nobody ?></strong> <?cs var:T.kiosk_help.desk ?></p>
    <p data-help-when="often"><strong><?cs var:T.kiosk_help.often ?></strong> <?cs var:T.kiosk_help.desk ?></p>
    <p data-help-when="away"><strong><?cs var:T.kiosk_help.away ?></strong> <?cs var:T.kiosk_help.desk ?></p>
  </div>
  <?cs if:Site.Hotline ?><p><?cs var:T.kiosk_help.phone ?> <strong class="mc-nowrap"><?cs var:Site.Hotline ?></strong></p><?cs /if ?>
  <p class="mc-actions"><button type="button" class="govuk-button" data-help-when="none" data-help-do="goi"><?cs var:T.kiosk_help.call ?></button><button type="button" class="govuk-button" data-help-when="nobody away" data-help-do="goi"><?cs var:T.kiosk_help.call_again ?></button><button type="button" class="govuk-button govuk-button--secondary" data-help-when="called late coming" data-help-do="thoi"><?cs var:T.kiosk_help.take_back ?></button><button type="button" class="govuk-button govuk-button--secondary" data-close><?cs var:T.kiosk.close ?></button></p>
</dialog>
<?cs /def ?>

<?cs # kiosk_dialogs(): help, what listening means, and the question whether somebody is still there. ?>
<?cs def:kiosk_dialogs() ?>
<?cs call:help_box() ?>
<dialog class="mc-ask" data-listen-box aria-labelledby="dang-nghe">
  <h2 class="mc-h1" id="dang-nghe"><?cs var:T.kiosk.listen_title ?></h2>
  <p><?cs var:T.kiosk.listen_text ?></p>
  <p class="mc-actions"><button type="button" class="govuk-button" data-close><?cs var:T.kiosk.close ?></button></p>
</dialog>
<dialog class="mc-ask" role="alertdialog" data-idle-box aria-labelledby="con-o-day" aria-describedby="sap-xoa">
  <h2 class="mc-h1" id="con-o-day"><?cs var:T.kiosk.idle_title ?></h2>
  <p id="sap-xoa"><?cs var:T.kiosk.idle_before ?> <strong class="mc-ask__left" data-idle-left></strong> <?cs var:T.kiosk.idle_after ?></p>
  <p class="mc-actions"><button type="button" class="govuk-button" data-idle-stay autofocus><?cs var:T.kiosk.idle_stay ?></button> <button type="button" class="govuk-button govuk-button--secondary" data-idle-end><?cs var:T.kiosk.idle_end ?></button></p>
</dialog>
<?cs /def ?>
