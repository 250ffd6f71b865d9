<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Where is my dossier: one box for both codes. Lookup.AskDigits adds the second fact, with the number kept as typed. ?>
<div class="mc-wrap mc-narrow">
<?cs call:page_head("", T.lookup.heading, "") ?>
<p class="mc-lead"><?cs var:T.lookup.lead ?></p>

<?cs if:Lookup.TooOften ?><?cs call:notice("warning", T.lookup.often_title, T.lookup.often_text) ?>
<?cs elif:Lookup.NotFound ?><?cs call:notice("warning", T.lookup.none_title, T.lookup.none_text) ?><?cs /if ?>

<?cs if:Lookup.AskDigits ?>
<form action="<?cs var:Lookup.Action ?>" method="post" novalidate>
  <?cs call:field_text(Form.ma, T.lookup.label, "") ?>
  <?cs call:field_code(Form.so, T.lookup.digits, T.lookup.digits_hint) ?>
  <?cs call:button(T.lookup.button, "") ?>
</form>
<?cs else ?>
<?cs call:lookup_box(Form.ma, Lookup.Action, T.lookup.label, T.lookup.hint, T.lookup.button) ?>
<?cs /if ?>

<h2 class="mc-h2"><?cs var:T.lookup.where_title ?></h2>
<ul class="mc-bullets">
  <li><?cs var:T.lookup.where_code ?></li>
  <li><?cs var:T.lookup.where_number ?></li>
  <li><?cs var:T.lookup.where_qr ?></li>
</ul>
<p class="mc-p"><?cs var:T.lookup.lost ?> <?cs call:phone(Site.Hotline, Site.HotlineTel) ?>.</p>
<p class="mc-p mc-small mc-soft"><?cs var:T.lookup.private ?></p>
</div>
