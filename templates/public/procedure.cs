<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  One procedure with all its statutory parts. A part that is not published says so. Filled by cgi/public/procedure.c. ?>
<?cs include!"public/papers.cs" ?>
<?cs def:unpublished() ?><p class="mc-soft"><?cs var:T.procedure.unpublished_text ?></p><?cs /def ?>
<?cs def:part_lines(list) ?><?cs if:subcount(list) == #1 ?><?cs call:paragraphs(list) ?><?cs elif:subcount(list) ?><ul class="mc-bullets"><?cs each:l = list ?><li<?cs call:lang_of(l.Text) ?>><?cs var:l.Text ?></li><?cs /each ?></ul><?cs else ?><?cs call:unpublished() ?><?cs /if ?><?cs /def ?>
<?cs def:notes(list) ?><?cs if:subcount(list) ?><?cs call:paragraphs(list) ?><?cs /if ?><?cs /def ?>
<div class="mc-wrap">
<div class="mc-head">
<p class="mc-head__caption"><?cs var:T.procedure.code ?> <span class="mc-code"><?cs var:Procedure.Code ?></span></p>
<h1 class="mc-h1<?cs if:Procedure.NameSize ?> mc-h1--<?cs var:Procedure.NameSize ?><?cs /if ?>"<?cs call:lang_of(Procedure.Name) ?>><?cs var:Procedure.Name ?></h1>
<?cs if:Procedure.NameVi ?><p class="mc-soft" lang="vi"><?cs var:Procedure.NameVi ?></p><?cs /if ?>
</div>
<dl class="mc-facts"><?cs each:x = Procedure.Facts ?><div><?cs call:icon(x.Icon) ?><dt><?cs var:x.Term ?></dt><dd<?cs call:lang_of(x.Value) ?>><?cs var:x.Value ?></dd><?cs if:x.Note ?><dd><?cs var:x.Note ?></dd><?cs /if ?></div><?cs /each ?></dl>
<div class="mc-actions">
<?cs if:subcount(Procedure.Cases) ?><?cs call:button_link(Procedure.PrepareHref, T.procedure.prepare, "checklist") ?><?cs /if ?>
<?cs if:Procedure.FormHref ?><?cs call:button_link_quiet(Procedure.FormHref, T.procedure.form, "download") ?><?cs /if ?>
<?cs call:print_button(T.common.print) ?>
</div>
<div class="mc-columns">
<div class="mc-columns__main">

<section aria-labelledby="giay-to">
<h2 class="mc-h2" id="giay-to"><?cs var:T.procedure.papers ?></h2>
<?cs if:subcount(Procedure.Cases) ?>
<?cs each:c = Procedure.Cases ?>
<?cs if:c.Title ?><h3 class="mc-h3"<?cs call:lang_of(c.Title) ?>><?cs var:c.Title ?></h3><?cs /if ?>
<?cs call:papers_of(c.Papers) ?><?cs /each ?>
<?cs else ?><?cs call:unpublished() ?><?cs /if ?>
</section>

<section aria-labelledby="trinh-tu">
<h2 class="mc-h2" id="trinh-tu"><?cs var:T.procedure.steps ?></h2>
<?cs if:subcount(Procedure.Steps) ?><?cs call:steps(Procedure.Steps) ?><?cs else ?><?cs call:unpublished() ?><?cs /if ?>
</section>

<section aria-labelledby="cach-nop">
<h2 class="mc-h2" id="cach-nop"><?cs var:T.procedure.ways ?></h2>
<?cs if:subcount(Procedure.Ways) ?>
<ul class="mc-ways"><?cs each:w = Procedure.Ways ?><li><?cs call:icon(w.Icon) ?><div><strong><?cs var:w.Text ?></strong><?cs if:w.Note ?><br><?cs var:w.Note ?><?cs /if ?></div></li><?cs /each ?></ul>
<?cs /if ?>
<?cs if:subcount(Procedure.SubmitText) && subcount(Procedure.Ways) ?><details class="mc-details"><summary><?cs var:T.procedure.ways_official ?></summary><?cs call:paragraphs(Procedure.SubmitText) ?></details>
<?cs elif:subcount(Procedure.SubmitText) ?><?cs call:paragraphs(Procedure.SubmitText) ?><?cs elif:!subcount(Procedure.Ways) ?><?cs call:unpublished() ?><?cs /if ?>
</section>

