<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Whom to ask: the same words and place on every page that offers help. ?>
<div class="mc-panel"><h2 class="mc-panel__title" id="goi"><?cs var:T.contact.panel ?></h2>
<ul class="mc-ways">
<?cs if:Site.Hotline ?><li><?cs call:icon("phone") ?><div><strong><?cs call:phone(Site.Hotline, Site.HotlineTel) ?></strong></div></li><?cs /if ?>
<?cs if:Site.Hours ?><li><?cs call:icon("clock") ?><div><?cs var:Site.Hours ?></div></li><?cs /if ?>
<?cs if:Site.Address ?><li><?cs call:icon("pin") ?><div><?cs var:Site.Address ?></div></li><?cs /if ?>
</ul>
<?cs if:Site.Email ?><p class="mc-p mc-small"><a href="mailto:<?cs var:Site.Email ?>"><?cs var:Site.Email ?></a></p><?cs /if ?></div>
