<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Nothing but the line in the head, for scripts that look again. ?>
<div class="mc-wrap">
<?cs call:page_head("", T.desk_bar.title, "") ?>
<p><a href="<?cs var:Page.Base ?>/can-bo"><?cs var:T.staff_home.title ?></a></p>
</div>
