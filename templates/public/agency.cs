<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  One agency: how to reach it, and what it does. Filled by cgi/public/browse.c. ?>
<div class="mc-wrap">
<div class="mc-head"><h1 class="mc-h1<?cs if:Agency.NameSize ?> mc-h1--<?cs var:Agency.NameSize ?><?cs /if ?>"<?cs call:lang_of(Agency.Name) ?>><?cs var:Agency.Name ?></h1></div>
<?cs if:Agency.Generic ?><?cs call:notice("info", T.agency.generic, T.agency.generic_text) ?><?cs /if ?>
<?cs if:subcount(Agency.Details) ?><?cs call:summary_list(Agency.Details) ?><?cs /if ?>
<?cs if:subcount(Agency.Units) ?><h2 class="mc-h2"><?cs var:T.agency.units ?></h2><?cs call:links(Agency.Units) ?><?cs /if ?>
<h2 class="mc-h2"><?cs var:T.agency.procedures ?></h2>
<?cs call:search_box("small", Form.q, Search.Action, T.agency.search, T.search.hint, Search.Keep) ?>
<?cs if:subcount(Search.Results) ?><?cs set:Layout.List = "agency" ?>
<div class="mc-columns mc-columns--list">
<?cs include!"public/facets.cs" ?>
<div class="mc-columns__main"><?cs include!"public/found.cs" ?></div>
</div>
<?cs else ?>
<?cs if:subcount(Search.Active) ?><div class="mc-filters__on"><?cs call:chips(Search.Active) ?></div><?cs /if ?>
<?cs include!"public/empty.cs" ?>
<?cs /if ?>
</div>
