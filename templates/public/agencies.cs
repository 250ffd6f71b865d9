<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  The tree of agencies. Filled by cgi/public/browse.c. ?>
<div class="mc-wrap">
<?cs call:page_head("", T.agencies.title, "") ?>
<p class="mc-lead"><?cs var:T.agencies.lead ?></p>
<h2 class="mc-h2"><?cs var:T.agencies.provincial ?></h2>
<?cs call:links(Provincial) ?>
<?cs if:subcount(Central) ?><h2 class="mc-h2"><?cs var:T.agencies.central ?></h2>
<?cs call:links(Central) ?><?cs /if ?>
<?cs if:subcount(Districts) || subcount(AnyDistrict) ?>
<h2 class="mc-h2"><?cs var:T.agencies.districts ?></h2>
<?cs if:subcount(AnyDistrict) ?><h3 class="mc-h3"><?cs var:T.agencies.any_district ?></h3><?cs call:links(AnyDistrict) ?><?cs /if ?>
<?cs if:subcount(AnyCommune) ?><h3 class="mc-h3"><?cs var:T.agencies.any_commune ?></h3><?cs call:links(AnyCommune) ?><?cs /if ?>
<h3 class="mc-h3"><?cs var:T.agencies.choose_place ?></h3>
<?cs each:d = Districts ?>
<details class="mc-details"><summary><?cs if:d.Area ?><span<?cs call:lang_of(d.Area) ?>><?cs var:d.Area ?></span><?cs else ?><span<?cs call:lang_of(d.Text) ?>><?cs var:d.Text ?></span><?cs /if ?> <span class="mc-details__n">(<?cs var:d.N ?> <?cs var:T.agencies.communes ?>)</span></summary>
<p class="mc-p"><a href="<?cs var:d.Href ?>"<?cs call:lang_of(d.Text) ?>><?cs var:d.Text ?></a></p>
<?cs call:links(d.Communes) ?>
</details><?cs /each ?>
<?cs /if ?>
<?cs if:subcount(Communes) ?><h2 class="mc-h2"><?cs var:T.agencies.communes_title ?></h2><?cs call:links(Communes) ?><?cs /if ?>
</div>
