<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Where a dossier is, for a screen that everybody sees (cgi/kiosk/status.h). Nobody is named, and nothing stands here that
  was written by hand. data-say-…: what the voice says. ?>
<div class="mc-wrap mc-answer" data-personal data-say-state="<?cs var:Status.Say.State ?>" data-say-due="<?cs var:Status.Say.Due ?>"<?cs if:Status.Say.Late ?> data-say-late<?cs /if ?><?cs if:Status.Say.Paused ?> data-say-paused<?cs /if ?> data-say-more data-voice-own="/kiosk/giong-noi/manifest.json" data-voice-set="<?cs var:Asset.voice_set ?>">
<h1 class="mc-answer__name<?cs if:Status.NameSize ?> mc-answer__name--long<?cs /if ?>"<?cs if:Status.Vietnamese ?> lang="vi"<?cs /if ?>><?cs var:Status.Name ?></h1>
<?cs if:Status.Number ?><p class="mc-soft"><?cs var:T.status.number ?> <strong class="mc-nowrap"><?cs var:Status.Number ?></strong></p><?cs /if ?>
<div class="mc-state<?cs if:Status.Kind ?> mc-state--<?cs var:Status.Kind ?><?cs /if ?>">
  <h2 class="mc-state__title"><?cs var:Status.Title ?></h2>
  <?cs if:Status.Standing ?><p class="mc-state__due"><?cs var:T.status.standing ?></p>
  <?cs elif:Status.Left ?><p class="mc-state__due"><?cs var:T.status.due ?> <strong><?cs var:Status.Due ?></strong></p><p><?cs var:T.status.left_before ?> <strong><?cs var:Status.Left ?></strong> <?cs var:T.status.left_after ?></p>
  <?cs elif:Status.Over ?><p class="mc-state__due"><?cs var:T.status.due ?> <strong><?cs var:Status.Due ?></strong></p><p><?cs var:T.status.over_before ?> <strong><?cs var:Status.Over ?></strong> <?cs var:T.status.over_after ?></p><?cs /if ?>
  <?cs if:Status.Todo.Text ?><p><?cs var:Status.Todo.Text ?></p><?cs /if ?>
</div>
<?cs if:Status.Todo.Supplement || subcount(Status.Todo.Fees) ?><section class="mc-todo" aria-labelledby="viec-can-lam">
<h2 class="mc-h2" id="viec-can-lam"><?cs var:T.status.todo_title ?></h2>
<?cs if:subcount(Status.Todo.Papers) ?><ul class="mc-bullets"><?cs each:p = Status.Todo.Papers ?><li lang="vi"><?cs var:p.Text ?></li><?cs /each ?></ul><?cs /if ?>
<?cs if:Status.Todo.By ?><p><?cs var:T.status.answer_by ?> <strong><?cs var:Status.Todo.By ?></strong></p><?cs /if ?>
<?cs if:subcount(Status.Todo.Fees) ?><ul class="mc-bullets"><?cs each:f = Status.Todo.Fees ?><li><span lang="vi"><?cs var:f.Name ?></span>: <strong class="mc-nowrap"><?cs var:f.Amount ?></strong><?cs if:f.By ?>, <?cs var:T.status.pay_by ?> <?cs var:f.By ?><?cs /if ?></li><?cs /each ?></ul><?cs /if ?>
</section><?cs /if ?>
<dl class="mc-asked"><?cs each:f = Status.Facts ?><div><dt><?cs call:icon(f.Icon) ?><?cs var:f.Term ?></dt><dd><strong><?cs var:f.Value ?></strong><?cs if:f.Note ?><span class="mc-asked__note" lang="vi"><?cs var:f.Note ?></span><?cs /if ?></dd></div><?cs /each ?></dl>
<p class="mc-answer__more"><?cs call:icon("qr") ?><span><?cs var:T.kiosk_status.more ?></span></p>
<p class="mc-actions mc-answer__end"><button type="button" class="govuk-button govuk-button--secondary" data-speak hidden><?cs var:T.kiosk_status.again ?></button> <button type="button" class="govuk-button" data-idle-end hidden><?cs var:T.kiosk_status.done ?></button></p>
</div>
