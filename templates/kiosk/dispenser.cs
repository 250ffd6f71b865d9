<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  The ticket dispenser: one page with all steps, so that it goes on without the server. A touch of a group opens its step
  (the target of a link: no script is needed), a touch of a service marks it, a touch of "take" sends the form.
  Dispenser.{Page, State, Report, Worker, Hall, Problem}, Dispenser.Form.{Action, Token}, Dispenser.Groups.N.{Id, Letter, Name,
  Shut, Waiting, Only}, …Groups.N.Services.N.{Id, Name}, Dispenser.Classes.N.{Value, Text}, Dispenser.Closed.{Title, Next},
  Dispenser.Scan.Action, Dispenser.Blank (an empty ticket). ?><?cs include!"kiosk/ticket_parts.cs" ?>
<?cs def:scan_form() ?><form class="mc-disp__scan" action="<?cs var:Dispenser.Scan.Action ?>" method="post" data-scan-form>
    <?cs call:icon("scan") ?>
    <div class="mc-disp__scan-text"><p><strong><?cs var:T.dispenser.scan ?></strong> <?cs var:T.dispenser.scan_text ?></p></div>
    <label class="govuk-visually-hidden" for="f-ma"><?cs var:T.dispenser.scan_label ?></label>
    <input class="govuk-input mc-disp__code" id="f-ma" name="ma" type="text" inputmode="none" maxlength="200" autocomplete="off" autocapitalize="characters" spellcheck="false" data-scan>
    <button type="submit" class="govuk-button govuk-button--secondary"><?cs var:T.dispenser.scan_button ?></button>
  </form><?cs /def ?>
<?cs # tools(): how to read and whom to ask, at the foot of every screen; on a kiosk its own bar does that. ?>
<?cs def:tool(id, sign, word) ?><button type="button" class="mc-disp__tool" data-view="<?cs var:id ?>" aria-pressed="false" hidden><span class="mc-disp__sign" aria-hidden="true"><?cs var:sign ?></span> <span><?cs var:word ?></span></button><?cs /def ?>
<?cs def:tools() ?><div class="mc-disp__foot"><?cs call:help_line() ?><div class="mc-disp__tools" role="group" aria-label="<?cs var:T.kiosk.bar ?>"><p class="govuk-visually-hidden" role="status" data-view-said data-on="<?cs var:T.kiosk.is_on ?>" data-off="<?cs var:T.kiosk.is_off ?>"></p>
  <?cs call:tool("l", "A+", T.kiosk.larger) ?>
  <?cs call:tool("c", "◐", T.kiosk.contrast) ?>
  <?cs call:tool("t", "↧", T.kiosk.low) ?>
  <button type="button" class="mc-disp__tool mc-disp__tool--help" data-help hidden><?cs call:icon("help") ?> <span><?cs var:T.kiosk.call_help ?></span></button>
</div></div><?cs /def ?>
<div class="mc-disp<?cs if:Dispenser.Closed.Title ?> mc-disp--closed<?cs /if ?>" data-dispenser data-page="<?cs var:Dispenser.Page ?>" data-state="<?cs var:Dispenser.State ?>" data-report="<?cs var:Dispenser.Report ?>" data-worker="<?cs var:Dispenser.Worker ?>" data-hall="<?cs var:Dispenser.Hall ?>" data-lang="<?cs var:Page.Lang ?>" data-away-text="<?cs var:T.dispenser.away ?>" data-used-text="<?cs var:T.dispenser.away_used ?>" data-trouble-text="<?cs var:T.dispenser.trouble ?>" data-choose-text="<?cs var:T.dispenser.choose_one ?>" data-unknown-text="<?cs var:T.ticket.ahead_unknown ?>" data-again-text="<?cs var:T.ticket.again ?>" data-leaving-text="<?cs var:T.ticket.leaving ?>" data-kept-text="<?cs var:T.ticket.kept ?>">
<h1 class="govuk-visually-hidden"><?cs var:T.dispenser.title ?></h1>
<?cs if:Dispenser.Problem ?><div class="mc-disp__band" role="alert" data-problem><?cs call:icon("warning") ?><span><?cs var:Dispenser.Problem ?></span></div>
<?cs /if ?><div class="mc-disp__band" role="status" data-band hidden><?cs call:icon("offline") ?><span></span></div>

<?cs if:Dispenser.Closed.Title ?>
<section class="mc-disp__shut" id="chon">
  <?cs call:icon("clock") ?>
  <h2 class="mc-h1"><?cs var:Dispenser.Closed.Title ?></h2>
  <?cs if:Dispenser.Closed.Next ?><p class="mc-disp__next"><span><?cs var:T.dispenser.closed_next ?></span> <strong><?cs var:Dispenser.Closed.Next ?></strong></p><?cs else ?><p class="mc-disp__next"><?cs var:T.dispenser.closed_unknown ?></p><?cs /if ?>
  <?cs if:Site.Hours ?><p class="mc-soft"><?cs var:Site.Hours ?></p><?cs /if ?>
  <?cs if:Site.Hotline ?><p class="mc-soft"><?cs var:T.footer.hotline ?>: <strong class="mc-nowrap"><?cs var:Site.Hotline ?></strong></p><?cs /if ?>
  <?cs call:scan_form() ?>
