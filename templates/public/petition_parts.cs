<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Published petitions. Pages include it before they use it. ?>
<?cs # published(list): petitions with their answers. list: Subject, Words, Answer, Agency, Received, Answered, Outcome (optional).
  Example: call:published(Published) ?>
<?cs def:published(list) ?>
<ul class="mc-petitions"><?cs each:p = list ?>
<li><p class="mc-petitions__head"><?cs call:tag("info", p.Subject) ?> <?cs if:p.Agency ?><span<?cs call:lang_of(p.Agency) ?>><?cs var:p.Agency ?></span> · <?cs /if ?><?cs var:p.Received ?></p>
<p class="mc-petitions__words" lang="vi"><?cs var:p.Words ?></p>
<p class="mc-petitions__answer"><strong><?cs var:T.petition.answer ?> <?cs var:p.Answered ?></strong><?cs if:p.Outcome ?> <?cs call:tag("ok", p.Outcome) ?><?cs /if ?></p>
<p class="mc-petitions__words" lang="vi"><?cs var:p.Answer ?></p></li><?cs /each ?></ul>
<?cs /def ?>
