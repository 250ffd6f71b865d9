<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  One field and its procedures. Filled by cgi/public/browse.c. ?>
<div class="mc-wrap">
<div class="mc-head"><p class="mc-head__caption"><?cs var:T.fields.one ?></p><h1 class="mc-h1<?cs if:Field.NameSize ?> mc-h1--<?cs var:Field.NameSize ?><?cs /if ?>"<?cs call:lang_of(Field.Name) ?>><?cs var:Field.Name ?></h1></div>
<?cs call:search_box("small", Form.q, Search.Action, T.fields.search, T.search.hint, Search.Keep) ?>
<?cs if:subcount(Search.Results) ?><?cs set:Layout.List = "field" ?>
<div class="mc-columns mc-columns--list">
<?cs include!"public/facets.cs" ?>
<div class="mc-columns__main"><?cs include!"public/found.cs" ?></div>
</div>
<?cs else ?>
<?cs if:subcount(Search.Active) ?><div class="mc-filters__on"><?cs call:chips(Search.Active) ?></div><?cs /if ?>
<?cs include!"public/empty.cs" ?>
<?cs /if ?>
</div>
