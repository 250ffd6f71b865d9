<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  A kiosk's page as the test of the keyboard needs it: fields of each kind, and what else may have the focus. ?>
<?cs include!"kiosk/keyboard.cs" ?>
<div class="mc-wrap">
<?cs call:page_head("", T.kiosk_home.find, "") ?>
<form action="/kiosk/thu-tuc" method="get">
  <div class="govuk-form-group"><label class="govuk-label" for="tim"><?cs var:T.kiosk_home.find_text ?></label><input class="govuk-input" id="tim" name="q" type="text" maxlength="60" autocomplete="off" autocapitalize="none" spellcheck="false" data-keyboard></div>
  <div class="govuk-form-group"><label class="govuk-label" for="so"><?cs var:T.kiosk_home.status_text ?></label><input class="govuk-input" id="so" name="so" type="text" inputmode="numeric" maxlength="16" autocomplete="off" data-keyboard="digits"></div>
  <div class="govuk-form-group"><label class="govuk-label" for="loi"><?cs var:T.rating_more.words ?></label><textarea class="govuk-textarea" id="loi" name="loi" rows="2" maxlength="300" autocomplete="off" spellcheck="false" data-keyboard></textarea></div>
  <div class="govuk-form-group"><label class="govuk-label" for="chon"><?cs var:T.kiosk_agencies.heading ?></label><select class="govuk-select" id="chon" name="chon"><option value="0">0</option><option value="1">1</option><option value="2">2</option></select></div>
  <button type="submit" class="govuk-button" id="gui"><?cs var:T.kiosk_home.find ?></button>
</form>
<?cs call:keyboard() ?>
</div>
