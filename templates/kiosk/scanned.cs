<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  What a scanned code leads to: Found.{Kind: ok | wait, Title}, Found.Facts.N.{Name, Value}, Found.Texts.N.Text; where a
  ticket is offered Found.{Take, Service, Group, Waiting}, Found.Pass.{Name, Value} and Dispenser.Form. ?><?cs include!"kiosk/ticket_parts.cs" ?>
<div class="mc-disp" data-dispenser-found data-home="<?cs var:Found.Home ?>">
<h1 class="govuk-visually-hidden"><?cs var:T.scanned.title ?></h1>
<section class="mc-found" data-found>
  <div class="mc-found__box mc-found__box--<?cs var:Found.Kind ?>">
    <h2 class="mc-found__title"><?cs if:Found.Kind == "ok" ?><?cs call:icon("success") ?><?cs else ?><?cs call:icon("info") ?><?cs /if ?><span><?cs var:Found.Title ?></span></h2>
    <?cs if:subcount(Found.Facts) ?><dl class="mc-found__facts"><?cs each:f = Found.Facts ?><dt><?cs var:f.Name ?></dt><dd><?cs var:f.Value ?></dd><?cs /each ?></dl><?cs /if ?>
    <?cs each:x = Found.Texts ?><p class="mc-found__text"><?cs var:x.Text ?></p><?cs /each ?>
    <?cs if:Found.Waiting ?><p class="mc-soft"><?cs var:Found.Waiting ?></p><?cs /if ?>
  </div>
  <div class="mc-found__acts">
  <?cs if:Found.Take ?><form action="<?cs var:Dispenser.Form.Action ?>" method="post" data-take>
    <input type="hidden" name="token" value="<?cs var:Dispenser.Form.Token ?>"><input type="hidden" name="nhom" value="<?cs var:Found.Group ?>"><input type="hidden" name="viec" value="<?cs var:Found.Service ?>"><?cs if:Found.Pass.Name ?><input type="hidden" name="<?cs var:Found.Pass.Name ?>" value="<?cs var:Found.Pass.Value ?>"><?cs /if ?>
    <?cs if:Found.Pass.Name == "hen" ?><?cs call:take_buttons("", Found.Take) ?><?cs else ?><?cs call:take_buttons(Dispenser.Classes, Found.Take) ?><?cs /if ?>
  </form><?cs /if ?>
  <a class="mc-step__back" href="<?cs var:Found.Home ?>" data-leave><?cs call:icon("back") ?><?cs var:T.scanned.another ?></a>
  </div>
</section>
</div>
