<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  The parts pages are made of. layout.cs includes this file before the page, so every page may call them.
  Parameters are literals or nodes; a node keeps its children (r.Href). Pass "" for what is not wanted.
  A list is a node with numbered children: X.0.Text, X.1.Text, …
  docs/design-system.md shows how they look together. ?>

<?cs # ---------------------------------------------------------------- words and marks ?>

<?cs # icon(id): a drawing of icons.svg at the size of the text, silent for screen readers.
  id: agency arrow back calendar check checklist clock close counter document download error field globe help home
  info law level mail money offline pause people phone pin print qr scan search sound success track warning
  Example: call:icon("clock") ?>
<?cs def:icon(id) ?><svg class="mc-icon" width="24" height="24" aria-hidden="true" focusable="false"><use href="<?cs var:Asset.icons ?>#<?cs var:id ?>"/></svg><?cs /def ?>

<?cs # lang_of(n): the lang attribute of a text of the catalogue that is not in the page's language. n: a node, never a
  literal; C sets n.Lang (put_text in public/public.c).  words(n): the text itself, in a span where that is needed.
  Example: call:words(l.Text) ?>
<?cs def:lang_of(n) ?><?cs if:n.Lang ?> lang="<?cs var:n.Lang ?>"<?cs /if ?><?cs /def ?>
<?cs def:words(n) ?><?cs if:n.Lang ?><span lang="<?cs var:n.Lang ?>"><?cs var:n ?></span><?cs else ?><?cs var:n ?><?cs /if ?><?cs /def ?>

<?cs # name_parts(parts): a name with the searched words marked. parts: list of Text, Mark (1 or absent).
  Example: call:name_parts(r.Parts) ?>
<?cs def:name_parts(parts) ?><?cs each:p = parts ?><?cs if:p.Mark ?><mark><?cs var:p.Text ?></mark><?cs else ?><?cs var:p.Text ?><?cs /if ?><?cs /each ?><?cs /def ?>

<?cs # tag(kind, text): a state in a word or two. kind: ok | wait | late | info | "" (neutral).
  Example: call:tag("late", T.status.late) ?>
<?cs def:tag(kind, text) ?><strong class="mc-tag<?cs if:kind ?> mc-tag--<?cs var:kind ?><?cs /if ?>"><?cs var:text ?></strong><?cs /def ?>

<?cs # paragraphs(list): running text. list: Text.
  Example: call:paragraphs(Procedure.Conditions) ?>
<?cs def:paragraphs(list) ?><div class="mc-text"><?cs each:p = list ?><p<?cs call:lang_of(p.Text) ?>><?cs var:p.Text ?></p><?cs /each ?></div><?cs /def ?>

<?cs # phone(text, digits): a number to tap; plain text when digits are absent, and on devices of the hall, which call nobody.
  Example: call:phone(Site.Hotline, Site.HotlineTel) ?>
<?cs def:phone(text, digits) ?><?cs if:digits && Page.Audience != "kiosk" ?><a class="mc-nowrap" href="tel:<?cs var:digits ?>"><?cs var:text ?></a><?cs else ?><span class="mc-nowrap"><?cs var:text ?></span><?cs /if ?><?cs /def ?>

<?cs # ---------------------------------------------------------------- heads of pages ?>

<?cs # page_head(caption, title, size): the h1. caption: a line above it or "". size: "" | long (over 90 characters)
  | very-long (over 250), set by C from the length of the name.
  Example: call:page_head(Procedure.Code, Procedure.Name, Procedure.NameSize) ?>
<?cs def:page_head(caption, title, size) ?>
<div class="mc-head">
  <?cs if:caption ?><p class="mc-head__caption"><?cs var:caption ?></p><?cs /if ?>
  <h1 class="mc-h1<?cs if:size ?> mc-h1--<?cs var:size ?><?cs /if ?>"><?cs var:title ?></h1>
</div>
<?cs /def ?>

<?cs # crumbs(list): the way here, without the page itself. list: Href, Text. Home is added. layout.cs calls it with
  Crumbs, so a page only needs its handler to fill Crumbs.
  Example: call:crumbs(Crumbs) ?>
<?cs def:crumbs(list) ?>
<nav class="mc-crumbs" aria-label="<?cs var:T.common.crumbs ?>">
  <ol>
    <li><a href="<?cs var:Page.Base ?>/"><?cs var:T.common.home ?></a></li>
    <?cs each:c = list ?><li><a href="<?cs var:c.Href ?>"<?cs call:lang_of(c.Text) ?>><?cs var:c.Text ?></a></li><?cs /each ?>
  </ol>
</nav>
<?cs /def ?>

<?cs # ---------------------------------------------------------------- buttons ?>

<?cs # button(text, busy): sends its form. busy: the words while a POST is under way, or "".
  Example: call:button(T.lookup.button, T.form.sending) ?>