</section>
<?cs else ?>
<section class="mc-disp__start" id="chon" aria-labelledby="chon-ten">
  <div class="mc-disp__head"><h2 class="mc-h1" id="chon-ten"><?cs var:T.dispenser.heading ?></h2><p><?cs var:T.dispenser.lead ?></p></div>
  <ul class="mc-disp__groups">
  <?cs each:g = Dispenser.Groups ?><li><a class="mc-group<?cs if:g.Shut ?> mc-group--shut<?cs /if ?>"<?cs if:g.Shut ?> aria-disabled="true" role="link"<?cs else ?> href="#nhom-<?cs var:g.Id ?>"<?cs /if ?> data-group="<?cs var:g.Id ?>"><span class="mc-group__letter" aria-hidden="true"><?cs var:g.Letter ?></span><span class="mc-group__text"><strong class="mc-group__name"<?cs call:lang_of(g.Name) ?>><?cs var:g.Name ?></strong><span class="mc-group__wait" data-wait><?cs if:g.Shut ?><?cs var:g.Shut ?><?cs else ?><?cs var:g.Waiting ?><?cs /if ?></span></span></a></li>
  <?cs /each ?></ul>
  <?cs call:scan_form() ?>
</section>
<?cs each:g = Dispenser.Groups ?><?cs if:subcount(g.Services) ?>
<section class="mc-step" id="nhom-<?cs var:g.Id ?>" aria-labelledby="nhom-<?cs var:g.Id ?>-ten" data-letter="<?cs var:g.Letter ?>">
<form action="<?cs var:Dispenser.Form.Action ?>" method="post" data-take>
  <input type="hidden" name="token" value="<?cs var:Dispenser.Form.Token ?>"><input type="hidden" name="nhom" value="<?cs var:g.Id ?>">
  <div class="mc-step__head">
    <a class="mc-step__back" href="#chon"><?cs call:icon("back") ?><?cs var:T.dispenser.back ?></a>
    <h2 class="mc-step__name" id="nhom-<?cs var:g.Id ?>-ten"><span class="mc-group__letter" aria-hidden="true"><?cs var:g.Letter ?></span><span data-name<?cs call:lang_of(g.Name) ?>><?cs var:g.Name ?></span></h2>
    <p class="mc-step__wait" data-group="<?cs var:g.Id ?>"><span data-wait><?cs var:g.Waiting ?></span></p>
  </div>
  <?cs if:g.Only ?><div class="mc-step__only"><p><?cs var:T.dispenser.one_service ?></p><?cs each:s = g.Services ?><p class="mc-step__service"<?cs call:lang_of(s.Name) ?>><?cs var:s.Name ?></p><input type="hidden" name="viec" value="<?cs var:s.Id ?>" data-name="<?cs var:s.Name ?>"><?cs /each ?></div>
  <?cs else ?><fieldset class="mc-step__services" data-services>
    <legend><?cs var:T.dispenser.choose ?> <small><?cs var:T.dispenser.choose_hint ?></small></legend>
    <?cs each:s = g.Services ?><label class="mc-service"><input type="checkbox" name="viec" value="<?cs var:s.Id ?>" data-name="<?cs var:s.Name ?>"><span class="mc-service__mark" aria-hidden="true"><?cs call:icon("check") ?></span><span class="mc-service__name"<?cs call:lang_of(s.Name) ?>><?cs var:s.Name ?></span></label>
    <?cs /each ?>
    <p class="mc-step__missing" role="alert" data-missing hidden><?cs call:icon("warning") ?><span><?cs var:T.dispenser.choose_one ?></span></p>
  </fieldset><?cs /if ?>
  <?cs call:take_buttons(Dispenser.Classes, T.dispenser.take) ?>
</form>
</section>
<?cs /if ?><?cs /each ?>
<?cs /if ?>

<section class="mc-disp__ticket" data-ticket hidden></section>
<?cs if:!Kiosk.Bar ?><?cs call:tools() ?>
<?cs /if ?><div class="mc-disp__busy" role="status" data-busy hidden><span class="mc-disp__wheel" aria-hidden="true"></span><span><?cs var:T.dispenser.take_busy ?></span></div>
<template data-blank><?cs call:ticket_card(Dispenser.Blank) ?><?cs call:slip(Dispenser.Blank) ?>
<div class="mc-turn__bar"><?cs call:print_line("") ?><div class="mc-turn__buttons"><button type="button" class="govuk-button govuk-button--secondary" data-again><?cs call:icon("print") ?><?cs var:T.ticket.print_again ?></button><button type="button" class="govuk-button govuk-button--secondary" data-missing-slip hidden><?cs call:icon("warning") ?><?cs var:T.ticket.not_printed ?></button><button type="button" class="govuk-button govuk-button--secondary" data-keep><?cs var:T.ticket.keep ?></button><button type="button" class="govuk-button" data-leave><?cs var:T.ticket.done ?></button></div><p class="mc-turn__leaving" data-leaving></p></div></template>
</div>
<?cs if:!Kiosk.Bar ?><?cs call:help_box() ?><?cs /if ?>