<section aria-labelledby="thoi-han">
<h2 class="mc-h2" id="thoi-han"><?cs var:T.procedure.term ?></h2>
<?cs if:Procedure.Term ?><p class="mc-p"><strong><?cs var:Procedure.Term ?></strong> <?cs var:T.procedure.term_from ?></p><?cs elif:!subcount(Procedure.TermNotes) ?><?cs call:unpublished() ?><?cs /if ?>
<?cs call:notes(Procedure.TermNotes) ?>
</section>

<section aria-labelledby="le-phi">
<h2 class="mc-h2" id="le-phi"><?cs var:T.procedure.fee ?></h2>
<?cs if:Procedure.Fee ?><p class="mc-p"><strong><?cs var:Procedure.Fee ?></strong></p><?cs elif:!subcount(Procedure.Fees) && !subcount(Procedure.FeeNotes) ?><?cs call:unpublished() ?><?cs /if ?>
<?cs if:subcount(Procedure.Fees) ?>
<div class="mc-table-scroll" tabindex="0" role="group" aria-labelledby="le-phi">
<table class="govuk-table">
<thead><tr><th scope="col" class="govuk-table__header"><?cs var:T.fee.what ?></th><th scope="col" class="govuk-table__header govuk-table__header--numeric"><?cs var:T.fee.amount ?></th><th scope="col" class="govuk-table__header govuk-table__header--numeric"><?cs var:T.fee.online ?></th><th scope="col" class="govuk-table__header"><?cs var:T.fee.when ?></th></tr></thead>
<tbody><?cs each:f = Procedure.Fees ?><tr><td class="govuk-table__cell"><?cs var:f.Kind ?>: <span<?cs call:lang_of(f.Name) ?>><?cs var:f.Name ?></span><?cs if:f.Note ?><br><span class="mc-small mc-soft"<?cs call:lang_of(f.Note) ?>><?cs var:f.Note ?></span><?cs /if ?></td><td class="govuk-table__cell govuk-table__cell--numeric mc-nowrap"><?cs if:f.Amount ?><?cs var:f.Amount ?><?cs else ?>–<?cs /if ?></td><td class="govuk-table__cell govuk-table__cell--numeric mc-nowrap"><?cs if:f.Online ?><?cs var:f.Online ?><?cs elif:f.Amount ?><?cs var:f.Amount ?><?cs else ?>–<?cs /if ?></td><td class="govuk-table__cell"><?cs var:f.Paid ?></td></tr><?cs /each ?></tbody>
</table>
</div>
<?cs /if ?>
<?cs call:notes(Procedure.FeeNotes) ?>
</section>

<section aria-labelledby="doi-tuong">
<h2 class="mc-h2" id="doi-tuong"><?cs var:T.procedure.who ?></h2>
<?cs if:subcount(Procedure.Subjects) ?><?cs call:part_lines(Procedure.Subjects) ?><?cs else ?><?cs call:part_lines(Procedure.Audience) ?><?cs /if ?>
</section>

<section aria-labelledby="ket-qua">
<h2 class="mc-h2" id="ket-qua"><?cs var:T.procedure.result ?></h2>
<?cs call:part_lines(Procedure.Results) ?>
</section>

<section aria-labelledby="dieu-kien">
<h2 class="mc-h2" id="dieu-kien"><?cs var:T.procedure.conditions ?></h2>
<?cs if:Procedure.NoConditions ?><p class="mc-p"><?cs var:T.procedure.no_conditions ?></p><?cs else ?><?cs call:part_lines(Procedure.Conditions) ?><?cs /if ?>
</section>

<section aria-labelledby="co-quan">
<h2 class="mc-h2" id="co-quan"><?cs var:T.procedure.authority ?></h2>
<?cs call:notes(Procedure.Authority) ?>
<?cs if:subcount(Procedure.Agencies) ?><ul class="mc-bullets"><?cs each:a = Procedure.Agencies ?><li><a href="<?cs var:a.Href ?>"<?cs call:lang_of(a.Text) ?>><?cs var:a.Text ?></a></li><?cs /each ?></ul>
<?cs elif:!subcount(Procedure.Authority) ?><?cs call:unpublished() ?><?cs /if ?>
<?cs if:Procedure.Promulgator ?><p class="mc-p mc-soft"><?cs var:T.procedure.promulgator ?> <?cs call:words(Procedure.Promulgator) ?></p><?cs /if ?>
</section>

