<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Search results, or all procedures when nothing is asked. Filled by cgi/public/search.c and listing.c. ?>
<div class="mc-wrap">
<?cs if:Search.Query ?><?cs call:page_head("", T.procedures.found_heading, "long") ?><?cs else ?><?cs call:page_head("", T.procedures.title, "") ?><?cs /if ?>
<div class="mc-stack">
<?cs if:Search.Query ?><?cs call:search_box("small", Form.q, Search.Action, T.search.label, "", Search.Keep) ?><?cs else ?><?cs call:search_box("small", Form.q, Search.Action, T.search.label, T.search.hint, Search.Keep) ?><?cs /if ?>
<?cs if:Gone.Code ?><?cs include!"public/gone_notice.cs" ?><?cs /if ?>
<?cs if:Search.Meant.Text ?><p class="mc-meant"><?cs var:T.results.meant ?> <a href="<?cs var:Search.Meant.Href ?>" lang="vi"><strong><?cs var:Search.Meant.Text ?></strong></a></p><?cs /if ?>
<?cs if:Search.Outside && subcount(Search.Results) ?><?cs call:notice("info", T.results.outside, T.results.outside_text) ?><?cs /if ?>
<?cs if:Search.Weak ?><?cs call:notice("info", T.results.weak, T.results.weak_text) ?><?cs /if ?>
<?cs if:subcount(Search.Results) ?>
<div class="mc-columns mc-columns--list">
<?cs include!"public/facets.cs" ?>
<div class="mc-columns__main"><?cs include!"public/found.cs" ?></div>
</div>
<?cs else ?>
<?cs if:subcount(Search.Active) ?><div class="mc-filters__on"><?cs call:chips(Search.Active) ?></div><?cs /if ?>
<?cs include!"public/empty.cs" ?>
<?cs /if ?>
</div>
</div>
