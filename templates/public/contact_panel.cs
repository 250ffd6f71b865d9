<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Whom to ask: the same words and place on every page that offers help. ?>
<div class="mc-panel"><h2 class="mc-panel__title" id="goi"><?cs var:T.contact.panel ?></h2>
<?cs if:Site.Hotline ?><p class="mc-p"><?cs call:icon("phone") ?> <strong><?cs call:phone(Site.Hotline, Site.HotlineTel) ?></strong></p><?cs /if ?>
<?cs if:Site.Hours ?><p class="mc-p"><?cs call:icon("clock") ?> <?cs var:Site.Hours ?></p><?cs /if ?>
<?cs if:Site.Address ?><p class="mc-p"><?cs call:icon("pin") ?> <?cs var:Site.Address ?></p><?cs /if ?>
<?cs if:Site.Email ?><p class="mc-p"><?cs call:icon("mail") ?> <a href="mailto:<?cs var:Site.Email ?>"><?cs var:Site.Email ?></a></p><?cs /if ?></div>
