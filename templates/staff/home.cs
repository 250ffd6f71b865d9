<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  First page of the staff program. It asks for nothing: whoever has an account comes in by the sign-in page. ?>
<div class="mc-wrap mc-narrow">
<?cs call:page_head(T.staff_home.caption, T.staff_home.title, "") ?>
<p class="mc-lead"><?cs var:T.staff_home.lead ?></p>
<?cs call:notice("info", T.staff_home.account_title, T.staff_home.account_text) ?>
<h2 class="mc-h2"><?cs var:T.staff_home.citizen_title ?></h2>
<ul class="mc-bullets">
  <li><a href="<?cs var:Page.Base ?>/thu-tuc"><?cs var:T.staff_home.citizen_find ?></a></li>
  <li><a href="<?cs var:Page.Base ?>/tra-cuu"><?cs var:T.staff_home.citizen_status ?></a></li>
</ul>
</div>
