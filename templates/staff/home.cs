<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  First page after sign-in. Grants: RoleText, Agency, To; StandsIn: Name, Unit, To; Links: Href, Icon, Text, Hint;
  Today: Href, Icon, Text, Hint, Count, Alarm. ?>
<div class="mc-wrap">
<?cs call:page_head(T.staff_home.caption, User.Name, "") ?>
<p class="mc-lead"><?cs if:User.Title ?><?cs var:User.Title ?> · <?cs /if ?><?cs var:User.Unit ?></p>

<?cs if:subcount(Today) ?><h2 class="mc-h2"><?cs var:T.staff_home.today ?></h2>
<ul class="mc-today"><?cs each:t = Today ?>
  <li class="mc-today__item<?cs if:t.Alarm ?> mc-today__item--alarm<?cs /if ?>"><?cs call:icon(t.Icon) ?><a href="<?cs var:t.Href ?>"><span class="mc-today__n"><?cs var:t.Count ?></span> <span class="mc-today__text"><?cs var:t.Text ?></span></a><span class="mc-today__hint"><?cs var:t.Hint ?></span></li><?cs /each ?>
</ul><?cs /if ?>
<h2 class="mc-h2"><?cs var:T.staff_home.links ?></h2>
<ul class="mc-cards"><?cs each:l = Links ?><?cs call:card(l.Icon, l.Href, l.Text, l.Hint) ?><?cs /each ?></ul>

<h2 class="mc-h2"><?cs var:T.staff_home.roles ?></h2>
<?cs if:subcount(Grants) ?><ul class="mc-bullets"><?cs each:g = Grants ?>
  <li><strong><?cs var:g.RoleText ?></strong>: <?cs var:g.Agency ?><?cs if:g.To ?> (<?cs var:T.staff_home.until ?> <?cs var:g.To ?>)<?cs /if ?></li><?cs /each ?>
</ul><?cs else ?><p><?cs var:T.staff_home.no_roles ?></p><?cs /if ?>
<?cs if:subcount(StandsIn) ?>
<h2 class="mc-h2"><?cs var:T.staff_home.stands_in ?></h2>
<ul class="mc-bullets"><?cs each:s = StandsIn ?>
  <li><strong><?cs var:s.Name ?></strong>, <?cs var:s.Unit ?> (<?cs var:T.staff_home.until ?> <?cs var:s.To ?>)</li><?cs /each ?>
</ul><?cs /if ?>
</div>
