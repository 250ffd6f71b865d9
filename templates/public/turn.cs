<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  One's ticket on the telephone. Turn.{Label, Group, Key, Title, Text, Ahead, AheadWords, Wait, Counter, Zone, Rate, Waits,
  Over, Fresh, State, Events}, Turn.Notice.{Href, Offered, Asked, Told}: being told that the turn is near, Turn.Cancel.{Action, Token}; Turn.Gone: nothing to show. The script keeps it up to date;
  without scripts the page loads itself anew. ?>
<div class="mc-wrap mc-phone">
<?cs if:Turn.Gone ?>
<?cs call:page_head("", T.turn.gone, "") ?>
<p><?cs var:T.turn.gone_text ?></p>
<p class="mc-actions"><a href="<?cs var:Page.Base ?>/cho-doi"><?cs var:T.waiting.title ?></a></p>
<?cs else ?>
<div class="mc-phone__band" data-live-band data-since="<?cs var:T.turn.lost ?>" data-never="<?cs var:T.band.offline ?>" role="status" hidden><?cs call:icon("offline") ?><span data-live-text></span></div>
<article class="mc-phone__ticket mc-phone__ticket--<?cs var:Turn.Key ?>" data-turn data-key="<?cs var:Turn.Key ?>" data-state="<?cs var:Turn.State ?>" data-events="<?cs var:Turn.Events ?>" data-label="<?cs var:Turn.Label ?>">
<h1 class="mc-phone__title"><?cs var:T.turn.title ?> <strong class="mc-phone__number"><?cs var:Turn.Label ?></strong></h1>
<p class="mc-phone__group" data-turn-group><?cs var:Turn.Group ?></p>
<div class="mc-phone__state" role="status" aria-live="assertive" aria-atomic="true">
  <p class="mc-phone__word" data-turn-title><?cs var:Turn.Title ?></p>
  <p class="mc-phone__counter" data-turn-counter<?cs if:!Turn.Counter ?> hidden<?cs /if ?>><span><?cs var:T.turn.counter ?></span> <strong data-turn-number><?cs var:Turn.Counter ?></strong></p>
  <p class="mc-phone__text" data-turn-text<?cs if:!Turn.Text ?> hidden<?cs /if ?>><?cs var:Turn.Text ?></p>
</div>
<dl class="mc-phone__facts" data-turn-waits<?cs if:!Turn.Waits ?> hidden<?cs /if ?>>
  <div><dt data-turn-ahead-words><?cs var:Turn.AheadWords ?></dt><dd data-turn-ahead><?cs var:Turn.Ahead ?></dd></div>
  <div><dt><?cs var:T.turn.wait ?></dt><dd data-turn-wait><?cs var:Turn.Wait ?></dd></div>
</dl>
<p class="mc-phone__rate" data-turn-rate<?cs if:!Turn.Rate ?> hidden<?cs /if ?>><?cs var:T.turn.rate_text ?><br><a class="govuk-button" href="<?cs if:Turn.Rate ?><?cs var:Turn.Rate ?><?cs else ?><?cs var:Page.Base ?>/<?cs /if ?>"><?cs var:T.turn.rate ?></a></p>
<p class="mc-phone__fresh" data-turn-fresh><?cs var:Turn.Fresh ?></p>
</article>
<div class="mc-phone__more" data-turn-open<?cs if:Turn.Over ?> hidden<?cs /if ?>>
<p class="mc-soft"><?cs var:T.turn.you_know ?></p>
<p><button type="button" class="govuk-button govuk-button--secondary" data-turn-sound data-on="<?cs var:T.turn.sound_on ?>" hidden><?cs var:T.turn.sound ?></button></p>
<?cs if:Turn.Notice.Asked ?><p class="mc-phone__notice" data-turn-waits><?cs call:icon("phone") ?><span><?cs var:Turn.Notice.Asked ?><?cs if:!Turn.Notice.Told ?> <a href="<?cs var:Turn.Notice.Href ?>"><?cs var:T.notice.stop ?></a><?cs /if ?></span></p>
<?cs elif:Turn.Notice.Offered ?><p class="mc-phone__notice" data-turn-waits><?cs call:icon("phone") ?><a href="<?cs var:Turn.Notice.Href ?>"><?cs var:T.notice.offer ?></a></p><?cs /if ?>
<?cs if:Turn.Key != "unreported" ?><details class="mc-phone__cancel" data-turn-cancel<?cs if:!Turn.Waits ?> hidden<?cs /if ?>><summary><?cs var:T.turn.cancel ?></summary>
<form action="<?cs var:Turn.Cancel.Action ?>" method="post"><input type="hidden" name="token" value="<?cs var:Turn.Cancel.Token ?>"><p><?cs var:T.turn.cancel_text ?></p><button type="submit" class="govuk-button govuk-button--secondary" data-busy="<?cs var:T.form.sending ?>"><?cs var:T.turn.cancel_yes ?></button></form></details><?cs /if ?>
</div>
<?cs /if ?>
</div>