<?cs def:button(text, busy) ?><button type="submit" class="govuk-button"<?cs if:busy ?> data-busy="<?cs var:busy ?>"<?cs /if ?>><?cs var:text ?></button><?cs /def ?>

<?cs # button_link(href, text, id): goes somewhere and looks like the page's main act. id: icon or "".
  Example: call:button_link(Procedure.PrepareHref, T.procedure.prepare, "checklist") ?>
<?cs def:button_link(href, text, id) ?><a class="govuk-button" href="<?cs var:href ?>"><?cs if:id ?><?cs call:icon(id) ?><?cs /if ?><?cs var:text ?></a><?cs /def ?>

<?cs # button_link_quiet(href, text, id): the same for what is second in rank.
  Example: call:button_link_quiet(Procedure.FormHref, T.paper.form, "download") ?>
<?cs def:button_link_quiet(href, text, id) ?><a class="govuk-button govuk-button--secondary" href="<?cs var:href ?>"><?cs if:id ?><?cs call:icon(id) ?><?cs /if ?><?cs var:text ?></a><?cs /def ?>

<?cs # print_button(text): shown by the script only, which also makes it work; without scripts a line says how to print.
  Example: call:print_button(T.common.print) ?>
<?cs def:print_button(text) ?><button type="button" class="govuk-button govuk-button--secondary" data-print hidden><?cs call:icon("print") ?><?cs var:text ?></button><noscript><span class="mc-small mc-soft mc-screen-only"><?cs var:T.common.print_hint ?></span></noscript><?cs /def ?>

<?cs # ---------------------------------------------------------------- forms
  f is Form.<field> with Value and Error, made by C for every declared input; its node name becomes the input's name.
  The input has the id f-<field>, which the error summary links to. hint: a sentence or "". ?>

<?cs def:field_hint(f, hint) ?><?cs if:hint ?><div class="govuk-hint" id="h-<?cs var:name(f) ?>"><?cs var:hint ?></div><?cs /if ?><?cs /def ?>

<?cs def:field_error(f) ?><?cs if:f.Error ?><p class="govuk-error-message" id="e-<?cs var:name(f) ?>"><?cs var:T.form.error ?> <?cs var:f.Error ?></p><?cs /if ?><?cs /def ?>

<?cs def:field_group(f) ?>govuk-form-group<?cs if:f.Error ?> govuk-form-group--error<?cs /if ?><?cs /def ?>

<?cs def:field_described(f, hint) ?><?cs if:f.Error ?><?cs if:hint ?> aria-describedby="h-<?cs var:name(f) ?> e-<?cs var:name(f) ?>"<?cs else ?> aria-describedby="e-<?cs var:name(f) ?>"<?cs /if ?> aria-invalid="true"<?cs elif:hint ?> aria-describedby="h-<?cs var:name(f) ?>"<?cs /if ?><?cs /def ?>

<?cs # field_input(f, label, hint, kind, fill, width): any one-line input. kind: text | tel | email | search | password |
  date. fill: the autocomplete word (name, tel, email, off, …). width: "" (full) | medium | short | code.
  Example: call:field_input(Form.phone, T.contact.phone, "", "tel", "tel", "medium") ?>
<?cs def:field_input(f, label, hint, kind, fill, width) ?>
<div class="<?cs call:field_group(f) ?>">
  <label class="govuk-label" for="f-<?cs var:name(f) ?>"><?cs var:label ?></label>
  <?cs call:field_hint(f, hint) ?><?cs call:field_error(f) ?>
  <input class="govuk-input<?cs if:width ?> mc-input--<?cs var:width ?><?cs /if ?><?cs if:f.Error ?> govuk-input--error<?cs /if ?>" id="f-<?cs var:name(f) ?>" name="<?cs var:name(f) ?>" type="<?cs var:kind ?>" value="<?cs var:f.Value ?>"<?cs if:fill ?> autocomplete="<?cs var:fill ?>"<?cs /if ?><?cs call:field_described(f, hint) ?>>
</div>
<?cs /def ?>

<?cs # field_text(f, label, hint): a line of text.
  Example: call:field_text(Form.name, T.contact.name, "") ?>
<?cs def:field_text(f, label, hint) ?><?cs call:field_input(f, label, hint, "text", "", "") ?><?cs /def ?>

<?cs # field_code(f, label, hint): a code or a few digits: numeric keys, no corrections, no memory of the browser.
  Example: call:field_code(Form.last4, T.lookup.last4, T.lookup.last4_hint) ?>
<?cs def:field_code(f, label, hint) ?>
<div class="<?cs call:field_group(f) ?>">
  <label class="govuk-label" for="f-<?cs var:name(f) ?>"><?cs var:label ?></label>
  <?cs call:field_hint(f, hint) ?><?cs call:field_error(f) ?>
  <input class="govuk-input mc-input--code<?cs if:f.Error ?> govuk-input--error<?cs /if ?>" id="f-<?cs var:name(f) ?>" name="<?cs var:name(f) ?>" type="text" inputmode="numeric" value="<?cs var:f.Value ?>" autocomplete="off" autocapitalize="characters" spellcheck="false"<?cs call:field_described(f, hint) ?>>
