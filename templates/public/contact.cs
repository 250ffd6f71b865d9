<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Contact. Words: T.contact; facts: Site. ?>
<div class="mc-wrap mc-narrow">
<?cs call:page_head("", T.contact.title, "") ?>
<p class="mc-lead"><?cs var:T.contact.lead ?></p>
<dl class="govuk-summary-list">
<?cs if:Site.Hotline ?><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key"><?cs var:T.footer.hotline ?></dt><dd class="govuk-summary-list__value"><strong><?cs call:phone(Site.Hotline, Site.HotlineTel) ?></strong></dd></div><?cs /if ?>
<?cs if:Site.Address ?><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key"><?cs var:T.footer.address ?></dt><dd class="govuk-summary-list__value"><?cs var:Site.Address ?></dd></div><?cs /if ?>
<?cs if:Site.Hours ?><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key"><?cs var:T.footer.hours ?></dt><dd class="govuk-summary-list__value"><?cs var:Site.Hours ?></dd></div><?cs /if ?>
<?cs if:Site.Email ?><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key"><?cs var:T.footer.email ?></dt><dd class="govuk-summary-list__value"><a href="mailto:<?cs var:Site.Email ?>"><?cs var:Site.Email ?></a></dd></div><?cs /if ?>
</dl>
<?cs each:s = T.contact.parts ?><h2 class="mc-h2"><?cs var:s.title ?></h2><?cs each:p = s.text ?><p class="mc-p"><?cs var:p ?></p><?cs /each ?><?cs /each ?>
<p class="mc-p"><a href="<?cs var:Page.Base ?>/co-quan"><?cs var:T.contact.agencies ?></a></p>
</div>
