<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  No survey to fill in: it was answered (Thanks), answered before (Survey.Again), or there is none now. ?>
<div class="mc-wrap mc-narrow">
<?cs if:Thanks ?><?cs call:page_head("", T.survey.thanks, "") ?><p class="mc-lead"><?cs var:T.survey.thanks_text ?></p>
<?cs elif:Survey.Again ?><?cs call:page_head("", T.survey.again, "") ?><p class="mc-lead"><?cs var:T.survey.again_text ?></p>
<?cs else ?><?cs call:page_head("", T.survey.none, "") ?><p class="mc-lead"><?cs var:T.survey.none_text ?></p><?cs /if ?>
<p class="mc-actions"><a class="govuk-button govuk-button--secondary" href="<?cs var:Page.Base ?>/danh-gia"><?cs var:T.rating_refused.results ?></a> <a class="govuk-button govuk-button--secondary" href="<?cs var:Page.Base ?>/phan-anh"><?cs var:T.rating_refused.feedback ?></a></p>
</div>