</div>
<?cs /def ?>

<?cs # field_area(f, label, hint, rows): several lines of text.
  Example: call:field_area(Form.message, T.contact.message, "", "6") ?>
<?cs def:field_area(f, label, hint, rows) ?>
<div class="<?cs call:field_group(f) ?>">
  <label class="govuk-label" for="f-<?cs var:name(f) ?>"><?cs var:label ?></label>
  <?cs call:field_hint(f, hint) ?><?cs call:field_error(f) ?>
  <textarea class="govuk-textarea<?cs if:f.Error ?> govuk-textarea--error<?cs /if ?>" id="f-<?cs var:name(f) ?>" name="<?cs var:name(f) ?>" rows="<?cs var:rows ?>"<?cs call:field_described(f, hint) ?>><?cs var:f.Value ?></textarea>
</div>
<?cs /def ?>

<?cs # field_select(f, label, hint, options): one of a list. options: Value, Text.
  Example: call:field_select(Form.agency, T.contact.agency, "", Agencies) ?>
<?cs def:field_select(f, label, hint, options) ?>
<div class="<?cs call:field_group(f) ?>">
  <label class="govuk-label" for="f-<?cs var:name(f) ?>"><?cs var:label ?></label>
  <?cs call:field_hint(f, hint) ?><?cs call:field_error(f) ?>
  <select class="govuk-select<?cs if:f.Error ?> govuk-select--error<?cs /if ?>" id="f-<?cs var:name(f) ?>" name="<?cs var:name(f) ?>"<?cs call:field_described(f, hint) ?>>
    <?cs each:o = options ?><option value="<?cs var:o.Value ?>"<?cs if:o.Value == f.Value ?> selected<?cs /if ?>><?cs var:o.Text ?></option><?cs /each ?>
  </select>
</div>
<?cs /def ?>

<?cs def:choice_id(f, o) ?>f-<?cs var:name(f) ?><?cs if:!first(o) ?>-<?cs var:name(o) ?><?cs /if ?><?cs /def ?>

<?cs # field_radios(f, label, hint, options): one of a few, all in sight. options: Value, Text, Hint (optional).
  Example: call:field_radios(Form.reply, T.contact.reply, "", Replies) ?>
<?cs def:field_radios(f, label, hint, options) ?>
<div class="<?cs call:field_group(f) ?>">
  <fieldset class="govuk-fieldset"<?cs call:field_described(f, hint) ?>>
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--s"><?cs var:label ?></legend>
    <?cs call:field_hint(f, hint) ?><?cs call:field_error(f) ?>
    <div class="govuk-radios">
      <?cs each:o = options ?><div class="govuk-radios__item">
        <input class="govuk-radios__input" id="<?cs call:choice_id(f, o) ?>" name="<?cs var:name(f) ?>" type="radio" value="<?cs var:o.Value ?>"<?cs if:o.Value == f.Value ?> checked<?cs /if ?><?cs if:o.Hint ?> aria-describedby="<?cs call:choice_id(f, o) ?>-h"<?cs /if ?>>
        <label class="govuk-label govuk-radios__label" for="<?cs call:choice_id(f, o) ?>"><?cs var:o.Text ?></label>
        <?cs if:o.Hint ?><div class="govuk-hint govuk-radios__hint" id="<?cs call:choice_id(f, o) ?>-h"><?cs var:o.Hint ?></div><?cs /if ?>
      </div><?cs /each ?>
    </div>
  </fieldset>
</div>
<?cs /def ?>

<?cs # field_checkboxes(f, label, hint, options): any of a few. options: Value, Text, Hint (optional), Checked (1 or absent).
  Example: call:field_checkboxes(Form.topic, T.contact.topics, "", Topics) ?>
<?cs def:field_checkboxes(f, label, hint, options) ?>
<div class="<?cs call:field_group(f) ?>">
  <fieldset class="govuk-fieldset"<?cs call:field_described(f, hint) ?>>
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--s"><?cs var:label ?></legend>
    <?cs call:field_hint(f, hint) ?><?cs call:field_error(f) ?>
    <div class="govuk-checkboxes">
      <?cs each:o = options ?><div class="govuk-checkboxes__item">
        <input class="govuk-checkboxes__input" id="<?cs call:choice_id(f, o) ?>" name="<?cs var:name(f) ?>" type="checkbox" value="<?cs var:o.Value ?>"<?cs if:o.Checked ?> checked<?cs /if ?><?cs if:o.Hint ?> aria-describedby="<?cs call:choice_id(f, o) ?>-h"<?cs /if ?>>
        <label class="govuk-label govuk-checkboxes__label" for="<?cs call:choice_id(f, o) ?>"><?cs var:o.Text ?></label>
        <?cs if:o.Hint ?><div class="govuk-hint govuk-checkboxes__hint" id="<?cs call:choice_id(f, o) ?>-h"><?cs var:o.Hint ?></div><?cs /if ?>
      </div><?cs /each ?>
    </div>
  </fieldset>
