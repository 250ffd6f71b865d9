<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Parts of the counter's pages. Pages include it before they use them. A form has Action and Token, and Ticket and Version where it
  is about a ticket. ?>
<?cs # desk_open(f), desk_close(): a form of the counter; f.Service: one service of the visit; f.Back: where it comes back to. ?>
<?cs def:desk_open(f) ?><form action="<?cs var:f.Action ?>" method="post"><input type="hidden" name="token" value="<?cs var:f.Token ?>"><?cs if:f.Ticket ?><input type="hidden" name="ve" value="<?cs var:f.Ticket ?>"><input type="hidden" name="ban" value="<?cs var:f.Version ?>"><?cs /if ?><?cs if:f.Service ?><input type="hidden" name="dichvu" value="<?cs var:f.Service ?>"><?cs /if ?><?cs /def ?>
<?cs def:desk_close() ?></form><?cs /def ?>

<?cs # desk_key(key): what to press. ?>
<?cs def:desk_key(key) ?><?cs if:key ?> <kbd class="mc-key"><?cs var:key ?></kbd><?cs /if ?><?cs /def ?>

<?cs # desk_button(f, text, key, kind): a button that is a whole form. key: of the keypad or ""; kind: secondary | warning | "". ?>
<?cs def:desk_button(f, text, key, kind) ?><?cs call:desk_open(f) ?><button type="submit" class="govuk-button<?cs if:kind ?> govuk-button--<?cs var:kind ?><?cs /if ?>"<?cs if:key ?> data-key="<?cs var:key ?>"<?cs /if ?>><span><?cs var:text ?></span><?cs call:desk_key(key) ?></button><?cs call:desk_close() ?><?cs /def ?>

<?cs # desk_small(f, text, label): the same beside a line of a list. label: what a screen reader hears. ?>
<?cs def:desk_small(f, text, label) ?><?cs call:desk_open(f) ?><button type="submit" class="mc-desk__small" aria-label="<?cs var:text ?> <?cs var:label ?>"><?cs var:text ?></button><?cs call:desk_close() ?><?cs /def ?>

<?cs # desk_letters(list): groups a counter serves. ?>
<?cs def:desk_letters(list) ?><?cs each:l = list ?><span class="mc-desk__letter"><?cs var:l.Letter ?></span> <?cs /each ?><?cs /def ?>

<?cs # desk_notice(n): what could not be done, and who did what. ?>
<?cs def:desk_notice(n) ?><?cs if:n.Kind ?><div class="mc-notice mc-notice--<?cs var:n.Kind ?> mc-desk__notice" role="alert" tabindex="-1" data-notice><?cs call:icon(n.Kind) ?><div class="mc-notice__text"><p class="mc-notice__title"><?cs var:n.Text ?></p></div></div><?cs /if ?><?cs /def ?>
