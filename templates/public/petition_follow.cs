<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Asks for the code of a petition. Petition: Action, NotFound. ?>
<div class="mc-wrap mc-narrow">
<?cs call:page_head("", T.petition_follow.heading, "") ?>
<?cs if:Petition.NotFound ?><?cs call:notice("warning", T.petition_follow.none_title, T.petition_follow.none_text) ?><?cs /if ?>
<form action="<?cs var:Petition.Action ?>" method="post" novalidate>
<?cs call:field_code(Form.ma, T.petition_follow.code, T.petition_follow.code_hint) ?>
<?cs call:button(T.petition_follow.see, "") ?>
</form>
<p class="mc-p"><a href="<?cs var:Page.Base ?>/phan-anh"><?cs var:T.petition.heading ?></a></p>
</div>