</div>
<?cs /def ?>

<?cs # field_hidden(f): carries a value along.
  Example: call:field_hidden(Form.code) ?>
<?cs def:field_hidden(f) ?><input type="hidden" name="<?cs var:name(f) ?>" value="<?cs var:f.Value ?>"><?cs /def ?>

<?cs # error_summary(list): all that is wrong, first on the page. list: Field (input name), Text. layout.cs calls it with
  Errors; a page must not call it again.
  Example: call:error_summary(Errors) ?>
<?cs def:error_summary(list) ?><?cs if:subcount(list) ?>
<div class="govuk-error-summary" role="alert" aria-labelledby="loi" tabindex="-1">
  <p class="govuk-error-summary__title" id="loi"><?cs var:T.form.count_before ?> <?cs var:subcount(list) ?> <?cs if:subcount(list) == #1 ?><?cs var:T.form.count_after_one ?><?cs else ?><?cs var:T.form.count_after ?><?cs /if ?></p>
  <div class="govuk-error-summary__body">
    <ul class="govuk-list govuk-error-summary__list">
      <?cs each:e = list ?><li><?cs if:e.Field ?><a href="#f-<?cs var:e.Field ?>"><?cs var:e.Text ?></a><?cs else ?><?cs var:e.Text ?><?cs /if ?></li><?cs /each ?>
    </ul>
  </div>
</div>
<?cs /if ?><?cs /def ?>

<?cs # search_box(size, f, action, label, hint, keep): the search form (GET). size: large (in the hero) | small. f: Form.q.
  label: always heard; seen on small boxes when given a hint. keep: list of Name, Value of filters to carry along, or "".
  One search box a page. Suggestions come from Page.Base/goi-y by script; the form works without.
  Example: call:search_box("small", Form.q, Search.Action, T.search.label, "", Search.Keep) ?>
<?cs def:search_box(size, f, action, label, hint, keep) ?>
<form class="mc-search mc-search--<?cs var:size ?>" action="<?cs var:action ?>" method="get" role="search">
  <label class="<?cs if:hint ?>mc-search__label<?cs else ?>govuk-visually-hidden<?cs /if ?>" for="f-<?cs var:name(f) ?>"><?cs var:label ?></label>
  <?cs if:hint ?><p class="mc-search__hint" id="h-<?cs var:name(f) ?>"><?cs var:hint ?></p><?cs /if ?>
  <?cs each:k = keep ?><input type="hidden" name="<?cs var:k.Name ?>" value="<?cs var:k.Value ?>"><?cs /each ?>
  <div class="mc-search__row">
    <div class="mc-search__field">
      <input class="mc-search__input" id="f-<?cs var:name(f) ?>" name="<?cs var:name(f) ?>" type="search" value="<?cs var:f.Value ?>" maxlength="200" enterkeyhint="search" autocapitalize="none" spellcheck="false" data-suggest="<?cs var:Page.Base ?>/goi-y" data-list="<?cs var:T.search.list ?>" data-count="<?cs var:T.search.count ?>"<?cs if:hint ?> aria-describedby="h-<?cs var:name(f) ?>"<?cs /if ?>>
    </div>
    <button class="govuk-button mc-search__button<?cs if:size == "large" ?> govuk-button--gold<?cs /if ?>" type="submit"><?cs call:icon("search") ?><span class="mc-search__word"><?cs var:T.search.button ?></span></button>
  </div>
</form>
<?cs /def ?>

<?cs # lookup_box(f, action, label, hint, button): the one box for both codes (POST that only asks). A scanner may type
  its code wherever the focus is. f: Form.<code>.
  Example: call:lookup_box(Form.code, Lookup.Action, T.lookup.label, T.lookup.hint, T.lookup.button) ?>
<?cs def:lookup_box(f, action, label, hint, button) ?>
<form action="<?cs var:action ?>" method="post">
  <div class="<?cs call:field_group(f) ?>">
    <label class="govuk-label" for="f-<?cs var:name(f) ?>"><?cs var:label ?></label>
    <?cs call:field_hint(f, hint) ?><?cs call:field_error(f) ?>
    <div class="mc-lookup__row">
      <input class="govuk-input mc-input--code<?cs if:f.Error ?> govuk-input--error<?cs /if ?>" id="f-<?cs var:name(f) ?>" name="<?cs var:name(f) ?>" type="text" value="<?cs var:f.Value ?>" maxlength="200" autocomplete="off" autocapitalize="characters" spellcheck="false" data-scan<?cs call:field_described(f, hint) ?>>
      <?cs call:button(button, "") ?>
    </div>
  </div>
