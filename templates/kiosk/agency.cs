<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Fields of one agency. Agency: Name, NameSize, AllHref, Count; Fields: Href, Text, Count. ?>
<div class="mc-wrap">
<h1 class="mc-h1<?cs if:Agency.NameSize ?> mc-h1--long<?cs /if ?>"><?cs call:words(Agency.Name) ?></h1>
<p class="mc-lead"><?cs var:T.kiosk_agencies.field ?></p>
<ul class="mc-choices"><?cs each:f = Fields ?><li><a class="mc-choice" href="<?cs var:f.Href ?>"><span<?cs call:lang_of(f.Text) ?>><?cs var:f.Text ?></span> <span class="mc-choice__count"><?cs var:f.Count ?></span></a></li><?cs /each ?>
<li><a class="mc-choice mc-choice--all" href="<?cs var:Agency.AllHref ?>"><span><?cs var:T.kiosk_agencies.all ?></span> <span class="mc-choice__count"><?cs var:Agency.Count ?></span></a></li></ul>
</div>
