<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  The halls one may set. Halls: Href, Name, Agency, Retired; List.AddHref. ?>
<div class="mc-wrap mc-hall">
<?cs call:page_head("", T.hall_settings.title, "") ?>
<?cs if:subcount(Halls) ?>
<ul class="mc-hall__halls"><?cs each:h = Halls ?>
  <li><a href="<?cs var:h.Href ?>"><?cs var:h.Name ?></a><?cs if:h.Retired ?> <?cs call:tag("", T.hall_setting.retired) ?><?cs /if ?><span class="mc-soft"><?cs var:h.Agency ?></span></li><?cs /each ?>
</ul>
<?cs else ?><p><?cs var:T.hall_settings.none ?></p><?cs /if ?>
<p class="mc-actions"><?cs call:button_link_quiet(List.AddHref, T.hall_rules.add, "") ?></p>
</div>