</form>
<?cs /def ?>

<?cs # ---------------------------------------------------------------- messages ?>

<?cs # notice(kind, title, text): something to know. kind: info | success | warning | error. text: or "".
  Example: call:notice("warning", T.procedure.old_title, T.procedure.old_text) ?>
<?cs def:notice(kind, title, text) ?>
<div class="mc-notice mc-notice--<?cs var:kind ?>"<?cs if:kind == "success" ?> role="status"<?cs /if ?>>
  <?cs call:icon(kind) ?>
  <div class="mc-notice__text"><p class="mc-notice__title"><?cs var:title ?></p><?cs if:text ?><p><?cs var:text ?></p><?cs /if ?></div>
</div>
<?cs /def ?>

<?cs # empty_open(id, title, text) … empty_close(): nothing to show, and what to do instead (chips, buttons between them).
  Example: call:empty_open("search", T.list.none, T.list.none_text) … call:empty_close() ?>
<?cs def:empty_open(id, title, text) ?><div class="mc-empty"><?cs call:icon(id) ?><h2 class="mc-empty__title"><?cs var:title ?></h2><?cs if:text ?><p><?cs var:text ?></p><?cs /if ?><?cs /def ?>
<?cs def:empty_close() ?></div><?cs /def ?>

<?cs # ---------------------------------------------------------------- lists that lead on ?>

<?cs # card(id, href, title, text): one <li> of <ul class="mc-cards"> (or mc-cards mc-cards--four on the home page).
  Example: call:card("checklist", Home.Prepare.Href, T.home.prepare, T.home.prepare_text) ?>
<?cs def:card(id, href, title, text) ?>
<li><div class="mc-card mc-card--row">
  <?cs if:id ?><span class="mc-card__icon"><?cs call:icon(id) ?></span><?cs /if ?>
  <h3 class="mc-card__title"><a href="<?cs var:href ?>"><?cs var:title ?></a></h3>
  <?cs if:text ?><p class="mc-card__text"><?cs var:text ?></p><?cs /if ?>
</div></li>
<?cs /def ?>

<?cs # links(list): a long list of links in columns. list: Href, Text, Count (optional).
  Example: call:links(Fields) ?>
<?cs def:links(list) ?><ul class="mc-links"><?cs each:l = list ?><li><a href="<?cs var:l.Href ?>"><span<?cs call:lang_of(l.Text) ?>><?cs var:l.Text ?></span><?cs if:l.Count ?> <span class="mc-count"><?cs var:l.Count ?></span><?cs /if ?></a></li><?cs /each ?></ul><?cs /def ?>

<?cs # chips(list): short links in a row; On marks a filter in force, which the link takes away.
  list: Href, Text, On (1 or absent), Label (what a screen reader hears instead, optional).
  Example: call:chips(Search.Active) ?>
<?cs def:chips(list) ?><ul class="mc-chips"><?cs each:l = list ?><li><a class="mc-chip<?cs if:l.On ?> mc-chip--on<?cs /if ?>" href="<?cs var:l.Href ?>"<?cs if:l.Label ?> aria-label="<?cs var:l.Label ?>"<?cs /if ?><?cs call:lang_of(l.Text) ?>><?cs var:l.Text ?><?cs if:l.On ?><?cs call:icon("close") ?><?cs /if ?></a></li><?cs /each ?></ul><?cs /def ?>

<?cs # filters_open(title) … filters_close(): around facets; folded on a phone, open beside the list on wide screens.
  title: with the number of filters in force, if any.
  Example: call:filters_open(T.procedures.filter) … call:filters_close() ?>
<?cs def:filters_open(title) ?><details class="mc-filters"><summary class="mc-filters__title"><?cs var:title ?></summary><div class="mc-filters__in"><?cs /def ?>
<?cs def:filters_close() ?></div></details><?cs /def ?>

<?cs # facet(g): one group of filters, between filters_open and filters_close.
  g: Title, Open (1 or absent), Items: list of Href, Text, N, Current (1 or absent).
  Example: each:g = Search.Facets … call:facet(g) ?>
<?cs def:facet(g) ?>
<details class="mc-facet"<?cs if:g.Open ?> open<?cs /if ?>>
  <summary><?cs var:g.Title ?></summary>
  <ul><?cs each:i = g.Items ?><li><a href="<?cs var:i.Href ?>"<?cs if:i.Current ?> aria-current="true"<?cs /if ?>><span<?cs call:lang_of(i.Text) ?>><?cs var:i.Text ?></span><?cs if:i.N ?> <span class="mc-facet__n"><?cs var:i.N ?></span><?cs /if ?></a></li><?cs /each ?></ul>
</details>
<?cs /def ?>

