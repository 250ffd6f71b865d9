<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  The panic button asks once. Panic: Action, Token, Counter, Nowhere, Back. ?>
<div class="mc-wrap mc-narrow">
<?cs call:page_head("", T.panic.title, "") ?>
<?cs if:Panic.Nowhere ?><p><?cs var:T.panic.nowhere ?></p><?cs else ?>
<p class="mc-lead"><?cs var:T.panic.lead ?> <strong><?cs if:Panic.Counter ?><?cs var:T.desk.counter ?> <?cs var:Panic.Counter ?><?cs else ?><?cs var:T.panic.no_counter ?><?cs /if ?></strong>.</p>
<form action="<?cs var:Panic.Action ?>" method="post"><input type="hidden" name="token" value="<?cs var:Panic.Token ?>"><p class="mc-actions"><button type="submit" class="govuk-button govuk-button--warning" data-busy="<?cs var:T.panic.sending ?>"><?cs var:T.panic.send ?></button></p></form>
<?cs /if ?>
<p><a href="<?cs var:Panic.Back ?>"><?cs var:T.common.back ?></a></p>
</div>
