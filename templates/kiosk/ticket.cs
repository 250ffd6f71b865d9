<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  A ticket just given out: large on the screen, and the slip that is printed. Ticket.* as in ticket_parts.cs, Ticket.Home,
  Ticket.Print.{Action, Token}, Ticket.Trouble as of print_line. ?><?cs include!"kiosk/ticket_parts.cs" ?>
<div class="mc-disp" data-dispenser-ticket data-home="<?cs var:Ticket.Home ?>" data-leaving-text="<?cs var:T.ticket.leaving ?>" data-kept-text="<?cs var:T.ticket.kept ?>">
<h1 class="govuk-visually-hidden"><?cs var:T.ticket.title ?></h1>
<section class="mc-disp__ticket" data-ticket>
<?cs call:ticket_card(Ticket) ?><?cs call:slip(Ticket) ?>
<div class="mc-turn__bar">
  <?cs call:print_line(Ticket.Trouble) ?>
  <div class="mc-turn__buttons">
    <form action="<?cs var:Ticket.Print.Action ?>" method="post" data-again-form><input type="hidden" name="token" value="<?cs var:Ticket.Print.Token ?>"><button type="submit" class="govuk-button govuk-button--secondary" data-again><?cs call:icon("print") ?><?cs var:T.ticket.print_again ?></button></form>
    <button type="button" class="govuk-button govuk-button--secondary" data-missing-slip hidden><?cs call:icon("warning") ?><?cs var:T.ticket.not_printed ?></button>
    <button type="button" class="govuk-button govuk-button--secondary" data-keep hidden><?cs var:T.ticket.keep ?></button>
    <a class="govuk-button" href="<?cs var:Ticket.Home ?>" data-leave><?cs var:T.ticket.done ?></a>
  </div>
  <p class="mc-turn__leaving" data-leaving></p>
</div>
</section>
</div>
