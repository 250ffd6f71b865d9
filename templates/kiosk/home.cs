<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  First page of a kiosk: what people come for, in three large entries. Home: FindHref, StatusHref, TicketHref, Edition (of
  the list the browser keeps), Turns (when the page is to be made anew), Closed.{Title,Next | Unknown} outside hours. ?>
<?cs def:entry(href, id, title, text) ?><li><a class="mc-entry" href="<?cs var:href ?>"><span class="mc-entry__sign"><?cs call:icon(id) ?></span><span class="mc-entry__words"><strong class="mc-entry__title"><?cs var:title ?></strong><span class="mc-entry__text"><?cs var:text ?></span></span></a></li><?cs /def ?>
<div class="mc-wrap mc-start" data-kiosk-start data-edition="<?cs var:Home.Edition ?>"<?cs if:Home.Turns ?> data-turns="<?cs var:Home.Turns ?>"<?cs /if ?>>
<h1 class="mc-h1 mc-start__title"><?cs var:T.kiosk_home.heading ?></h1>
<ul class="mc-entries">
  <?cs call:entry(Home.FindHref, "search", T.kiosk_home.find, T.kiosk_home.find_text) ?>
  <?cs call:entry(Home.StatusHref, "scan", T.kiosk_home.status, T.kiosk_home.status_text) ?>
  <?cs if:Home.Closed.Title ?><li><div class="mc-entry mc-entry--shut" data-kiosk-closed><span class="mc-entry__sign"><?cs call:icon("clock") ?></span><span class="mc-entry__words"><strong class="mc-entry__title"><?cs var:Home.Closed.Title ?></strong><span class="mc-entry__text"><?cs if:Home.Closed.Unknown ?><?cs var:T.kiosk_closed.unknown ?><?cs else ?><?cs var:T.kiosk_closed.next ?> <strong><?cs var:Home.Closed.Next ?></strong><?cs /if ?></span></span></div></li>
  <?cs else ?><?cs call:entry(Home.TicketHref, "people", T.kiosk_home.ticket, T.kiosk_home.ticket_text) ?><?cs /if ?>
</ul>
</div>
