<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Life events. Filled by cgi/public/life_event.c. ?>
<div class="mc-wrap">
<?cs call:page_head("", T.events.title, "") ?>
<p class="mc-lead"><?cs var:T.events.lead ?></p>
<ul class="mc-cards"><?cs each:e = Events ?>
<li><div class="mc-card mc-card--row"><?cs if:e.Icon ?><span class="mc-card__icon"><?cs call:icon(e.Icon) ?></span><?cs /if ?><h2 class="mc-card__title"><a href="<?cs var:e.Href ?>"><?cs call:words(e.Text) ?></a></h2><p class="mc-card__text"><?cs var:e.Count ?> <?cs var:T.events.procedures ?></p></div></li><?cs /each ?>
</ul>
</div>
