<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Finding a procedure with the keyboard of the screen. What fits shows while somebody types (SuggestHref); without words
  what is asked for most. Search: Action, SuggestHref, AgenciesHref, Popular (kiosk_item of cgi/kiosk/listing.h). ?>
<?cs include!"kiosk/keyboard.cs" ?>
<div class="mc-wrap mc-find">
<h1 class="mc-h1"><?cs var:T.kiosk_search.heading ?></h1>
<form class="mc-find__form" action="<?cs var:Search.Action ?>" method="get" role="search" data-kiosk-form>
  <label class="govuk-visually-hidden" for="f-q"><?cs var:T.kiosk_search.label ?></label>
  <input class="govuk-input" id="f-q" name="q" type="text" value="<?cs var:Form.q.Value ?>" maxlength="200" placeholder="<?cs var:T.kiosk_search.example ?>" autocomplete="off" autocapitalize="none" spellcheck="false" inputmode="none" data-keyboard data-found-of="<?cs var:Search.SuggestHref ?>">
  <button type="submit" class="govuk-button"><?cs call:icon("search") ?><?cs var:T.kiosk_search.button ?></button>
</form>
<p class="govuk-visually-hidden" role="status" data-found-said data-one="<?cs var:T.kiosk_search.found_one ?>" data-many="<?cs var:T.kiosk_search.found ?>" data-none="<?cs var:T.kiosk_search.none_yet ?>"></p>
<div class="mc-find__room">
<ol class="mc-hits" data-found aria-label="<?cs var:T.kiosk_search.fitting ?>" hidden></ol>
<section data-popular aria-labelledby="hay-hoi">
<h2 class="mc-find__title" id="hay-hoi"><?cs var:T.kiosk_search.popular ?></h2>
<ul class="mc-often"><?cs each:p = Search.Popular ?><li><a href="<?cs var:p.Href ?>"><span<?cs call:lang_of(p.Name) ?>><?cs var:p.Name ?></span></a></li><?cs /each ?></ul>
<p class="mc-find__other"><a class="govuk-button govuk-button--secondary" href="<?cs var:Search.AgenciesHref ?>"><?cs call:icon("agency") ?><?cs var:T.kiosk_search.by_agency ?></a></p>
</section>
</div>
<?cs call:keyboard() ?>
</div>