<?cs # result(r): one <li> of <ol class="mc-results">. r: Href, Parts (see name_parts) or Name, NameSize ("" | long |
  very-long), Agency, Field, Time, Fee (each optional), Why (optional, Vietnamese), Tags: list of Kind, Text (optional).
  A page whose results share the agency or the field sets Layout.List to "agency" or "field": it is not said again.
  Example: each:r = Search.Results … call:result(r) ?>
<?cs def:result(r) ?>
<li class="mc-result<?cs if:r.NameSize ?> mc-result--long<?cs /if ?><?cs if:r.NameSize == "very-long" ?> mc-result--very-long<?cs /if ?>">
  <h2 class="mc-result__title"><a class="mc-visitable" href="<?cs var:r.Href ?>"<?cs call:lang_of(r.Name) ?>><?cs if:subcount(r.Parts) ?><?cs call:name_parts(r.Parts) ?><?cs else ?><?cs var:r.Name ?><?cs /if ?></a></h2>
  <ul class="mc-result__meta">
    <?cs if:r.Agency && Layout.List != "agency" ?><li><?cs call:icon("agency") ?><span<?cs call:lang_of(r.Agency) ?>><?cs var:r.Agency ?></span></li><?cs /if ?>
    <?cs if:r.Field && Layout.List != "field" ?><li><?cs call:icon("field") ?><span<?cs call:lang_of(r.Field) ?>><?cs var:r.Field ?></span></li><?cs /if ?>
    <?cs if:r.Time ?><li><?cs call:icon("clock") ?><span><?cs var:r.Time ?></span></li><?cs /if ?>
    <?cs if:r.Fee ?><li><?cs call:icon("money") ?><span><?cs var:r.Fee ?></span></li><?cs /if ?>
  </ul>
  <?cs if:r.Why ?><p class="mc-result__why"><span class="mc-soft"><?cs var:T.search.why ?></span> <span lang="vi"><?cs var:r.Why ?></span></p><?cs /if ?>
  <?cs if:subcount(r.Tags) ?><p class="mc-result__tags"><?cs each:t = r.Tags ?><?cs call:tag(t.Kind, t.Text) ?><?cs /each ?></p><?cs /if ?>
</li>
<?cs /def ?>

<?cs # pager(p): pages of a list. p: Prev, Next (addresses, absent at the ends), Pages: list of Text, Href, Current (1 or
  absent), Gap (1 for the dots between).
  Example: call:pager(Pager) ?>
<?cs def:pager(p) ?><?cs if:subcount(p.Pages) ?>
<nav class="mc-pager" aria-label="<?cs var:T.pager.label ?>">
  <ul>
    <?cs if:p.Prev ?><li><a href="<?cs var:p.Prev ?>" rel="prev"><?cs call:icon("back") ?><?cs var:T.pager.prev ?></a></li><?cs /if ?>
    <?cs each:n = p.Pages ?><li><?cs if:n.Gap ?><span class="mc-pager__gap">…</span><?cs else ?><a href="<?cs var:n.Href ?>"<?cs if:n.Current ?> aria-current="page"<?cs /if ?>><span class="govuk-visually-hidden"><?cs var:T.pager.page ?> </span><?cs var:n.Text ?></a><?cs /if ?></li><?cs /each ?>
    <?cs if:p.Next ?><li><a href="<?cs var:p.Next ?>" rel="next"><?cs var:T.pager.next ?><?cs call:icon("arrow") ?></a></li><?cs /if ?>
  </ul>
</nav>
<?cs /if ?><?cs /def ?>

<?cs # ---------------------------------------------------------------- a procedure ?>

<?cs # fact(id, term, value, note): one cell, inside <dl class="mc-facts"> when the page writes the list itself.
  Example: call:fact("clock", T.procedure.time, Procedure.Time, "") ?>
<?cs def:fact(id, term, value, note) ?><div><?cs call:icon(id) ?><dt><?cs var:term ?></dt><dd><?cs var:value ?></dd><?cs if:note ?><dd><?cs var:note ?></dd><?cs /if ?></div><?cs /def ?>

<?cs # facts(list): what everyone asks first, as a grid. list: Icon, Term, Value, Note (optional).
  Example: call:facts(Procedure.Facts) ?>
<?cs def:facts(list) ?><dl class="mc-facts"><?cs each:x = list ?><?cs call:fact(x.Icon, x.Term, x.Value, x.Note) ?><?cs /each ?></dl><?cs /def ?>

<?cs def:paper_counts(p) ?><?cs if:p.Original ?><span class="mc-tag mc-tag--info"><?cs var:p.Original ?> <?cs if:p.Original == "1" ?><?cs var:T.paper.original_one ?><?cs else ?><?cs var:T.paper.original ?><?cs /if ?></span><?cs /if ?><?cs if:p.Copy ?> <span class="mc-tag"><?cs var:p.Copy ?> <?cs if:p.Copy == "1" ?><?cs var:T.paper.copy_one ?><?cs else ?><?cs var:T.paper.copy ?><?cs /if ?></span><?cs /if ?><?cs /def ?>

