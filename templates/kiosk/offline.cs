<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  A kiosk while the server is away: the browser has kept this page and the list of procedures (assets/js/kiosk_worker.js).
  Offline: ListHref, TicketHref (shown where the dispenser has its page kept, too). ?>
<?cs include!"kiosk/keyboard.cs" ?>
<div class="mc-wrap mc-find" data-offline-list="<?cs var:Offline.ListHref ?>" data-no-fee="<?cs var:T.procedure.unpublished ?>">
<div class="mc-notice mc-notice--warning"><?cs call:icon("offline") ?><div class="mc-notice__text"><h1 class="mc-notice__title"><?cs var:T.kiosk_offline.heading ?></h1><p><?cs var:T.kiosk_offline.text ?></p><p><?cs var:T.kiosk_offline.lookup ?></p></div></div>
<p class="mc-find__other" data-offline-ticket hidden><a class="govuk-button" href="<?cs var:Offline.TicketHref ?>"><?cs call:icon("people") ?><?cs var:T.kiosk_home.ticket ?></a></p>
<label class="govuk-label" for="f-q"><?cs var:T.kiosk_search.label ?></label>
<input class="govuk-input" id="f-q" name="q" type="text" maxlength="200" placeholder="<?cs var:T.kiosk_search.example ?>" autocomplete="off" spellcheck="false" inputmode="none" data-keyboard>
<p class="govuk-visually-hidden" role="status" data-found-said data-one="<?cs var:T.kiosk_search.found_one ?>" data-many="<?cs var:T.kiosk_search.found ?>" data-none="<?cs var:T.kiosk_search.none_yet ?>"></p>
<div class="mc-find__room"><ol class="mc-hits" data-found aria-label="<?cs var:T.kiosk_search.fitting ?>" hidden></ol></div>
<section class="mc-kept" data-kept aria-labelledby="da-luu" hidden>
<h2 class="mc-h1" id="da-luu" data-kept-name tabindex="-1"></h2>
<p class="mc-soft" data-kept-agency></p>
<dl class="mc-asked"><div><dt><?cs call:icon("money") ?><?cs var:T.procedure.fee ?></dt><dd><strong data-kept-fee></strong></dd></div><div><dt><?cs call:icon("clock") ?><?cs var:T.procedure.term ?></dt><dd><strong data-kept-time></strong></dd></div></dl>
<h3 class="mc-h2"><?cs var:T.kiosk_procedure.papers ?></h3>
<ol class="mc-papers" data-kept-papers></ol>
<p class="mc-actions"><button type="button" class="govuk-button" data-kept-close><?cs var:T.kiosk_offline.back ?></button></p>
</section>
<?cs call:keyboard() ?>
</div>
