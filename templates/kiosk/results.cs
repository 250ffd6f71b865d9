<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Procedures that were found, or those of an agency and field. Search: Query, EditHref, Weak, Outside, or Agency, Field;
  Results, Total, Page, Pages, Many, PrevHref, NextHref. ?>
<div class="mc-wrap mc-results-page">
<h1 class="mc-h1"><?cs if:Search.Query ?><?cs var:T.kiosk_search.for ?> “<?cs var:Search.Query ?>”<?cs elif:Search.Field ?><?cs call:words(Search.Field) ?><?cs else ?><?cs call:words(Search.Agency) ?><?cs /if ?></h1>
<?cs if:Search.Field && Search.Agency ?><p class="mc-lead"><?cs call:words(Search.Agency) ?></p><?cs /if ?>
<?cs if:Search.Outside ?><?cs call:notice("info", T.results.outside, T.results.outside_text) ?>
<?cs elif:Search.Weak ?><?cs call:notice("info", T.results.weak, T.results.weak_text) ?><?cs /if ?>
<?cs if:!subcount(Search.Results) ?>
<p class="mc-lead"><?cs var:T.results.none ?>. <?cs var:T.results.none_text ?></p>
<?cs else ?>
<ol class="mc-hits"><?cs each:r = Search.Results ?>
  <li><a class="mc-hits__link" href="<?cs var:r.Href ?>"><strong class="mc-hits__name<?cs if:r.NameSize ?> mc-hits__name--long<?cs /if ?>"<?cs call:lang_of(r.Name) ?>><?cs var:r.Name ?></strong><span class="mc-hits__note"<?cs call:lang_of(r.Agency) ?>><?cs var:r.Agency ?></span><span class="mc-hits__facts"><?cs if:r.Time ?><span><?cs call:icon("clock") ?><?cs var:r.Time ?></span><?cs /if ?><?cs if:r.Fee ?><span><?cs call:icon("money") ?><?cs var:r.Fee ?></span><?cs /if ?></span></a></li><?cs /each ?>
</ol>
<?cs /if ?>
<?cs if:Search.Many ?><nav class="mc-pages" aria-label="<?cs var:T.kiosk_search.pages ?>"><?cs if:Search.PrevHref ?><a class="govuk-button govuk-button--secondary" href="<?cs var:Search.PrevHref ?>"><?cs var:T.kiosk_search.prev ?></a><?cs else ?><span></span><?cs /if ?><span class="mc-pages__where"><?cs var:T.kiosk_search.page ?> <?cs var:Search.Page ?> / <?cs var:Search.Pages ?></span><?cs if:Search.NextHref ?><a class="govuk-button" href="<?cs var:Search.NextHref ?>"><?cs var:T.kiosk_search.next ?></a><?cs else ?><span></span><?cs /if ?></nav><?cs /if ?>
<?cs if:Search.EditHref ?><p class="mc-actions"><a class="govuk-button govuk-button--secondary" href="<?cs var:Search.EditHref ?>"><?cs var:T.kiosk_search.edit ?></a></p><?cs /if ?>
</div>
