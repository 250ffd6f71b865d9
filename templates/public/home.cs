<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  The first page: find a procedure, find a dossier, or start from what happens in life. Filled by cgi/public/home.c. ?>
<section class="mc-hero">
<div class="mc-wrap">
<h1 class="mc-hero__title"><?cs var:T.home.heading ?></h1>
<p class="mc-hero__lead"><?cs var:T.home.lead_before ?> <?cs var:Home.Procedures ?> <?cs var:T.home.lead_after ?></p>
<?cs call:search_box("large", Form.q, Search.Action, T.search.label, "", "") ?>
<div class="mc-hero__popular"><span><?cs var:T.home.try ?></span>
<ul><?cs each:w = T.home.examples ?><li><a href="<?cs var:Page.Base ?>/thu-tuc?q=<?cs var:url_query(w) ?>"><?cs var:w ?></a></li><?cs /each ?></ul></div>
</div>
</section>
<div class="mc-wrap">
<section class="mc-tasks" aria-labelledby="viec">
<h2 class="govuk-visually-hidden" id="viec"><?cs var:T.home.tasks ?></h2>
<ul class="mc-cards mc-cards--four">
<?cs call:card("track", Lookup.Action, T.home.track, T.home.track_text) ?>
<?cs call:card("field", Home.FieldsHref, T.home.fields, T.home.fields_text) ?>
<?cs call:card("agency", Home.AgenciesHref, T.home.agencies, T.home.agencies_text) ?>
<?cs call:card("help", Home.HelpHref, T.home.help, T.home.help_text) ?>
</ul>
</section>
<?cs if:subcount(Home.Popular) ?>
<section aria-labelledby="nhieu-nguoi-can">
<h2 class="mc-h2 mc-h2--flush" id="nhieu-nguoi-can"><?cs var:T.home.popular ?></h2>
<ul class="mc-links"><?cs each:p = Home.Popular ?><li><a href="<?cs var:p.Href ?>"><span<?cs call:lang_of(p.Name) ?>><?cs var:p.Name ?></span></a></li><?cs /each ?></ul>
<p class="mc-actions"><a class="govuk-button govuk-button--secondary" href="<?cs var:Page.Base ?>/thu-tuc"><?cs call:icon("document") ?><?cs var:T.home.all ?></a></p>
</section>
<?cs /if ?>
</div>
<?cs if:subcount(Home.Events) ?>
<div class="mc-band">
<section class="mc-wrap" aria-labelledby="su-kien">
<h2 class="mc-h2 mc-h2--flush" id="su-kien"><?cs var:T.home.events ?></h2>
<p class="mc-p"><?cs var:T.home.events_text ?></p>
<ul class="mc-cards"><?cs each:e = Home.Events ?>
<li><div class="mc-card mc-card--row"><?cs if:e.Icon ?><span class="mc-card__icon"><?cs call:icon(e.Icon) ?></span><?cs /if ?><h3 class="mc-card__title"><a href="<?cs var:e.Href ?>"><?cs call:words(e.Text) ?></a></h3></div></li><?cs /each ?>
</ul>
<p class="mc-actions"><a class="govuk-button govuk-button--secondary" href="<?cs var:Page.Base ?>/su-kien"><?cs var:T.home.events_all ?><?cs call:icon("arrow") ?></a></p>
</section>
</div>
<?cs /if ?>
<div class="mc-wrap">
<section class="mc-lookup mc-lookup--split" aria-labelledby="ho-so">
<div class="mc-lookup__text">
<h2 class="mc-h2 mc-h2--flush" id="ho-so"><?cs var:T.home.lookup ?></h2>
<p><?cs var:T.home.lookup_text ?></p>
</div>
<?cs call:lookup_box(Form.ma, Lookup.Action, T.lookup.label, T.lookup.hint, T.lookup.button) ?>
</section>
</div>
