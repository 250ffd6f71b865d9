<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Fields from A to Z in Vietnamese order. Filled by cgi/public/browse.c. ?>
<div class="mc-wrap">
<?cs call:page_head("", T.fields.title, "") ?>
<p class="mc-lead"><?cs var:T.fields.lead ?></p>
<nav class="mc-fold-nav" aria-label="<?cs var:T.fields.letters ?>"><ul class="mc-chips"><?cs each:g = Letters ?><li><a class="mc-chip" href="#<?cs var:g.Id ?>"><?cs var:g.Text ?></a></li><?cs /each ?></ul></nav>
<?cs each:g = Letters ?>
<details class="mc-fold"><summary id="<?cs var:g.Id ?>"><h2 class="mc-h3"><?cs var:g.Text ?></h2></summary>
<?cs call:links(g.Items) ?>
</details><?cs /each ?>
</div>
