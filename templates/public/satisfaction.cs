<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  How satisfied people are with each agency. Agencies: Name, Votes, Share, Interval, Bar; Thanks after a vote, Thanks.Contact with a wish
  for an answer. ?>
<?cs include!"rating_parts.cs" ?>
<div class="mc-wrap">
<?cs if:Thanks.Contact ?><?cs call:notice("success", T.satisfaction.thanks_contact, T.satisfaction.contact_text) ?><?cs elif:Thanks ?><?cs call:notice("success", T.satisfaction.thanks, "") ?><?cs /if ?>
<?cs call:page_head("", T.satisfaction.heading, "") ?>
<p class="mc-lead"><?cs var:T.satisfaction.lead ?></p>
<?cs if:subcount(Agencies) ?>
<div class="mc-table-scroll" role="region" aria-label="<?cs var:T.satisfaction.caption ?>" tabindex="0">
<table class="govuk-table mc-shares">
<caption class="govuk-table__caption"><?cs var:T.satisfaction.caption ?></caption>
<thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header"><?cs var:T.satisfaction.agency ?></th><th scope="col" class="govuk-table__header govuk-table__header--numeric"><?cs var:T.satisfaction.votes ?></th><th scope="col" class="govuk-table__header govuk-table__header--numeric"><?cs var:T.satisfaction.share ?></th><th scope="col" class="govuk-table__header"><?cs var:T.satisfaction.interval ?></th></tr></thead>
<tbody class="govuk-table__body"><?cs each:a = Agencies ?>
<tr class="govuk-table__row"><th scope="row" class="govuk-table__header"<?cs call:lang_of(a.Name) ?>><?cs var:a.Name ?></th><td class="govuk-table__cell govuk-table__cell--numeric" data-label="<?cs var:T.satisfaction.votes ?>"><?cs var:a.Votes ?></td><td class="govuk-table__cell govuk-table__cell--numeric" data-label="<?cs var:T.satisfaction.share ?>"><strong><?cs var:a.Share ?></strong></td><td class="govuk-table__cell mc-shares__drawn" data-label="<?cs var:T.satisfaction.interval ?>"><?cs call:share_bar(a.Bar) ?><span class="mc-nowrap"><?cs var:a.Interval ?></span></td></tr><?cs /each ?>
</tbody>
</table>
</div>
<p class="mc-p mc-small"><?cs var:T.satisfaction.faces ?> <?cs var:T.satisfaction.note ?></p>
<?cs else ?>
<?cs call:empty_open("people", T.satisfaction.none_title, T.satisfaction.none_text) ?><?cs call:empty_close() ?>
<?cs /if ?>
<p class="mc-p"><?cs var:T.satisfaction.where ?></p>
<p class="mc-actions"><a class="govuk-button govuk-button--secondary" href="<?cs var:Page.Base ?>/khao-sat"><?cs var:T.satisfaction.survey ?></a> <a class="govuk-button govuk-button--secondary" href="<?cs var:Page.Base ?>/phan-anh"><?cs var:T.rating_refused.feedback ?></a></p>
</div>
