<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  After saving: the numbers, the promise, the prints, and on to the next. Filled by cgi/staff/reception.c. ?>
<div class="mc-wrap mc-received">
<?cs call:page_head(T.reception_received.caption, Received.Procedure, "") ?>
<div class="mc-state mc-state--ok">
  <h2 class="mc-state__title"><?cs call:icon("success") ?><?cs if:Received.Finished ?><?cs var:T.reception_received.finished ?><?cs else ?><?cs var:T.reception_received.saved ?><?cs /if ?> <span class="mc-nowrap"><?cs var:Received.Number ?></span></h2>
  <?cs if:Received.Due && !Received.Finished ?><p class="mc-state__due"><?cs var:T.reception.due ?> <?cs var:Received.Due ?></p><?cs /if ?>
</div>
<p class="mc-received__acts"><a class="govuk-button" href="<?cs var:Received.Next ?>" data-first><?cs var:T.reception_received.next ?></a>
<?cs if:Received.More ?><a class="govuk-button govuk-button--secondary" href="<?cs var:Received.More ?>"><?cs var:T.reception_received.more ?></a>
<?cs /if ?><a class="govuk-button govuk-button--secondary" href="<?cs var:Received.PrintA5 ?>"><?cs call:icon("print") ?><?cs var:T.reception_received.print_a5 ?></a>
<a class="govuk-button govuk-button--secondary" href="<?cs var:Received.PrintA4 ?>"><?cs call:icon("print") ?><?cs var:T.reception_received.print_a4 ?></a>
<a class="govuk-button govuk-button--secondary" href="<?cs var:Received.Again ?>"><?cs var:T.reception_received.again ?></a>
<a class="govuk-button govuk-button--secondary" href="<?cs var:Page.Base ?>/can-bo/ho-so/<?cs var:Received.Id ?>"><?cs var:T.reception_received.dossier ?></a><?cs if:Received.Correct ?>
<a class="govuk-button govuk-button--secondary" href="<?cs var:Received.Correct ?>"><?cs var:T.reception_received.correct ?></a><?cs /if ?></p>
<?cs if:Received.Corrected ?><p><?cs var:Received.Corrected ?></p><?cs /if ?>
<dl class="mc-plain-facts mc-received__facts">
  <div><dt><?cs var:T.reception_received.number ?></dt><dd><a class="mc-nowrap" href="<?cs var:Page.Base ?>/can-bo/ho-so/<?cs var:Received.Id ?>"><strong><?cs var:Received.Number ?></strong></a></dd></div>
  <div><dt><?cs var:T.reception_received.code ?></dt><dd><strong class="mc-nowrap"><?cs var:Received.Code ?></strong></dd></div>
  <div><dt><?cs var:T.reception_received.applicant ?></dt><dd><?cs var:Received.Applicant ?></dd></div>
  <div><dt><?cs var:T.reception.agency ?></dt><dd><?cs var:Received.Agency ?></dd></div>
  <div><dt><?cs var:T.reception_received.at ?></dt><dd><?cs var:Received.At ?></dd></div>
  <div><dt><?cs var:T.reception.deliver ?></dt><dd><?cs var:Received.Deliver ?></dd></div>
  <div><dt><?cs var:T.reception_received.state ?></dt><dd><?cs var:Received.State ?></dd></div>
  <?cs if:Received.Email || Received.Phone ?><div><dt><?cs var:T.reception_received.told ?></dt><dd><?cs if:Received.Email ?><?cs var:Received.Email ?><?cs /if ?><?cs if:Received.Email && Received.Phone ?>, <?cs /if ?><?cs if:Received.Phone ?><?cs var:Received.Phone ?><?cs /if ?></dd></div><?cs /if ?>
</dl>
<?cs if:Received.Group.Text ?><h2 class="mc-h2"><?cs var:Received.Group.Text ?></h2>
<ol class="mc-bullets"><?cs each:d = Received.Group.Items ?><li><a href="<?cs var:d.Href ?>"><span class="mc-nowrap"><?cs var:d.Number ?></span></a>: <?cs var:d.Procedure ?></li><?cs /each ?></ol>
<p><a class="govuk-button govuk-button--secondary" href="<?cs var:Received.Group.Print ?>"><?cs call:icon("print") ?><?cs var:T.reception_received.group_print ?></a></p><?cs /if ?>
</div>
