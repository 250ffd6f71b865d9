<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  The column of filters beside a list: what is chosen, and what else can be. On a phone it is folded. ?>
<div>
<?cs if:subcount(Search.Active) ?><div class="mc-filters__on"><?cs call:chips(Search.Active) ?></div><?cs /if ?>
<?cs if:subcount(Search.Facets) ?><?cs call:filters_open(T.facet.title) ?><?cs each:g = Search.Facets ?><?cs call:facet(g) ?><?cs /each ?><?cs call:filters_close() ?><?cs /if ?>
</div>
