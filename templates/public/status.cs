<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Where a dossier is. No person is named here. Filled by cgi/public/status.c and status_due.c. ?>
<?cs def:status_head(s) ?>
<div class="mc-head">
  <?cs if:s.Number ?><p class="mc-head__caption"><?cs var:T.status.number ?> <strong class="mc-nowrap"><?cs var:s.Number ?></strong></p><?cs /if ?>
  <h1 class="mc-h1 mc-h1--<?cs if:s.Procedure.NameSize ?>very-long<?cs else ?>long<?cs /if ?>"<?cs if:s.Procedure.Vietnamese && Page.Lang == "en" ?> lang="vi"<?cs /if ?>><?cs var:s.Procedure.Name ?></h1>
</div>
<?cs /def ?>

<?cs # Where it is stands here only while it is somewhere: a result that waits has its own paragraph below. ?>
<?cs def:status_box(s) ?>
<div class="mc-state<?cs if:s.Kind ?> mc-state--<?cs var:s.Kind ?><?cs /if ?>">
  <h2 class="mc-state__title"><?cs var:s.Title ?></h2>
  <?cs if:s.Standing ?><p class="mc-state__due"><?cs var:T.status.standing ?></p>
  <?cs elif:s.Left ?><p class="mc-state__due"><?cs var:T.status.due ?> <time datetime="<?cs var:s.DueIso ?>"><?cs var:s.Due ?></time></p>
  <p class="mc-state__text"><?cs var:T.status.left_before ?> <strong><?cs var:s.Left ?></strong> <?cs var:T.status.left_after ?></p>
  <?cs elif:s.Over ?><p class="mc-state__due"><?cs var:T.status.due ?> <time datetime="<?cs var:s.DueIso ?>"><?cs var:s.Due ?></time></p>
  <p class="mc-state__text"><?cs var:T.status.over_before ?> <strong><?cs var:s.Over ?></strong> <?cs var:T.status.over_after ?></p><?cs /if ?>
  <?cs if:s.Unit && s.State != "ready" ?><p class="mc-state__text"><?cs if:s.Step && !s.Standing ?><?cs var:s.Step ?>. <?cs /if ?><?cs var:T.status.at_unit ?> <strong><?cs var:s.Unit ?></strong>, <?cs var:T.status.since ?> <?cs var:s.Since ?>.</p><?cs /if ?>
  <?cs if:s.Result ?><p class="mc-state__text"><?cs var:T.status.result ?>: <span lang="vi"><?cs var:s.Result ?></span></p><?cs /if ?>
  <?cs if:s.Reason ?><p class="mc-state__text"><?cs var:T.status.reason ?>: <span lang="vi"><?cs var:s.Reason ?></span></p><?cs /if ?>
  <?cs if:s.Apologised ?><p class="mc-state__text"><?cs var:T.status.apology ?> <?cs var:T.status.first_due ?> <?cs var:s.FirstDue ?>.</p><?cs /if ?>
  <?cs if:s.Todo.Text && !s.Todo.Supplement && !s.Todo.Fix && !s.Todo.Collect && !subcount(s.Todo.Fees) ?><p class="mc-state__text"><?cs var:s.Todo.Text ?></p><?cs /if ?>
</div>
<?cs /def ?>

<?cs def:status_todo(t) ?>
<section class="mc-todo" aria-labelledby="viec-can-lam">
<h2 class="mc-h2" id="viec-can-lam"><?cs var:T.status.todo_title ?></h2>
<?cs if:t.Text ?><p><?cs var:t.Text ?></p><?cs /if ?>
<?cs if:t.Reason ?><p lang="vi"><?cs var:t.Reason ?></p><?cs /if ?>
<?cs if:t.Supplement ?>
<ol class="mc-papers"><?cs each:p = t.Points ?>
  <li lang="vi"><?cs if:p.Paper ?><span class="mc-papers__name"><?cs var:p.Paper ?></span><span class="mc-papers__note"><?cs var:p.What ?></span><?cs else ?><span class="mc-papers__name"><?cs var:p.What ?></span><?cs /if ?></li><?cs /each ?>