<?cs # papers(list): what to bring. list: Name, Original, Copy (numbers as text, absent for none), Note, Href (its blank
  form; both optional).
  Example: call:papers(Procedure.Papers) ?>
<?cs def:papers(list) ?>
<ol class="mc-papers"><?cs each:p = list ?>
  <li>
    <span class="mc-papers__name"<?cs call:lang_of(p.Name) ?>><?cs var:p.Name ?></span>
    <?cs if:p.Original || p.Copy ?><span class="mc-papers__count"><?cs call:paper_counts(p) ?></span><?cs /if ?>
    <?cs if:p.Note ?><span class="mc-papers__note"<?cs call:lang_of(p.Note) ?>><?cs var:p.Note ?></span><?cs /if ?>
    <?cs if:p.Href ?><span class="mc-papers__note mc-screen-only"><a href="<?cs var:p.Href ?>"><?cs call:icon("download") ?> <?cs var:T.paper.form ?></a></span><?cs /if ?>
  </li><?cs /each ?>
</ol>
<?cs /def ?>

<?cs # checklist(label, list): the same papers to tick on screen or with a pen. Nothing is sent. list: as papers.
  Example: call:checklist(T.prepare.papers, Procedure.Papers) ?>
<?cs def:checklist(label, list) ?>
<fieldset class="govuk-fieldset mc-checklist" data-checklist>
  <legend class="govuk-fieldset__legend govuk-fieldset__legend--m"><?cs var:label ?></legend>
  <p class="mc-progress" role="status" data-progress="<?cs var:T.paper.list_progress ?>" hidden></p>
  <div class="govuk-checkboxes"><?cs each:p = list ?>
    <div class="govuk-checkboxes__item">
      <input class="govuk-checkboxes__input" id="giay-<?cs var:name(p) ?>" type="checkbox"<?cs if:p.Note ?> aria-describedby="giay-<?cs var:name(p) ?>-h"<?cs /if ?>>
      <label class="govuk-label govuk-checkboxes__label" for="giay-<?cs var:name(p) ?>"><?cs var:p.Name ?> <span class="mc-checklist__count"><?cs call:paper_counts(p) ?></span></label>
      <?cs if:p.Note ?><div class="govuk-hint govuk-checkboxes__hint" id="giay-<?cs var:name(p) ?>-h"><?cs var:p.Note ?></div><?cs /if ?>
    </div><?cs /each ?>
  </div>
</fieldset>
<?cs /def ?>

<?cs # steps(list): what to do, in order. list: Text.
  Example: call:steps(Procedure.Steps) ?>
<?cs def:steps(list) ?><ol class="mc-steps"><?cs each:s = list ?><li<?cs call:lang_of(s.Text) ?>><?cs var:s.Text ?></li><?cs /each ?></ol><?cs /def ?>

<?cs # summary_list(list): names and values in rows. list: Term, Value, Href (optional: makes the value a link).
  Example: call:summary_list(Agency.Details) ?>
<?cs def:summary_list(list) ?>
<dl class="govuk-summary-list"><?cs each:x = list ?>
  <div class="govuk-summary-list__row"><dt class="govuk-summary-list__key"><?cs var:x.Term ?></dt><dd class="govuk-summary-list__value"<?cs call:lang_of(x.Value) ?>><?cs if:x.Href ?><a href="<?cs var:x.Href ?>"><?cs var:x.Value ?></a><?cs else ?><?cs var:x.Value ?><?cs /if ?></dd></div><?cs /each ?>
</dl>
<?cs /def ?>

<?cs # qr(src, caption): a code to take along.
  Example: call:qr(Procedure.QrHref, T.common.scan_qr) ?>
<?cs def:qr(src, caption) ?><figure class="mc-qr"><img src="<?cs var:src ?>" alt="" width="144" height="144"><figcaption><?cs var:caption ?></figcaption></figure><?cs /def ?>

<?cs # print_source(address, src): on paper only: where this sheet came from. src: QR image or "".
  Example: call:print_source(Page.Address, Procedure.QrHref) ?>
<?cs def:print_source(address, src) ?>
<div class="mc-print-source"><?cs if:src ?><img src="<?cs var:src ?>" alt="" width="112" height="112"><?cs /if ?>
  <p><?cs var:T.common.printed_from ?> <span class="mc-address"><?cs var:address ?></span></p></div>
<?cs /def ?>

<?cs # ---------------------------------------------------------------- a dossier ?>

<?cs # state_box(kind, title, due, text): the answer in one line. kind: info | ok | wait | late. due, text: or "".
  Example: call:state_box(Dossier.Kind, Dossier.State, Dossier.Due, Dossier.Next) ?>
