<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Rating a service by telephone: who is rated, five faces. Officer (see rating_parts.cs), Faces, Vote.Action. ?>
<?cs include!"rating_parts.cs" ?>
<div class="mc-wrap mc-narrow">
<?cs call:page_head("", T.rating.question, "") ?>
<?cs call:rated_officer(Officer) ?>
<form action="<?cs var:Vote.Action ?>" method="post">
  <fieldset class="govuk-fieldset">
    <legend class="govuk-fieldset__legend"><?cs var:T.rating.faces ?></legend>
    <?cs if:Form.diem.Error ?><?cs call:field_error(Form.diem) ?><?cs /if ?>
    <?cs call:faces(Faces) ?>
  </fieldset>
</form>
<p class="mc-p mc-small mc-soft"><?cs var:T.rating.private ?></p>
</div>
