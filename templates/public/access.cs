<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  A page of text. Words: T.access. ?>
<div class="mc-wrap mc-narrow">
<?cs call:page_head("", T.access.title, "") ?>
<p class="mc-lead"><?cs var:T.access.lead ?></p>
<?cs each:s = T.access.parts ?><h2 class="mc-h2"><?cs var:s.title ?></h2>
<?cs each:p = s.text ?><p class="mc-p"><?cs var:p ?></p><?cs /each ?><?cs if:subcount(s.list) ?><ul class="mc-bullets"><?cs each:l = s.list ?><li><?cs var:l ?></li><?cs /each ?></ul><?cs /if ?><?cs /each ?>
<p class="mc-p"><?cs var:T.access.ask ?> <strong><?cs call:phone(Site.Hotline, Site.HotlineTel) ?></strong><?cs if:Site.Email ?>, <a href="mailto:<?cs var:Site.Email ?>"><?cs var:Site.Email ?></a><?cs /if ?>.</p>
<p class="mc-p mc-small mc-soft"><?cs var:T.access.date ?></p>
</div>
