<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  A petition was sent. Petition: Code, Due, ViewHref. ?>
<div class="mc-wrap mc-narrow">
<?cs call:page_head("", T.petition_sent.heading, "") ?>
<p class="mc-lead"><?cs var:T.petition_sent.lead ?></p>
<p class="mc-petition-code"><?cs var:Petition.Code ?></p>
<p class="mc-p"><?cs var:T.petition_sent.due ?> <strong><?cs var:Petition.Due ?></strong>.</p>
<p class="mc-actions"><a class="govuk-button govuk-button--secondary" href="<?cs var:Petition.ViewHref ?>"><?cs var:T.petition_sent.view ?></a> <?cs call:print_button(T.common.print) ?></p>
</div>
