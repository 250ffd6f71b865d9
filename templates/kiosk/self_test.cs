<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  A device tests itself. Device: Name, Hall, Place; Parts.{print,scan,sound,clock,touch} as the kind has them: Title, Text,
  Part, Code, Action, Token, Last.{Kind,Detail,When}; Paper: When, Qr and Bars (Path, Whole), Square, Line; Test.End. What
  is printed stands at the end and is on paper only. ?>
<?cs def:test_last(p) ?><p class="mc-test__last"><?cs if:p.Last.Kind ?><?cs if:p.Last.Kind == "ok" ?><?cs call:tag("ok", T.self_test.good) ?><?cs else ?><?cs call:tag("late", T.self_test.bad) ?><?cs /if ?> <span class="mc-soft"><?cs var:p.Last.When ?></span><?cs else ?><?cs call:tag("", T.self_test.none) ?><?cs /if ?></p><?cs /def ?>
<?cs def:test_open(p, id) ?><section class="mc-test__part" id="<?cs var:p.Part ?>" aria-labelledby="<?cs var:p.Part ?>-h"><div class="mc-test__head"><h2 class="mc-test__title" id="<?cs var:p.Part ?>-h"><?cs call:icon(id) ?><?cs var:p.Title ?></h2><?cs call:test_last(p) ?></div><p><?cs var:p.Text ?></p><?cs /def ?>
<?cs def:test_close() ?></section><?cs /def ?>
<?cs def:test_form(p) ?><form class="mc-test__form" action="<?cs var:p.Action ?>" method="post" data-test-form="<?cs var:p.Part ?>"><input type="hidden" name="token" value="<?cs var:p.Token ?>"><input type="hidden" name="cho" value="<?cs var:p.Code ?>"><?cs /def ?>
<?cs def:test_part(p) ?><input type="hidden" name="phan" value="<?cs var:p.Part ?>"><input type="hidden" name="so-do" value=""><?cs /def ?>
<?cs def:test_say(value, text, kind) ?><button type="submit" name="ket" value="<?cs var:value ?>" class="govuk-button<?cs if:kind ?> govuk-button--<?cs var:kind ?><?cs /if ?>"><?cs var:text ?></button><?cs /def ?>
<?cs def:test_do(name, text) ?><button type="button" class="govuk-button" data-test="<?cs var:name ?>" hidden><?cs var:text ?></button><?cs /def ?>
<div class="mc-wrap mc-test" data-self-test>
<?cs call:page_head(Device.Name, T.self_test.title, "") ?>
<p class="mc-test__where"><?cs var:Device.Hall ?><?cs if:Device.Place ?> · <?cs var:Device.Place ?><?cs /if ?></p>
<noscript><p class="mc-test__where"><?cs var:T.self_test.no_script ?></p></noscript>
<div class="mc-test__parts">
<?cs if:Parts.print.Action ?><?cs call:test_open(Parts.print, "print") ?>
<p class="mc-actions"><?cs call:test_do("print", T.self_test.print) ?></p>
<?cs call:test_form(Parts.print) ?><?cs call:test_part(Parts.print) ?><?cs call:test_say("tot", T.self_test.print_good, "secondary") ?><?cs call:test_say("matdau", T.self_test.print_marks, "secondary") ?><?cs call:test_say("mo", T.self_test.print_pale, "secondary") ?><?cs call:test_say("lech", T.self_test.print_shifted, "secondary") ?><?cs call:test_say("khongra", T.self_test.no_paper, "secondary") ?></form>
<?cs call:test_close() ?><?cs /if ?>
<?cs if:Parts.scan.Action ?><?cs call:test_open(Parts.scan, "scan") ?>
<?cs if:Parts.scan.Last.Detail ?><p class="mc-test__detail"><?cs var:T.self_test.last ?>: <?cs var:Parts.scan.Last.Detail ?></p><?cs /if ?>
<?cs call:test_form(Parts.scan) ?><label class="govuk-label" for="f-ma"><?cs var:T.self_test.scan ?></label><input class="govuk-input mc-input--code" id="f-ma" name="ma" type="text" inputmode="none" maxlength="60" autocomplete="off" autocapitalize="none" spellcheck="false" data-scan><button type="submit" class="govuk-button"><?cs var:T.self_test.scan_send ?></button></form>
<?cs call:test_close() ?><?cs /if ?>
<?cs if:Parts.sound.Action ?><?cs call:test_open(Parts.sound, "sound") ?>
<p class="mc-actions"><?cs call:test_do("sound", T.self_test.play) ?></p>
<?cs call:test_form(Parts.sound) ?><?cs call:test_part(Parts.sound) ?><?cs call:test_say("tot", T.self_test.heard, "secondary") ?><?cs call:test_say("loi", T.self_test.not_heard, "secondary") ?></form>
<?cs call:test_close() ?><?cs /if ?>
<?cs if:Parts.touch.Action ?><?cs call:test_open(Parts.touch, "touch") ?>
<p class="mc-actions"><?cs call:test_do("touch", T.self_test.touch) ?></p>
<?cs call:test_form(Parts.touch) ?><?cs call:test_part(Parts.touch) ?><?cs call:test_say("loi", T.self_test.touch_bad, "secondary") ?></form>
<?cs call:test_close() ?><?cs /if ?>
<?cs if:Parts.clock.Action ?><?cs call:test_open(Parts.clock, "clock") ?>
<p class="mc-test__detail" data-test-clock hidden><?cs var:T.self_test.clock_server ?>: <strong data-test-server></strong> · <?cs var:T.self_test.clock_own ?>: <strong data-test-own></strong></p>
<?cs call:test_form(Parts.clock) ?><?cs call:test_part(Parts.clock) ?><input type="hidden" name="ket" value="tot"></form>
<p class="mc-actions"><?cs call:test_do("clock", T.self_test.clock_check) ?></p>
<?cs call:test_close() ?><?cs /if ?>
</div>
<p class="mc-actions"><a class="govuk-button" href="<?cs var:Test.End ?>"><?cs var:T.self_test.end ?></a></p>
</div>
<div class="mc-touch" data-touch hidden><button type="button" class="mc-touch__point" data-touch-point aria-label="<?cs var:T.self_test.touch_here ?>"></button><button type="button" class="govuk-button govuk-button--secondary mc-touch__stop" data-touch-stop><?cs var:T.self_test.touch_stop ?></button></div>
<?cs if:Parts.print.Action ?><div class="mc-sheet" lang="vi" aria-hidden="true">
<p class="mc-sheet__head"><?cs var:Site.Name ?></p>
<p class="mc-sheet__title"><?cs var:T.self_test_paper.title ?></p>
<p><?cs var:Device.Name ?> · <?cs var:Paper.When ?></p>
<p class="mc-sheet__big"><?cs var:T.self_test_paper.digits ?></p>
<p><?cs var:T.self_test_paper.scan ?></p>
<svg class="mc-sheet__qr" viewBox="0 0 <?cs var:Paper.Qr.Whole ?> <?cs var:Paper.Qr.Whole ?>" shape-rendering="crispEdges"><path d="<?cs var:Paper.Qr.Path ?>"/></svg>
<p><?cs var:Paper.Square ?></p>
<svg class="mc-sheet__bars" viewBox="0 0 <?cs var:Paper.Bars.Whole ?> 1" preserveAspectRatio="none" shape-rendering="crispEdges"><path d="<?cs var:Paper.Bars.Path ?>"/></svg>
<p><?cs var:Paper.Line ?></p>
<div class="mc-sheet__bar"></div>
<p class="mc-sheet__small"><?cs var:T.self_test_paper.edge ?></p>
<div class="mc-sheet__second">
<p class="mc-sheet__large"><?cs var:T.self_test_paper.pangram ?></p>
<p><?cs var:T.self_test_paper.letters ?></p>
<p><?cs var:T.self_test_paper.capitals ?></p>
<p class="mc-sheet__small"><?cs var:T.self_test_paper.pangram ?></p>
</div>
</div><?cs /if ?>
