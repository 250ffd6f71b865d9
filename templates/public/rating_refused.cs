<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Why a service cannot be rated from here. Refused.{Title,Text}, Refused.Thanks: it was rated already. ?>
<div class="mc-wrap mc-narrow">
<?cs call:page_head("", Refused.Title, "") ?>
<p class="mc-lead"><?cs var:Refused.Text ?></p>
<p class="mc-actions"><?cs if:Refused.Thanks ?><a class="govuk-button govuk-button--secondary" href="<?cs var:Page.Base ?>/danh-gia"><?cs var:T.rating_refused.results ?></a><?cs else ?><a class="govuk-button govuk-button--secondary" href="<?cs var:Page.Base ?>/phan-anh"><?cs var:T.rating_refused.feedback ?></a><?cs /if ?></p>
</div>
