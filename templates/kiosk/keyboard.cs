<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  The keyboard of the screen. A page includes this file, has Asset.keyboard_css for its style and a script that calls
  startKeyboard() (assets/js/typing/keyboard.js; Asset.keyboard does nothing else), marks its fields with data-keyboard
  or, for numbers, data-keyboard="digits", and calls keyboard(). Hidden until the script runs.
  Example: include!"kiosk/keyboard.cs" … call:keyboard() ?>

<?cs # typing_key(char): a key for one character.  typing_sign(char, word): the same for a sign, which has a name.
  typing_tone(id, word, sign): a tone by its name.  typing_way(id, word): a way of typing. ?>
<?cs def:typing_key(char) ?><button type="button" class="mc-key" data-type="<?cs var:char ?>"><?cs var:char ?></button><?cs /def ?>
<?cs def:typing_sign(char, word) ?><button type="button" class="mc-key" data-type="<?cs var:char ?>" aria-label="<?cs var:word ?>"><?cs var:char ?></button><?cs /def ?>
<?cs def:typing_tone(id, word, sign) ?><button type="button" class="mc-key mc-key--tone" data-tone="<?cs var:id ?>"><?cs var:word ?> <span class="mc-key__sign" aria-hidden="true"><?cs var:sign ?></span></button><?cs /def ?>
<?cs def:typing_way(id, word) ?><button type="button" class="mc-key mc-key--way" data-way="<?cs var:id ?>" aria-pressed="false"><?cs var:word ?></button><?cs /def ?>

<?cs def:keyboard() ?>
<div class="mc-keyboard" role="group" aria-label="<?cs var:T.keyboard.label ?>" data-keyboard-panel hidden>
  <div class="mc-keyboard__row mc-keyboard__row--digits"><?cs call:typing_key("1") ?><?cs call:typing_key("2") ?><?cs call:typing_key("3") ?><?cs call:typing_key("4") ?><?cs call:typing_key("5") ?><?cs call:typing_key("6") ?><?cs call:typing_key("7") ?><?cs call:typing_key("8") ?><?cs call:typing_key("9") ?><?cs call:typing_key("0") ?></div>
  <div class="mc-keyboard__row mc-keyboard__row--own" data-letters><?cs call:typing_key("ă") ?><?cs call:typing_key("â") ?><?cs call:typing_key("đ") ?><?cs call:typing_key("ê") ?><?cs call:typing_key("ô") ?><?cs call:typing_key("ơ") ?><?cs call:typing_key("ư") ?></div>
  <div class="mc-keyboard__row mc-keyboard__row--tones" data-letters><?cs call:typing_tone("sac", T.keyboard.sac, "´") ?><?cs call:typing_tone("huyen", T.keyboard.huyen, "`") ?><?cs call:typing_tone("hoi", T.keyboard.hoi, "?") ?><?cs call:typing_tone("nga", T.keyboard.nga, "~") ?><?cs call:typing_tone("nang", T.keyboard.nang, ".") ?></div>
  <div class="mc-keyboard__row" data-letters><?cs call:typing_key("q") ?><?cs call:typing_key("w") ?><?cs call:typing_key("e") ?><?cs call:typing_key("r") ?><?cs call:typing_key("t") ?><?cs call:typing_key("y") ?><?cs call:typing_key("u") ?><?cs call:typing_key("i") ?><?cs call:typing_key("o") ?><?cs call:typing_key("p") ?></div>
  <div class="mc-keyboard__row mc-keyboard__row--nine" data-letters><?cs call:typing_key("a") ?><?cs call:typing_key("s") ?><?cs call:typing_key("d") ?><?cs call:typing_key("f") ?><?cs call:typing_key("g") ?><?cs call:typing_key("h") ?><?cs call:typing_key("j") ?><?cs call:typing_key("k") ?><?cs call:typing_key("l") ?></div>
  <div class="mc-keyboard__row mc-keyboard__row--shift" data-letters><button type="button" class="mc-key mc-key--word" data-do="shift" aria-pressed="false"><?cs var:T.keyboard.shift ?></button><?cs call:typing_key("z") ?><?cs call:typing_key("x") ?><?cs call:typing_key("c") ?><?cs call:typing_key("v") ?><?cs call:typing_key("b") ?><?cs call:typing_key("n") ?><?cs call:typing_key("m") ?><?cs call:typing_sign(".", T.keyboard.period) ?><button type="button" class="mc-key" data-type="," aria-label="<?cs var:T.keyboard.comma ?>" data-prose hidden>,</button><?cs call:typing_sign("-", T.keyboard.hyphen) ?></div>
  <div class="mc-keyboard__row mc-keyboard__row--space"><button type="button" class="mc-key mc-key--word" data-do="clear"><?cs var:T.keyboard.clear ?></button><button type="button" class="mc-key mc-key--space" data-type=" " data-letters><?cs var:T.keyboard.space ?></button><button type="button" class="mc-key mc-key--word" data-do="erase"><?cs var:T.keyboard.erase ?></button></div>
  <div class="mc-keyboard__row mc-keyboard__ways" role="group" aria-label="<?cs var:T.keyboard.way ?>" data-letters><span class="mc-keyboard__caption" aria-hidden="true"><?cs var:T.keyboard.way ?></span><?cs call:typing_way("direct", T.keyboard.way_direct) ?><?cs call:typing_way("telex", T.keyboard.way_telex) ?><?cs call:typing_way("vni", T.keyboard.way_vni) ?></div>
  <p class="govuk-visually-hidden" role="status" data-empty="<?cs var:T.keyboard.empty ?>"></p>
</div>
<?cs /def ?>
