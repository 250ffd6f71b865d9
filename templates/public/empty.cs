<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Nothing was found: said plainly, with what to try instead. ?>
<?cs if:Search.Outside ?><?cs call:empty_open("search", T.results.outside, T.results.outside_text) ?><?cs else ?><?cs call:empty_open("search", T.results.none, "") ?><?cs /if ?>
<?cs if:Search.Unfiltered.Total ?>
<p><?cs var:T.results.none_filtered ?></p>
<p class="mc-actions"><a class="govuk-button govuk-button--secondary" href="<?cs var:Search.Unfiltered.Href ?>"><?cs var:T.results.unfilter ?> (<?cs var:Search.Unfiltered.Total ?>)</a></p>
<?cs else ?>
<?cs if:Search.Outside ?><?cs elif:Search.Query ?><p><?cs var:T.results.none_for ?> “<strong><?cs var:Search.Query ?></strong>”. <?cs var:T.results.none_text ?></p><?cs else ?><p><?cs var:T.results.none_listed ?></p><?cs /if ?>
<?cs if:subcount(Search.Near) ?><p><?cs var:T.results.near ?></p><?cs call:chips(Search.Near) ?><?cs /if ?>
<?cs if:Site.Hotline ?><div class="mc-actions"><p><?cs var:T.results.call ?> <strong><?cs call:phone(Site.Hotline, Site.HotlineTel) ?></strong><?cs if:Site.Hours ?> (<?cs var:Site.Hours ?>)<?cs /if ?>.</p></div><?cs /if ?>
<?cs /if ?>
<?cs call:empty_close() ?>