<?cs def:state_box(kind, title, due, text) ?>
<div class="mc-state mc-state--<?cs var:kind ?>">
  <h2 class="mc-state__title"><?cs if:kind == "ok" ?><?cs call:icon("success") ?><?cs elif:kind == "late" ?><?cs call:icon("warning") ?><?cs elif:kind == "wait" ?><?cs call:icon("people") ?><?cs else ?><?cs call:icon("clock") ?><?cs /if ?><?cs var:title ?></h2>
  <?cs if:due ?><p class="mc-state__due"><?cs var:due ?></p><?cs /if ?>
  <?cs if:text ?><p class="mc-state__text"><?cs var:text ?></p><?cs /if ?>
</div>
<?cs /def ?>

<?cs def:timeline_word(state) ?><?cs if:state == "done" ?><span class="govuk-visually-hidden"><?cs var:T.status.done ?></span><?cs elif:state == "current" ?><?cs call:tag("info", T.status.current) ?><?cs elif:state == "wait" ?><?cs call:tag("wait", T.status.wait) ?><?cs elif:state == "late" ?><?cs call:tag("late", T.status.late) ?><?cs else ?><span class="govuk-visually-hidden"><?cs var:T.status.todo ?></span><?cs /if ?><?cs /def ?>

<?cs def:timeline_item(s) ?>
<li class="mc-timeline__item mc-timeline__item--<?cs var:s.State ?>"<?cs if:s.State == "current" || s.State == "wait" || s.State == "late" ?> aria-current="step"<?cs /if ?>>
  <?cs if:s.State == "done" ?><?cs call:icon("check") ?><?cs elif:s.State == "wait" ?><?cs call:icon("pause") ?><?cs elif:s.State == "late" ?><?cs call:icon("close") ?><?cs /if ?>
  <p class="mc-timeline__title"><?cs var:s.Title ?> <?cs call:timeline_word(s.State) ?></p>
  <?cs if:s.When ?><p class="mc-timeline__when"><?cs if:s.WhenIso ?><time datetime="<?cs var:s.WhenIso ?>"><?cs var:s.When ?></time><?cs else ?><?cs var:s.When ?><?cs /if ?><?cs if:s.Unit ?> <span class="mc-timeline__unit"><?cs var:s.Unit ?></span><?cs /if ?></p><?cs /if ?>
  <?cs if:s.Text ?><p class="mc-timeline__text"><?cs var:s.Text ?></p><?cs /if ?>
</li>
<?cs /def ?>

<?cs # timeline(list): where the dossier has been, is and goes. list: State (done | current | wait | late | todo), Title,
  When (text, optional), WhenIso (machine time, optional), Unit and Text (optional).
  Example: call:timeline(Dossier.Timeline) ?>
<?cs def:timeline(list) ?><ol class="mc-timeline"><?cs each:s = list ?><?cs call:timeline_item(s) ?><?cs /each ?></ol><?cs /def ?>

<?cs # trace_table(list, label): a time limit counted day by day. list: Day, Iso, Kind, Why or Name, Counted, Total,
  Restarted, Unsure (due_trace of model/due_words.h). label: what the table says.
  Example: call:trace_table(Status.Trace.Rows, T.status.why) ?>
<?cs def:trace_table(list, label) ?>
<div class="mc-table-scroll" tabindex="0" role="group" aria-label="<?cs var:label ?>">
<table class="govuk-table mc-trace">
<caption class="govuk-visually-hidden"><?cs var:label ?></caption>
<thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header"><?cs var:T.trace.day ?></th><th scope="col" class="govuk-table__header"><?cs var:T.trace.why ?></th><th scope="col" class="govuk-table__header"><?cs var:T.trace.counted_head ?></th><th scope="col" class="govuk-table__header"><?cs var:T.trace.total ?></th></tr></thead>
<tbody class="govuk-table__body"><?cs each:r = list ?>
<tr class="govuk-table__row mc-trace__row--<?cs var:r.Kind ?>"><th scope="row" class="govuk-table__header"><time datetime="<?cs var:r.Iso ?>"><?cs var:r.Day ?></time></th><td class="govuk-table__cell"><?cs if:r.Name ?><?cs var:r.Name ?><?cs else ?><?cs var:r.Why ?><?cs /if ?><?cs if:r.Restarted ?> <?cs var:T.trace.restarted ?><?cs /if ?><?cs if:r.Unsure ?> <?cs var:T.trace.unsure ?><?cs /if ?></td><td class="govuk-table__cell"><?cs if:r.Counted ?><?cs var:r.Counted ?><?cs else ?>–<?cs /if ?></td><td class="govuk-table__cell"><?cs if:r.Total ?><?cs var:r.Total ?><?cs else ?>–<?cs /if ?></td></tr><?cs /each ?>
</tbody>
</table>
</div>
<?cs /def ?>