</ol>
<p><?cs if:t.By ?><?cs var:T.status.answer_by ?> <strong><?cs var:t.By ?></strong>. <?cs /if ?><?cs var:T.status.answer_where ?><?cs if:t.Phone ?> <?cs var:T.status.ask_unit ?> <?cs var:t.Unit ?>, <span class="mc-nowrap"><?cs var:t.Phone ?></span>.<?cs /if ?></p>
<?cs /if ?>
<?cs if:subcount(t.Fees) ?>
<ul class="mc-bullets"><?cs each:f = t.Fees ?><li><span lang="vi"><?cs var:f.Name ?></span>: <strong class="mc-nowrap"><?cs var:f.Amount ?></strong><?cs if:f.By ?>, <?cs var:T.status.pay_by ?> <?cs var:f.By ?><?cs /if ?></li><?cs /each ?></ul>
<?cs /if ?>
<?cs if:t.Collect ?><p><?cs var:T.status.collect_at ?> <strong><?cs var:Status.Counter.Name ?></strong><?cs if:Status.Counter.Address ?>, <span lang="vi"><?cs var:Status.Counter.Address ?></span><?cs /if ?>. <?cs var:T.status.collect_bring ?></p><?cs /if ?>
</section>
<?cs /def ?>

<?cs def:status_branches(list) ?>
<section aria-labelledby="phoi-hop">
<h2 class="mc-h2" id="phoi-hop"><?cs var:T.status.branches ?></h2>
<p><?cs var:T.status.branches_text ?></p>
<div class="mc-table-scroll" tabindex="0" role="group" aria-labelledby="phoi-hop">
<table class="govuk-table mc-branches">
<thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header"><?cs var:T.status.branch_agency ?></th><th scope="col" class="govuk-table__header"><?cs var:T.status.branch_state ?></th><th scope="col" class="govuk-table__header"><?cs var:T.status.branch_due ?></th></tr></thead>
<tbody class="govuk-table__body"><?cs each:b = list ?>
<tr class="govuk-table__row"><th scope="row" class="govuk-table__header"><?cs var:b.Agency ?><?cs if:b.Title ?><br><span class="mc-small mc-soft"><?cs var:b.Title ?></span><?cs else ?><br><span class="mc-small mc-soft"><?cs var:b.Kind ?></span><?cs /if ?></th><td class="govuk-table__cell"><?cs if:b.Open ?><?cs call:tag("info", b.State) ?><?cs else ?><?cs call:tag("ok", b.State) ?><?cs /if ?></td><td class="govuk-table__cell"><?cs if:b.Closed ?><?cs var:T.status.branch_closed ?> <?cs var:b.Closed ?><?cs elif:b.Due ?><span class="mc-branches__label"><?cs var:T.status.branch_due ?>: </span><?cs var:b.Due ?><?cs /if ?></td></tr><?cs /each ?>
</tbody>
</table>
</div>
</section>
<?cs /def ?>

<?cs def:status_trace(t) ?>
<section aria-labelledby="vi-sao">
<h2 class="mc-h2" id="vi-sao"><?cs if:t.Standing ?><?cs var:T.status.why_paused ?><?cs else ?><?cs var:T.status.why ?><?cs /if ?></h2>
<p><?cs var:T.status.why_term ?> <strong><?cs var:t.Term ?></strong>. <?cs if:t.Standing ?><?cs var:T.status.why_standing ?> <strong><?cs var:t.Left ?></strong>.<?cs else ?><?cs var:T.status.why_ends ?> <strong><?cs var:t.Due ?></strong>.<?cs /if ?></p>
<details class="govuk-details">
<summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs var:T.status.why_open ?></span></summary>
<?cs call:trace_table(t.Rows, T.status.why) ?>
</details>
</section>
<?cs /def ?>

<?cs # The released files: a list for whoever has shown code and second fact, else how to get there. ?>
<?cs def:status_files(f) ?>
<section class="mc-todo" aria-labelledby="tai-ket-qua">
<h2 class="mc-h2" id="tai-ket-qua"><?cs var:T.status.files ?></h2>
<?cs if:subcount(f.Items) ?>
<p><?cs var:T.status.files_text ?></p>
<ul class="mc-bullets"><?cs each:i = f.Items ?><li><a href="<?cs var:i.Href ?>"><?cs call:icon("download") ?> <?cs var:i.Text ?></a> <span class="mc-small mc-soft mc-nowrap">(<?cs var:i.Type ?>, <?cs var:i.Size ?>)</span></li><?cs /each ?></ul>
<?cs elif:f.Ask ?>
<p><?cs var:T.status.files_ask ?></p>
<form action="<?cs var:f.Action ?>" method="post" novalidate>
<?cs call:field_code(Form.so, T.status.files_digits, "") ?>
<?cs call:button(T.status.files_button, "") ?>
</form>
<?cs elif:f.Code ?><p><?cs var:T.status.files_code ?></p><?cs /if ?>
</section>
<?cs /def ?>