<section aria-labelledby="can-cu">
<h2 class="mc-h2" id="can-cu"><?cs var:T.procedure.legal ?></h2>
<?cs if:subcount(Procedure.Laws) ?><ul class="mc-bullets"><?cs each:l = Procedure.Laws ?><li><span class="mc-nowrap" lang="vi"><?cs var:l.Number ?></span><?cs if:l.Title ?> <span<?cs call:lang_of(l.Title) ?>><?cs var:l.Title ?></span><?cs /if ?><?cs if:l.Issuer || l.Date ?> <span class="mc-soft">(<?cs call:words(l.Issuer) ?><?cs if:l.Issuer && l.Date ?>, <?cs /if ?><?cs var:l.Date ?>)</span><?cs /if ?></li><?cs /each ?></ul><?cs else ?><?cs call:unpublished() ?><?cs /if ?>
</section>

<?cs if:subcount(Procedure.Notes) ?>
<section aria-labelledby="ghi-chu">
<h2 class="mc-h2" id="ghi-chu"><?cs var:T.procedure.note ?></h2>
<?cs call:paragraphs(Procedure.Notes) ?>
</section>
<?cs /if ?>

<section aria-labelledby="muc-do">
<h2 class="mc-h2" id="muc-do"><?cs var:T.procedure.service_title ?></h2>
<p class="mc-p"><?cs var:Procedure.ServiceText ?></p>
<?cs if:Procedure.FullOnline ?><p class="mc-p"><?cs var:T.service.full_text ?></p><?cs /if ?>
</section>

<?cs if:Procedure.Official ?><p class="mc-p mc-small mc-soft"><?cs var:T.procedure.official ?> <?cs call:words(Procedure.Official) ?></p><?cs /if ?>
<?cs if:Procedure.Updated ?><p class="mc-p mc-small mc-soft"><?cs var:T.procedure.updated ?> <?cs var:Procedure.Updated ?>.</p><?cs /if ?>

<?cs if:subcount(Procedure.Related) ?>
<section class="mc-screen-only" aria-labelledby="lien-quan">
<h2 class="mc-h2" id="lien-quan"><?cs var:T.procedure.related ?></h2>
<ul class="mc-links mc-links--one"><?cs each:r = Procedure.Related ?><li><a href="<?cs var:r.Href ?>"><span<?cs call:lang_of(r.Name) ?>><?cs var:r.Name ?></span></a></li><?cs /each ?></ul>
</section>
<?cs /if ?>
<?cs call:print_source(Procedure.Address, Procedure.QrHref) ?>
</div>

<aside class="mc-aside mc-screen-only" aria-label="<?cs var:T.procedure.take ?>">
<nav class="mc-onpage" aria-labelledby="muc-luc">
<h2 class="mc-panel__title" id="muc-luc"><?cs var:T.procedure.contents ?></h2>
<ul>
<li><a href="#giay-to"><?cs var:T.procedure.papers ?></a></li>
<li><a href="#trinh-tu"><?cs var:T.procedure.steps ?></a></li>
<li><a href="#cach-nop"><?cs var:T.procedure.ways ?></a></li>
<li><a href="#thoi-han"><?cs var:T.procedure.term ?></a></li>
<li><a href="#le-phi"><?cs var:T.procedure.fee ?></a></li>
<li><a href="#doi-tuong"><?cs var:T.procedure.who ?></a></li>
<li><a href="#ket-qua"><?cs var:T.procedure.result ?></a></li>
<li><a href="#dieu-kien"><?cs var:T.procedure.conditions ?></a></li>
<li><a href="#co-quan"><?cs var:T.procedure.authority ?></a></li>
<li><a href="#can-cu"><?cs var:T.procedure.legal ?></a></li>
<li><a href="#muc-do"><?cs var:T.procedure.service_title ?></a></li>
</ul>
</nav>
<?cs call:qr(Procedure.QrHref, T.procedure.scan) ?>
</aside>
</div>
</div>
