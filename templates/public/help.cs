<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Help: the way of a dossier, then questions and answers. Words: T.help. ?>
<div class="mc-wrap">
<div class="mc-columns">
<div class="mc-columns__main">
<?cs call:page_head("", T.help.title, "") ?>
<p class="mc-lead"><?cs var:T.help.lead ?></p>
<h2 class="mc-h2"><?cs var:T.help.way ?></h2>
<ol class="mc-steps"><?cs each:s = T.help.steps ?><li><strong><?cs var:s.title ?></strong><br><?cs var:s.text ?></li><?cs /each ?></ol>
<h2 class="mc-h2"><?cs var:T.help.questions ?></h2>
<?cs each:q = T.help.faq ?><details class="mc-details"><summary><?cs var:q.q ?></summary><p class="mc-p"><?cs var:q.a ?></p></details><?cs /each ?>
</div>
<aside class="mc-aside" aria-labelledby="goi"><?cs include!"public/contact_panel.cs" ?></aside>
</div>
</div>
