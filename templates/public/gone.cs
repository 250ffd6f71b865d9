<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  The answer to an address of a procedure that is not published: withdrawn, or never there. ?>
<div class="mc-wrap mc-narrow">
<?cs if:Gone.Code ?>
<?cs call:page_head("", T.gone.withdrawn_title, "") ?>
<?cs include!"public/gone_notice.cs" ?>
<p class="mc-p"><?cs var:T.gone.withdrawn_text ?></p>
<?cs else ?>
<?cs call:page_head("", T.gone.unknown_title, "") ?>
<p class="mc-lead"><?cs var:T.gone.unknown_before ?> <strong class="mc-code"><?cs var:Wanted ?></strong>. <?cs var:T.gone.unknown_text ?></p>
<?cs /if ?>
<?cs call:search_box("small", Form.q, Search.Action, T.search.label, T.search.hint, "") ?>
<?cs if:subcount(Instead) ?>
<h2 class="mc-h2"><?cs var:T.gone.instead ?></h2>
<ol class="mc-results"><?cs each:r = Instead ?><?cs call:result(r) ?><?cs /each ?></ol>
<?cs /if ?>
<?cs if:Site.Hotline ?><div class="mc-actions"><p><?cs var:T.results.call ?> <strong><?cs call:phone(Site.Hotline, Site.HotlineTel) ?></strong>.</p></div><?cs /if ?>
</div>
