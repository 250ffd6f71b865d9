<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  The line in the head of staff pages, included by layout.cs: alarms (Alarms: Id, Place, Zone, Hall, Who, At, Own,
  Action, Token, Back), visitors who called for help at a device (Helps: Id, Device, Place, Hall, At, Mine, Action, Token, Back)
  and the officer's own counter (Bar: Number, Href, Label, StateText, For, Waiting, Paused, Main, Back, PanicHref). ?>
<?cs def:bar_alarm(a) ?>
<div class="mc-alarm" role="alert" data-ring="<?cs if:!a.Own ?>alarm-<?cs var:a.Id ?><?cs /if ?>"><div class="mc-wrap mc-alarm__in"><?cs call:icon("warning") ?><p><strong><?cs var:T.panic.band ?> <?cs var:a.Place ?></strong><?cs if:a.Zone ?> (<?cs var:a.Zone ?>)<?cs /if ?> · <?cs var:a.Hall ?> · <?cs var:a.Who ?> · <?cs var:a.At ?></p><form action="<?cs var:a.Action ?>" method="post"><input type="hidden" name="token" value="<?cs var:a.Token ?>"><?cs if:a.Back ?><input type="hidden" name="tiep" value="<?cs var:a.Back ?>"><?cs /if ?><button type="submit" class="govuk-button govuk-button--secondary"><?cs var:T.panic.done ?></button></form></div></div>
<?cs /def ?>
<?cs def:bar_help(h) ?>
<div class="mc-alarm mc-alarm--help" role="status"<?cs if:!h.Mine ?> data-ring="help-<?cs var:h.Id ?>"<?cs /if ?>><div class="mc-wrap mc-alarm__in"><?cs call:icon("help") ?><p><strong><?cs if:h.Mine ?><?cs var:T.help_call.mine ?><?cs else ?><?cs var:T.help_call.band ?><?cs /if ?> <?cs var:h.Device ?></strong><?cs if:h.Place ?> (<?cs var:h.Place ?>)<?cs /if ?> · <?cs var:h.Hall ?> · <?cs var:h.At ?></p><form action="<?cs var:h.Action ?>" method="post"<?cs if:h.Mine ?> data-help-done<?cs else ?> data-help-coming<?cs /if ?>><input type="hidden" name="token" value="<?cs var:h.Token ?>"><?cs if:h.Back ?><input type="hidden" name="tiep" value="<?cs var:h.Back ?>"><?cs /if ?><button type="submit" class="govuk-button"><?cs if:h.Mine ?><?cs var:T.help_call.done ?><?cs else ?><?cs var:T.help_call.coming ?><?cs /if ?></button></form></div></div>
<?cs /def ?>
<?cs def:bar_counter(b) ?>
<div class="mc-bar"><div class="mc-wrap mc-bar__in">
  <a class="mc-bar__counter" href="<?cs var:b.Href ?>"><?cs var:T.desk.counter ?> <?cs var:b.Number ?></a>
  <?cs if:b.Label ?><strong class="mc-bar__label"><?cs var:b.Label ?></strong> <span class="mc-bar__state"><?cs var:b.StateText ?> · <?cs var:b.For ?></span><?cs elif:b.Paused ?><span class="mc-bar__state"><?cs var:T.desk.paused ?></span><?cs /if ?>
  <span class="mc-bar__waiting"><?cs var:b.Waiting ?></span>
  <span class="mc-bar__said" role="status" data-bar-said></span>
  <form action="<?cs var:b.Main.Action ?>" method="post" data-bar-form><input type="hidden" name="token" value="<?cs var:b.Main.Token ?>"><?cs if:b.Main.Ticket ?><input type="hidden" name="ve" value="<?cs var:b.Main.Ticket ?>"><input type="hidden" name="ban" value="<?cs var:b.Main.Version ?>"><?cs /if ?><?cs if:b.Back ?><input type="hidden" name="tiep" value="<?cs var:b.Back ?>"><?cs /if ?><button type="submit" class="mc-bar__main" data-bar-main><?cs var:b.Main.Text ?> <kbd class="mc-key">F9</kbd></button></form>
  <a class="mc-bar__panic" href="<?cs var:b.PanicHref ?>" data-panic="<?cs var:T.panic.again ?>" title="Ctrl + F9"><?cs call:icon("warning") ?><span data-panic-text><?cs var:T.panic.button ?></span></a>
</div></div>
<?cs /def ?>
<div data-bar="<?cs var:Page.BarHref ?>"<?cs if:Page.AlarmEvents ?> data-alarms="<?cs var:Page.AlarmEvents ?>"<?cs /if ?>><?cs each:a = Alarms ?><?cs call:bar_alarm(a) ?><?cs /each ?><?cs each:h = Helps ?><?cs call:bar_help(h) ?><?cs /each ?><?cs if:Bar.Number ?><?cs call:bar_counter(Bar) ?><?cs /if ?></div>
