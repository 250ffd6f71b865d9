<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  The papers of a procedure to tick, with a mouse or a pen. The ticks travel in the address: nothing is stored.
  Filled by cgi/public/prepare.c. ?>
<div class="mc-wrap mc-narrow">
<div class="mc-head">
<p class="mc-head__caption"><?cs var:T.prepare.title ?></p>
<h1 class="mc-h1<?cs if:Procedure.NameSize ?> mc-h1--<?cs var:Procedure.NameSize ?><?cs /if ?>"<?cs call:lang_of(Procedure.Name) ?>><?cs var:Procedure.Name ?></h1>
</div>
<?cs if:Prepare.Begun ?>
<?cs if:subcount(Prepare.Missing) ?>
<div class="mc-notice mc-notice--warning"><?cs call:icon("warning") ?><div class="mc-notice__text">
<p class="mc-notice__title"><?cs var:T.prepare.missing ?></p>
<ul class="mc-bullets"><?cs each:m = Prepare.Missing ?><li<?cs call:lang_of(m.Text) ?>><?cs var:m.Text ?></li><?cs /each ?></ul>
</div></div>
<?cs else ?><?cs call:notice("success", T.prepare.complete, T.prepare.complete_text) ?><?cs /if ?>
<?cs else ?><p class="mc-lead"><?cs var:T.prepare.lead ?></p><?cs /if ?>
<?cs if:subcount(Procedure.Cases) ?>
<form method="get" action="<?cs var:Procedure.PrepareHref ?>">
<fieldset class="govuk-fieldset mc-checklist">
<legend class="govuk-fieldset__legend govuk-fieldset__legend--m"><?cs var:T.prepare.papers ?></legend>
<?cs each:c = Procedure.Cases ?>
<?cs if:c.Title ?><h2 class="mc-h3"<?cs call:lang_of(c.Title) ?>><?cs var:c.Title ?></h2><?cs /if ?>
<div class="govuk-checkboxes"><?cs each:p = c.Papers ?>
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="giay-<?cs var:p.Number ?>" name="co" value="<?cs var:p.Number ?>" type="checkbox"<?cs if:p.Checked ?> checked<?cs /if ?><?cs if:p.Note ?> aria-describedby="giay-<?cs var:p.Number ?>-h"<?cs /if ?>>
<label class="govuk-label govuk-checkboxes__label" for="giay-<?cs var:p.Number ?>"><span<?cs call:lang_of(p.Name) ?>><?cs var:p.Name ?></span> <span class="mc-checklist__count"><?cs call:paper_counts(p) ?><?cs if:p.ShownOnly ?> <span class="mc-tag"><?cs var:T.procedure.shown_only ?></span><?cs /if ?><?cs if:p.Optional ?> <span class="mc-tag mc-tag--wait"><?cs var:T.procedure.optional ?></span><?cs /if ?></span></label>
<?cs if:p.Note ?><div class="govuk-hint govuk-checkboxes__hint" id="giay-<?cs var:p.Number ?>-h"<?cs call:lang_of(p.Note) ?>><?cs var:p.Note ?></div><?cs /if ?>
</div><?cs /each ?>
</div><?cs /each ?>
</fieldset>
<div class="mc-actions"><?cs call:button(T.prepare.check, "") ?><?cs call:print_button(T.prepare.print) ?></div>
</form>
<?cs else ?><?cs call:notice("info", T.procedure.unpublished, T.procedure.unpublished_text) ?><?cs /if ?>
<h2 class="mc-h2"><?cs var:T.prepare.also ?></h2>
<ul class="mc-bullets">
<li><?cs var:T.prepare.also_identity ?></li>
<li><?cs var:T.prepare.also_originals ?></li>
<li><?cs var:T.prepare.also_phone ?></li>
</ul>
<div class="mc-actions"><?cs if:Procedure.FormHref ?><?cs call:button_link_quiet(Procedure.FormHref, T.procedure.form, "download") ?><?cs /if ?><a href="<?cs var:Procedure.Href ?>"><?cs var:T.prepare.back ?></a></div>
<?cs call:print_source(Procedure.Address, Procedure.QrHref) ?>
</div>
