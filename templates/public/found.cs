<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  A page of results with its count and the way to the next. ?>
<p class="mc-found" role="status"><strong><?cs var:Search.Total ?></strong> <?cs if:Search.One ?><?cs var:T.results.one ?><?cs else ?><?cs var:T.results.many ?><?cs /if ?><?cs if:Search.Many ?><span class="mc-soft">, <?cs var:T.results.shown ?> <?cs var:Search.From ?>–<?cs var:Search.To ?></span><?cs /if ?></p>
<ol class="mc-results" start="<?cs var:Search.From ?>"><?cs each:r = Search.Results ?><?cs call:result(r) ?><?cs /each ?></ol>
<?cs call:pager(Pager) ?>