<?cs def:status_looks(s) ?>
<section aria-labelledby="ai-da-xem">
<h2 class="mc-h2" id="ai-da-xem"><?cs var:T.status.looks ?></h2>
<?cs if:!s.LooksShown ?><p class="mc-soft"><?cs var:T.status.looks_how ?></p>
<?cs elif:!subcount(s.Looks) ?><p><?cs var:T.status.looks_none ?></p>
<?cs else ?><details class="govuk-details">
<summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs var:T.status.looks_open ?></span></summary>
<p class="mc-soft"><?cs var:T.status.looks_text ?></p>
<ul class="mc-bullets"><?cs each:l = s.Looks ?><li><?cs var:l.Day ?> · <?cs var:l.Unit ?> · <?cs var:l.Purpose ?></li><?cs /each ?></ul>
</details><?cs /if ?>
</section>
<?cs /def ?>

<?cs def:status_facts(s) ?>
<dl class="mc-plain-facts">
  <?cs if:s.Received ?><div><dt><?cs var:T.status.received ?></dt><dd><?cs var:s.Received ?></dd></div><?cs elif:s.Submitted ?><div><dt><?cs var:T.status.submitted ?></dt><dd><?cs var:s.Submitted ?></dd></div><?cs /if ?>
  <?cs if:s.Due && !s.Left && !s.Over && s.State != "withdrawn" && s.State != "expired" ?><div><dt><?cs var:T.status.due ?></dt><dd><?cs var:s.Due ?></dd></div>
  <?cs if:s.Decided ?><div><dt><?cs var:T.status.decided ?></dt><dd><?cs var:s.Decided ?></dd></div><?cs /if ?><?cs /if ?>
  <?cs if:s.Agency != s.Counter.Name ?><div><dt><?cs var:T.status.agency ?></dt><dd><?cs var:s.Agency ?></dd></div><?cs /if ?>
  <div><dt><?cs if:s.Agency == s.Counter.Name ?><?cs var:T.status.agency_both ?><?cs else ?><?cs var:T.status.counter ?><?cs /if ?></dt><dd><?cs var:s.Counter.Name ?><?cs if:s.Counter.Phone ?><br><span class="mc-nowrap"><?cs call:icon("phone") ?> <?cs var:s.Counter.Phone ?></span><?cs /if ?></dd></div>
  <div><dt><?cs var:T.status.channel ?></dt><dd><?cs var:s.Channel ?></dd></div>
  <div><dt><?cs var:T.status.deliver ?></dt><dd><?cs var:s.Deliver ?></dd></div>
  <div><dt><?cs var:T.status.procedure ?></dt><dd><a href="<?cs var:Page.Base ?>/thu-tuc/<?cs var:s.Procedure.Code ?>"><?cs var:T.status.procedure_see ?> <?cs var:s.Procedure.Code ?></a></dd></div>
</dl>
<?cs /def ?>

<div class="mc-wrap mc-status">
<?cs call:status_head(Status) ?>
<div class="mc-columns">
<div class="mc-columns__main">

<?cs call:status_box(Status) ?>
<?cs if:Status.Todo.Supplement || Status.Todo.Fix || Status.Todo.Collect || subcount(Status.Todo.Fees) ?><?cs call:status_todo(Status.Todo) ?><?cs /if ?>

<?cs if:Status.Files.Ask || Status.Files.Code || subcount(Status.Files.Items) ?><?cs call:status_files(Status.Files) ?><?cs /if ?>

<section aria-labelledby="dien-bien">
<h2 class="mc-h2" id="dien-bien"><?cs var:T.status.timeline ?></h2>
<?cs call:timeline(Status.Timeline) ?>
</section>

<?cs if:subcount(Status.Branches) ?><?cs call:status_branches(Status.Branches) ?><?cs /if ?>
<?cs if:Status.Trace.Term && Status.State != "withdrawn" && Status.State != "expired" ?><?cs call:status_trace(Status.Trace) ?><?cs /if ?>
<?cs if:Status.Received ?><?cs call:status_looks(Status) ?><?cs /if ?>

</div>
<aside class="mc-columns__side" aria-label="<?cs var:T.status.facts ?>">
<?cs call:status_facts(Status) ?>
<?cs if:Status.Rate.Href ?><p class="mc-actions mc-screen-only"><a href="<?cs var:Status.Rate.Href ?>"><?cs var:Status.Rate.Text ?></a></p><?cs /if ?>
<p class="mc-actions mc-screen-only"><?cs call:print_button(T.common.print) ?></p>
<p class="mc-actions mc-screen-only"><a href="<?cs var:Page.Base ?>/tra-cuu"><?cs var:T.status.another ?></a></p>
<p class="mc-small mc-soft"><?cs var:T.status.private ?></p>
</aside>
</div>
</div>
