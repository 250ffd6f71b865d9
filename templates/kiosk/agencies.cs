<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Agencies, to find a procedure without typing. Agencies and General (what all districts or communes do): Href, Text, Count. ?>
<?cs def:choices(list) ?><ul class="mc-choices"><?cs each:a = list ?><li><a class="mc-choice" href="<?cs var:a.Href ?>"><span<?cs call:lang_of(a.Text) ?>><?cs var:a.Text ?></span> <span class="mc-choice__count"><?cs var:a.Count ?></span></a></li><?cs /each ?></ul><?cs /def ?>
<div class="mc-wrap">
<h1 class="mc-h1"><?cs var:T.kiosk_agencies.heading ?></h1>
<?cs call:choices(Agencies) ?>
<?cs if:subcount(General) ?><h2 class="mc-h2"><?cs var:T.kiosk_agencies.general ?></h2><?cs call:choices(General) ?><?cs /if ?>
</div>
