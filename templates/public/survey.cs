<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  The survey of the period. Survey: Title, Intro, Until, Slip, Code, Action, Token; Agencies: Value, Text; Questions: Field, N, Kind, Text,
  Factor (heading, where a new one begins), Needed, Value, Error, Choices: Value, Text, Checked. ?>
<?cs def:question_legend(q) ?><span class="mc-survey__n"><?cs var:q.N ?>.</span> <span<?cs call:lang_of(q.Text) ?>><?cs var:q.Text ?></span><?cs if:q.Needed ?> <span class="mc-survey__needed">(<?cs var:T.survey.needed ?>)</span><?cs /if ?><?cs /def ?>
<?cs def:question_error(q) ?><?cs if:q.Error ?><p class="govuk-error-message" id="e-<?cs var:q.Field ?>"><?cs var:T.form.error ?> <?cs var:q.Error ?></p><?cs /if ?><?cs /def ?>
<?cs def:question(q) ?>
<div class="govuk-form-group<?cs if:q.Error ?> govuk-form-group--error<?cs /if ?> mc-survey__question">
<?cs if:q.Kind == "words" ?>
  <label class="govuk-label" for="f-<?cs var:q.Field ?>"><?cs call:question_legend(q) ?></label><?cs call:question_error(q) ?>
  <textarea class="govuk-textarea" id="f-<?cs var:q.Field ?>" name="<?cs var:q.Field ?>" rows="3"<?cs if:q.Error ?> aria-describedby="e-<?cs var:q.Field ?>" aria-invalid="true"<?cs /if ?>><?cs var:q.Value ?></textarea>
<?cs else ?>
  <fieldset class="govuk-fieldset"<?cs if:q.Error ?> aria-describedby="e-<?cs var:q.Field ?>"<?cs /if ?>>
    <legend class="govuk-fieldset__legend"><?cs call:question_legend(q) ?></legend><?cs call:question_error(q) ?>
    <div class="govuk-radios mc-survey__choices mc-survey__choices--<?cs var:q.Kind ?>"><?cs each:c = q.Choices ?>
      <div class="govuk-radios__item"><input class="govuk-radios__input" id="f-<?cs var:q.Field ?><?cs if:!first(c) ?>-<?cs var:c.Value ?><?cs /if ?>" name="<?cs var:q.Field ?>" type="radio" value="<?cs var:c.Value ?>"<?cs if:c.Checked ?> checked<?cs /if ?>><label class="govuk-label govuk-radios__label" for="f-<?cs var:q.Field ?><?cs if:!first(c) ?>-<?cs var:c.Value ?><?cs /if ?>"<?cs call:lang_of(c.Text) ?>><?cs var:c.Text ?></label></div><?cs /each ?>
    </div>
  </fieldset>
<?cs /if ?>
</div>
<?cs /def ?>
<div class="mc-wrap mc-survey">
<div class="mc-head"><h1 class="mc-h1"<?cs call:lang_of(Survey.Title) ?>><?cs var:Survey.Title ?></h1></div>
<?cs if:Survey.Intro ?><p class="mc-lead"<?cs call:lang_of(Survey.Intro) ?>><?cs var:Survey.Intro ?></p><?cs /if ?>
<p class="mc-p"><?cs var:T.survey.private ?> <?cs var:T.survey.until ?> <?cs var:Survey.Until ?>.</p>
<form action="<?cs var:Survey.Action ?>" method="post" novalidate>
<input type="hidden" name="token" value="<?cs var:Survey.Token ?>"><input type="hidden" name="ky" value="<?cs var:Survey.Code ?>">
<?cs if:Survey.Slip ?><input type="hidden" name="phieu" value="<?cs var:Survey.Slip ?>"><?cs else ?>
<div class="govuk-form-group"><label class="govuk-label" for="f-co-quan"><?cs var:T.survey.agency ?></label><select class="govuk-select" id="f-co-quan" name="co-quan"><?cs each:a = Agencies ?><option value="<?cs var:a.Value ?>"<?cs if:a.Value == Form["co-quan"].Value ?> selected<?cs /if ?>><?cs var:a.Text ?></option><?cs /each ?></select></div><?cs /if ?>
<?cs each:q = Questions ?><?cs if:q.Factor ?><h2 class="mc-h2"><?cs var:q.Factor ?></h2><?cs /if ?><?cs call:question(q) ?><?cs /each ?>
<?cs call:button(T.survey.send, T.form.sending) ?>
</form>
</div>
