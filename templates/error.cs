<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Body of every failed page. C sets Error.Status (404, 500, …) and, when it knows better words, Error.Title and
  Error.Text; Error.Again (Action, Fields.N.{Name,Value}) lets a form be sent once more with everything typed.
  It must work with no Site.* and no database. ?>
<?cs def:failure_title(status) ?><?cs if:status == #400 ?><?cs var:T.error.e400_title ?><?cs elif:status == #403 ?><?cs var:T.error.e403_title ?><?cs elif:status == #404 ?><?cs var:T.error.e404_title ?><?cs elif:status == #405 ?><?cs var:T.error.e405_title ?><?cs elif:status == #413 ?><?cs var:T.error.e413_title ?><?cs elif:status == #429 ?><?cs var:T.error.e429_title ?><?cs elif:status == #503 ?><?cs var:T.error.e503_title ?><?cs else ?><?cs var:T.error.default_title ?><?cs /if ?><?cs /def ?>
<?cs def:failure_text(status) ?><?cs if:status == #400 ?><?cs var:T.error.e400_text ?><?cs elif:status == #403 ?><?cs var:T.error.e403_text ?><?cs elif:status == #404 ?><?cs var:T.error.e404_text ?><?cs elif:status == #405 ?><?cs var:T.error.e405_text ?><?cs elif:status == #413 ?><?cs var:T.error.e413_text ?><?cs elif:status == #429 ?><?cs var:T.error.e429_text ?><?cs elif:status == #503 ?><?cs var:T.error.e503_text ?><?cs else ?><?cs var:T.error.default_text ?><?cs /if ?><?cs /def ?>
<div class="mc-wrap">
<div class="mc-failure">
<svg class="mc-failure__mark" width="144" height="144" aria-hidden="true" focusable="false"><use href="<?cs var:Asset.icons ?>#door"/></svg>
<div>
<h1 class="mc-h1"><?cs if:Error.Title ?><?cs var:Error.Title ?><?cs else ?><?cs call:failure_title(Error.Status) ?><?cs /if ?></h1>
<p class="mc-lead"><?cs if:Error.Text ?><?cs var:Error.Text ?><?cs else ?><?cs call:failure_text(Error.Status) ?><?cs /if ?></p>
<?cs if:Error.Again.Action ?><form action="<?cs var:Error.Again.Action ?>" method="post">
<?cs each:f = Error.Again.Fields ?><input type="hidden" name="<?cs var:f.Name ?>" value="<?cs var:f.Value ?>"><?cs /each ?>
<p class="mc-actions"><?cs call:button(T.error.again, T.form.sending) ?></p>
</form><?cs /if ?>
<?cs if:Error.Status == #404 && Page.Audience != "kiosk" ?><form class="mc-search mc-search--small" action="<?cs var:Page.Base ?>/thu-tuc" method="get" role="search">
<label class="mc-search__label" for="f-q"><?cs var:T.error.search ?></label>
<div class="mc-search__row">
<div class="mc-search__field"><input class="mc-search__input" id="f-q" name="q" type="search" maxlength="200" enterkeyhint="search" spellcheck="false" data-suggest="<?cs var:Page.Base ?>/goi-y" data-list="<?cs var:T.search.list ?>" data-count="<?cs var:T.search.count ?>"></div>
<button class="govuk-button mc-search__button" type="submit"><?cs call:icon("search") ?><span class="mc-search__word"><?cs var:T.search.button ?></span></button>
</div>
</form><?cs /if ?>
<p class="mc-actions"><a class="govuk-button govuk-button--secondary" href="<?cs if:Page.HomeHref ?><?cs var:Page.HomeHref ?><?cs else ?><?cs var:Page.Base ?>/<?cs /if ?>"><?cs call:icon("home") ?><?cs var:T.common.home ?></a><?cs if:Site.Hotline ?><span><?cs var:T.error.call ?> <strong><?cs call:phone(Site.Hotline, Site.HotlineTel) ?></strong></span><?cs /if ?></p>
<?cs if:Page.Id ?><p class="mc-failure__id"><?cs var:T.common.page_id ?>: <span class="mc-code"><?cs var:Page.Id ?></span></p><?cs /if ?>
</div>
</div>
</div>
