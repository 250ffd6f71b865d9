<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  One dossier for officers. Filled by cgi/staff/dossier*.c and act_show.c. In the order of what is asked first: where is
  it, until when, what is to be done; then what happened and what belongs to it. ?>
<?cs def:when(n, iso) ?><time datetime="<?cs var:iso ?>"><?cs var:n ?></time><?cs /def ?>

<?cs # light(d): the due time's traffic light in words; colour and shape only go with them. ?>
<?cs def:light(d) ?>
<?cs if:d.Light == "pause" ?><span class="mc-light mc-light--pause"><?cs call:icon("pause") ?><?cs var:T.dossier.standing ?></span>
<?cs elif:d.Light == "late" && d.Over ?><span class="mc-light mc-light--late"><?cs call:icon("warning") ?><?cs var:T.dossier.over_before ?> <?cs var:d.Over ?> <?cs var:T.dossier.working ?></span>
<?cs elif:d.Light == "late" ?><span class="mc-light mc-light--late"><?cs call:icon("warning") ?><?cs var:T.dossier.done_late ?></span>
<?cs elif:d.Light == "done" ?><span class="mc-light mc-light--ok"><?cs call:icon("success") ?><?cs var:T.dossier.done_in_time ?></span>
<?cs elif:d.Light == "soon" ?><span class="mc-light mc-light--soon"><?cs call:icon("clock") ?><?cs var:T.dossier.left_before ?> <?cs var:d.Left ?> <?cs var:T.dossier.working ?></span>
<?cs elif:d.Light == "ok" ?><span class="mc-light mc-light--ok"><?cs call:icon("clock") ?><?cs var:T.dossier.left_before ?> <?cs var:d.Left ?> <?cs var:T.dossier.working ?></span><?cs /if ?>
<?cs /def ?>

<?cs def:dossier_head(d) ?>
<div class="mc-head mc-dossier__head">
  <p class="mc-dossier__line"><strong class="mc-dossier__number"><?cs var:d.Number ?></strong> <?cs call:tag(d.Look, d.StateText) ?> <span class="mc-soft"><?cs var:d.Channel ?></span></p>
  <h1 class="mc-h1 mc-dossier__title<?cs if:d.ProcedureSize ?> mc-dossier__title--<?cs var:d.ProcedureSize ?><?cs /if ?>"><?cs var:d.Procedure ?></h1>
  <p class="mc-dossier__who"><?cs call:icon("people") ?><strong><?cs var:d.Applicant ?></strong><?cs if:d.Summary ?> <span class="mc-soft"><?cs var:d.Summary ?></span><?cs /if ?></p>
</div>
<?cs /def ?>

<?cs def:dossier_facts(d) ?>
<dl class="mc-dossier__facts">
  <div><dt><?cs var:T.dossier.holder ?></dt>
    <?cs if:subcount(d.Holders) ?><?cs each:h = d.Holders ?><dd class="mc-dossier__holder"><strong><?cs if:h.Step ?><?cs var:h.Step ?><?cs else ?><?cs var:T.dossier.opinion ?><?cs /if ?></strong>
      <span><?cs if:h.Person ?><?cs var:h.Person ?><?cs if:h.Mine ?> (<?cs var:T.dossier.me ?>)<?cs /if ?> · <?cs /if ?><?cs var:h.Unit ?><?cs if:!h.Person && !h.Waits ?> · <?cs var:T.dossier.nobody ?><?cs /if ?></span>
      <span class="mc-soft"><?cs var:T.dossier.since ?> <?cs call:when(h.Since, h.SinceIso) ?><?cs if:h.Due ?>, <?cs var:T.dossier.step_due ?> <?cs call:when(h.Due, h.DueIso) ?><?cs /if ?></span></dd><?cs /each ?>
    <?cs else ?><dd><?cs var:T.dossier.holder_none ?><?cs if:d.Closed ?> <span class="mc-soft"><?cs call:when(d.Closed, d.ClosedIso) ?></span><?cs /if ?></dd><?cs /if ?></div>
  <div><dt><?cs var:T.dossier.due ?></dt>
    <?cs if:d.Due ?><dd class="mc-dossier__due"><strong><?cs call:when(d.DueLong, d.DueIso) ?></strong> <?cs call:light(d) ?>
      <?cs if:d.StandingSince ?> <span class="mc-soft"><?cs var:T.dossier.standing_since ?> <?cs call:when(d.StandingSince, d.StandingSinceIso) ?></span><?cs /if ?>
      <?cs if:d.FirstDue ?> <span class="mc-soft"><?cs var:T.dossier.first_due ?> <?cs call:when(d.FirstDue, d.FirstDueIso) ?></span><?cs /if ?></dd>
    <?cs elif:d.StandingSince && d.Term ?><dd class="mc-dossier__due"><?cs call:light(d) ?> <span class="mc-soft"><?cs var:T.dossier.standing_since ?> <?cs call:when(d.StandingSince, d.StandingSinceIso) ?></span><?cs if:d.Remaining ?> <span><?cs var:T.dossier.remaining_short ?> <strong><?cs var:d.Remaining ?></strong></span><?cs /if ?></dd>
    <?cs else ?><dd><?cs var:T.dossier.no_due ?></dd><?cs /if ?></div>
  <div><dt><?cs var:T.dossier.received ?></dt>
    <dd><?cs if:d.Received ?><?cs call:when(d.Received, d.ReceivedIso) ?><?cs elif:d.Submitted ?><?cs var:T.dossier.submitted ?> <?cs call:when(d.Submitted, d.SubmittedIso) ?><?cs /if ?>
      <span class="mc-soft"><?cs if:d.ReceivedBy ?><?cs var:d.ReceivedBy ?> · <?cs /if ?><?cs var:d.Counter ?></span>
      <span><?cs var:T.dossier.deliver ?> <?cs var:d.Deliver ?></span><?cs if:d.ReceivedHref ?>
      <span class="mc-screen-only"><a href="<?cs var:d.ReceivedHref ?>"><?cs var:T.dossier.received_link ?></a></span><?cs /if ?></dd></div>
</dl>
<?cs /def ?>

<?cs # act_line(a): where an act leads, below its button. ?>
<?cs def:act_line(a) ?><?cs if:a.Branch ?><span class="mc-soft"><?cs var:a.Branch ?></span> <?cs /if ?><?cs if:a.Step ?><span class="mc-soft"><?cs call:icon("arrow") ?><?cs var:a.Step ?><?cs if:a.Person ?> · <?cs var:a.Person ?><?cs elif:a.Unit ?> · <?cs var:a.Unit ?><?cs /if ?></span><?cs /if ?><?cs /def ?>

<?cs def:act_button(a, quiet) ?><?cs if:a.Token ?><form action="<?cs var:a.Action ?>" method="post"><input type="hidden" name="token" value="<?cs var:a.Token ?>"><input type="hidden" name="phienban" value="<?cs var:a.Version ?>"><?cs if:a.BranchId != "0" ?><input type="hidden" name="nhanh" value="<?cs var:a.BranchId ?>"><?cs /if ?><button type="submit" class="govuk-button<?cs if:quiet ?> govuk-button--secondary<?cs /if ?>" data-busy="<?cs var:T.form.sending ?>"<?cs if:!quiet ?> data-primary<?cs /if ?>><?cs var:a.Name ?><?cs if:!quiet ?> <kbd class="mc-key">Ctrl + Enter</kbd><?cs /if ?></button></form><?cs else ?><a class="govuk-button<?cs if:quiet ?> govuk-button--secondary<?cs /if ?>" href="<?cs var:a.Href ?>"<?cs if:!quiet ?> data-primary<?cs /if ?>><?cs var:a.Name ?><?cs if:!quiet ?> <kbd class="mc-key">Ctrl + Enter</kbd><?cs /if ?></a><?cs /if ?><?cs /def ?>

<?cs # What was just done can be taken back from the notice while it is shown, afterwards from here. ?>
<?cs def:dossier_acts(acts) ?>
<section class="mc-dossier__acts mc-screen-only" aria-labelledby="viec-tiep">
<h2 class="mc-h2" id="viec-tiep"><?cs var:T.dossier.next ?></h2>
<?cs each:a = acts.Primary ?><div class="mc-dossier__act mc-dossier__act--first"><?cs call:act_button(a, "") ?> <?cs call:act_line(a) ?></div><?cs /each ?>
<?cs if:!subcount(acts.Primary) && !subcount(acts.Others) && !subcount(acts.More) ?><p class="mc-soft"><?cs if:acts.None ?><?cs var:T.dossier.read_only ?><?cs else ?><?cs var:T.dossier.nothing_now ?><?cs /if ?></p><?cs /if ?>
<?cs if:subcount(acts.Others) ?><ul class="mc-dossier__others"><?cs each:a = acts.Others ?><li><?cs call:act_button(a, "1") ?> <?cs call:act_line(a) ?></li><?cs /each ?></ul><?cs /if ?>
<?cs if:subcount(acts.Undo) && !Dossier.Done.Text ?><ul class="mc-dossier__others"><?cs each:a = acts.Undo ?><li><?cs call:act_button(a, "1") ?></li><?cs /each ?></ul><?cs /if ?>
<?cs if:subcount(acts.More) ?><h3 class="mc-dossier__small"><?cs var:T.dossier.more ?></h3>
<ul class="mc-dossier__more"><?cs each:a = acts.More ?><li><a href="<?cs var:a.Href ?>"><?cs var:a.Name ?></a></li><?cs /each ?></ul><?cs /if ?>
<?cs if:subcount(acts.Blocked) ?><h3 class="mc-dossier__small"><?cs var:T.dossier.blocked ?></h3>
<ul class="mc-dossier__blocked"><?cs each:a = acts.Blocked ?><li><strong><?cs var:a.Name ?></strong> <span><?cs var:a.Why ?></span></li><?cs /each ?></ul><?cs /if ?>
</section>
<?cs /def ?>

<?cs def:dossier_event(e) ?>
<li class="mc-story__item<?cs if:e.Public ?> mc-story__item--public<?cs /if ?>" id="sk-<?cs var:e.Seq ?>">
  <p class="mc-story__title"><strong><?cs var:e.Title ?></strong><?cs if:e.From && e.To ?> <span class="mc-soft"><?cs var:e.From ?> → <?cs var:e.To ?></span><?cs /if ?></p>
  <p class="mc-story__who"><?cs call:when(e.When, e.WhenIso) ?> · <?cs if:e.Actor ?><?cs var:e.Actor ?><?cs if:e.Behalf ?> (<?cs var:T.dossier.behalf ?> <?cs var:e.Behalf ?>)<?cs /if ?><?cs if:e.Unit ?>, <?cs var:e.Unit ?><?cs /if ?><?cs elif:e.Unit ?><?cs var:e.Unit ?><?cs else ?><?cs var:T.dossier.citizen_or_system ?><?cs /if ?></p>
  <?cs if:e.DueNew ?><p><?cs var:T.dossier.due ?> <s><?cs call:when(e.DueOld, e.DueOldIso) ?></s> → <strong><?cs call:when(e.DueNew, e.DueNewIso) ?></strong></p><?cs /if ?>
  <?cs if:e.PublicNote ?><p class="mc-story__public"><span class="mc-story__label"><?cs var:T.dossier.to_citizen ?></span> <?cs var:e.PublicNote ?></p><?cs /if ?>
  <?cs if:e.Note ?><p class="mc-story__internal"><span class="mc-story__label"><?cs var:T.dossier.internal ?></span> <?cs var:e.Note ?></p><?cs /if ?>
</li>
<?cs /def ?>

<?cs def:dossier_story(d, acts) ?>
<section class="mc-dossier__story" aria-labelledby="dien-bien">
<div class="mc-dossier__bar"><h2 class="mc-h2" id="dien-bien"><?cs var:T.dossier.story ?></h2>
<?cs if:subcount(acts.Notes) ?><p class="mc-screen-only"><?cs each:a = acts.Notes ?><a href="<?cs var:a.Href ?>"><?cs var:a.Name ?></a> <?cs /each ?></p><?cs /if ?></div>
<ol class="mc-story" reversed><?cs each:e = d.Events ?><?cs call:dossier_event(e) ?><?cs /each ?></ol>
</section>
<?cs /def ?>

<?cs def:dossier_papers(d) ?>
<section aria-labelledby="giay-to">
<h2 class="mc-h2" id="giay-to"><?cs var:T.dossier.papers ?> <?cs if:d.Missing ?><?cs call:tag("wait", d.Missing) ?><?cs /if ?></h2>
<?cs if:subcount(d.Papers) ?><ol class="mc-dossier__papers"><?cs each:p = d.Papers ?>
  <li<?cs if:p.Missing ?> class="mc-dossier__lacks"<?cs /if ?>><span><?cs var:p.Name ?></span> <?cs if:p.Missing ?><?cs call:tag("wait", T.dossier.paper_missing) ?><?cs else ?><span class="mc-soft mc-nowrap"><?cs var:p.Original ?><?cs if:p.Original && p.Copy ?>, <?cs /if ?><?cs var:p.Copy ?></span><?cs /if ?></li><?cs /each ?>
</ol><?cs else ?><p class="mc-soft"><?cs var:T.dossier.papers_none ?></p><?cs /if ?>
</section>
<?cs /def ?>

<?cs # Those in force; what was replaced or removed is on the page of the files. ?>
<?cs def:dossier_files(f) ?>
<section aria-labelledby="tep">
<h2 class="mc-h2" id="tep"><?cs var:T.dossier.files ?></h2>
<?cs if:f.Shown ?><ul class="mc-dossier__papers"><?cs each:i = f.Items ?><?cs if:i.Current ?>
  <li><span><?cs if:i.Href ?><a href="<?cs var:i.Href ?>"><?cs var:i.Name ?></a><?cs else ?><?cs var:i.Name ?><?cs /if ?> <span class="mc-soft"><?cs var:i.Kind ?></span></span> <span class="mc-nowrap"><?cs if:!i.Clean ?><?cs call:tag(i.State, i.StateText) ?> <?cs elif:i.Released ?><?cs call:tag("info", T.files.state_released) ?> <?cs /if ?><span class="mc-soft"><?cs var:i.Size ?></span></span></li><?cs /if ?><?cs /each ?>
</ul><?cs else ?><p class="mc-soft"><?cs var:T.dossier.files_none ?></p><?cs /if ?>
<?cs if:f.MayAdd ?><p class="mc-screen-only mc-dossier__after-list"><a href="<?cs var:f.Href ?>"><?cs var:T.dossier.files_change ?></a></p><?cs elif:subcount(f.Items) ?><p class="mc-screen-only mc-dossier__after-list"><a href="<?cs var:f.Href ?>"><?cs var:T.dossier.files_all ?></a></p><?cs /if ?>
</section>
<?cs /def ?>

<?cs def:dossier_rounds(d) ?>
<section aria-labelledby="bo-sung">
<h2 class="mc-h2" id="bo-sung"><?cs var:T.dossier.rounds ?></h2>
<?cs each:r = d.Rounds ?><div class="mc-dossier__round<?cs if:r.Open ?> mc-dossier__round--open<?cs /if ?>">
  <p><strong><?cs var:T.dossier.round ?> <?cs var:r.Round ?></strong> <?cs if:r.Open ?><?cs call:tag("wait", T.dossier.round_open) ?><?cs elif:r.Accepted ?><?cs call:tag("ok", T.dossier.round_done) ?><?cs /if ?>
  <span class="mc-soft"><?cs call:when(r.Asked, r.AskedIso) ?> · <?cs if:r.AskedBy ?><?cs var:r.AskedBy ?>, <?cs /if ?><?cs var:r.Unit ?></span></p>
  <?cs if:r.Reason ?><p><?cs var:r.Reason ?></p><?cs /if ?>
  <ol class="mc-dossier__points"><?cs each:p = r.Points ?><li><?cs if:p.Done ?><?cs call:icon("check") ?><span class="govuk-visually-hidden"><?cs var:T.dossier.point_done ?> </span><?cs /if ?><?cs if:p.Paper ?><strong><?cs var:p.Paper ?></strong>: <?cs /if ?><?cs var:p.What ?></li><?cs /each ?></ol>
  <?cs if:r.Open && r.AnswerBy ?><p><?cs var:T.dossier.answer_by ?> <strong><?cs var:r.AnswerBy ?></strong></p><?cs elif:r.Accepted ?><p class="mc-soft"><?cs var:T.dossier.accepted ?> <?cs call:when(r.Accepted, r.AcceptedIso) ?></p><?cs /if ?>
</div><?cs /each ?>
</section>
<?cs /def ?>

<?cs def:dossier_fees(d) ?>
<section aria-labelledby="khoan-thu">
<h2 class="mc-h2" id="khoan-thu"><?cs var:T.dossier.fees ?></h2>
<ul class="mc-dossier__papers"><?cs each:f = d.Fees ?>
  <li><span><?cs var:f.Kind ?>: <?cs var:f.Name ?><?cs if:f.Receipt ?> <span class="mc-soft"><?cs var:T.dossier.receipt ?> <?cs var:f.Receipt ?></span><?cs /if ?></span> <span class="mc-nowrap"><strong><?cs var:f.Amount ?></strong> <?cs if:f.Owed ?><?cs call:tag("wait", T.dossier.owed) ?><?cs elif:f.Free ?><?cs call:tag("", T.dossier.waived) ?><?cs else ?><?cs call:tag("ok", T.dossier.paid) ?><?cs /if ?></span></li><?cs /each ?>
</ul>
</section>
<?cs /def ?>

<?cs def:dossier_branches(d) ?>
<section aria-labelledby="phoi-hop">
<h2 class="mc-h2" id="phoi-hop"><?cs var:T.dossier.branches ?></h2>
<ul class="mc-dossier__branches"><?cs each:b = d.Branches ?>
  <li><p><strong><?cs var:b.Agency ?></strong> <?cs if:b.Outcome ?><?cs call:tag("ok", b.Outcome) ?><?cs elif:b.Open ?><?cs call:tag("info", b.State) ?><?cs else ?><?cs call:tag("", b.State) ?><?cs /if ?></p>
  <p class="mc-soft"><?cs if:b.Title ?><?cs var:b.Title ?><?cs else ?><?cs var:b.Kind ?><?cs /if ?><?cs if:b.Register ?> · <?cs var:T.dossier.register_no ?> <span class="mc-nowrap"><?cs var:b.Register ?></span><?cs /if ?></p>
  <?cs if:b.Open ?><p><?cs if:b.Step ?><?cs var:b.Step ?> · <?cs /if ?><?cs if:b.Person ?><?cs var:b.Person ?><?cs if:b.Due ?> · <?cs /if ?><?cs elif:!b.Waits ?><?cs var:T.dossier.nobody ?><?cs if:b.Due ?> · <?cs /if ?><?cs /if ?><?cs if:b.Due ?><?cs var:T.dossier.before ?> <?cs call:when(b.Due, b.DueIso) ?><?cs /if ?></p><?cs elif:b.Closed ?><p class="mc-soft"><?cs var:T.dossier.branch_closed ?> <?cs call:when(b.Closed, b.ClosedIso) ?></p><?cs /if ?></li><?cs /each ?>
</ul>
</section>
<?cs /def ?>

<?cs def:dossier_result(r) ?>
<section aria-labelledby="ket-qua">
<h2 class="mc-h2" id="ket-qua"><?cs var:T.dossier.result ?></h2>
<dl class="mc-plain-facts mc-dossier__pairs">
  <div><dt><?cs var:T.dossier.result_title ?></dt><dd><?cs var:r.Title ?></dd></div>
  <?cs if:r.Reason ?><div><dt><?cs var:T.dossier.refusal ?></dt><dd><?cs var:r.Reason ?></dd></div><?cs /if ?>
  <?cs if:r.Register ?><div><dt><?cs var:T.dossier.register_no ?></dt><dd><strong class="mc-nowrap"><?cs var:r.Register ?></strong></dd></div><?cs /if ?>
  <?cs if:r.Signer ?><div><dt><?cs var:T.dossier.signer ?></dt><dd><?cs var:r.Signer ?><?cs if:r.Signed ?>, <?cs call:when(r.Signed, r.SignedIso) ?><?cs /if ?></dd></div><?cs /if ?>
  <?cs if:r.Shelf ?><div><dt><?cs var:T.dossier.shelf ?></dt><dd><strong class="mc-nowrap"><?cs var:r.Shelf ?></strong></dd></div><?cs /if ?>
  <?cs if:r.Returned ?><div><dt><?cs var:T.dossier.returned ?></dt><dd><?cs call:when(r.Returned, r.ReturnedIso) ?><?cs if:r.Via ?>, <?cs var:r.Via ?><?cs /if ?><?cs if:r.ReturnedBy ?>, <?cs var:r.ReturnedBy ?><?cs /if ?></dd></div><?cs /if ?>
  <?cs if:r.Receiver ?><div><dt><?cs var:T.dossier.receiver ?></dt><dd><?cs var:r.Receiver ?></dd></div><?cs /if ?>
  <?cs if:r.Tracking ?><div><dt><?cs var:T.dossier.tracking ?></dt><dd class="mc-nowrap"><?cs var:r.Tracking ?></dd></div><?cs /if ?>
</dl>
</section>
<?cs /def ?>

<?cs def:dossier_person(p) ?>
<h3 class="mc-dossier__small"><?cs if:p.Submitter ?><?cs var:T.dossier.submitter ?><?cs else ?><?cs var:T.dossier.applicant ?><?cs /if ?></h3>
<dl class="mc-plain-facts mc-dossier__pairs">
  <div><dt><?cs if:p.Organisation ?><?cs var:T.dossier.organisation ?><?cs else ?><?cs var:T.dossier.name ?><?cs /if ?></dt><dd><strong><?cs var:p.Name ?></strong></dd></div>
  <?cs if:p.Representative ?><div><dt><?cs var:T.dossier.representative ?></dt><dd><?cs var:p.Representative ?></dd></div><?cs /if ?>
  <?cs if:p.Birth ?><div><dt><?cs var:T.dossier.birth ?></dt><dd><?cs var:p.Birth ?><?cs if:p.Sex ?>, <?cs var:p.Sex ?><?cs /if ?></dd></div><?cs /if ?>
  <?cs if:p.Identity ?><div><dt><?cs var:p.IdentityKind ?></dt><dd><span class="mc-nowrap"><?cs var:p.Identity ?></span><?cs if:p.IssuedOn ?> <span class="mc-soft"><?cs var:T.dossier.issued ?> <?cs var:p.IssuedOn ?><?cs if:p.IssuedBy ?>, <?cs var:p.IssuedBy ?><?cs /if ?></span><?cs /if ?><?cs if:p.Masked ?> <span class="mc-soft"><?cs var:T.dossier.masked ?></span><?cs /if ?></dd></div><?cs /if ?>
  <?cs if:p.Phone ?><div><dt><?cs var:T.dossier.phone ?></dt><dd><?cs call:phone(p.Phone, p.PhoneTel) ?></dd></div><?cs /if ?>
  <?cs if:p.Email ?><div><dt><?cs var:T.dossier.email ?></dt><dd><a href="mailto:<?cs var:p.Email ?>"><?cs var:p.Email ?></a></dd></div><?cs /if ?>
  <?cs if:p.Address ?><div><dt><?cs var:T.dossier.address ?></dt><dd><?cs var:p.Address ?></dd></div><?cs /if ?>
  <?cs if:p.Authority ?><div><dt><?cs var:T.dossier.authority ?></dt><dd><?cs var:p.Authority ?></dd></div><?cs /if ?>
</dl>
<?cs /def ?>

<?cs # fold_open(id, title), fold_close(): what is looked at now and then. ?>
<?cs def:fold_open(title) ?><details class="govuk-details mc-dossier__fold"><summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs var:title ?></span></summary><?cs /def ?>
<?cs def:fold_close() ?></details><?cs /def ?>

<?cs def:dossier_folds(d) ?>
<?cs if:d.Term ?><?cs call:fold_open(T.dossier.why) ?>
<p><?cs var:T.dossier.term ?> <strong><?cs var:d.Term ?></strong>.<?cs if:d.Remaining ?> <?cs var:T.dossier.remaining ?> <strong><?cs var:d.Remaining ?></strong>.<?cs /if ?></p>
<?cs if:subcount(d.Pauses) ?><ul class="mc-bullets"><?cs each:p = d.Pauses ?><li><?cs var:p.Reason ?>: <?cs var:T.dossier.pause_from ?> <?cs call:when(p.From, p.FromIso) ?><?cs if:p.To ?> <?cs var:T.dossier.pause_to ?> <?cs call:when(p.To, p.ToIso) ?><?cs else ?>, <?cs var:T.dossier.pause_open ?><?cs /if ?></li><?cs /each ?></ul><?cs /if ?>
<?cs call:trace_table(d.Trace, T.dossier.why) ?>
<?cs call:fold_close() ?><?cs /if ?>
<?cs if:subcount(d.Messages) ?><?cs call:fold_open(T.dossier.messages) ?>
<ul class="mc-dossier__papers"><?cs each:m = d.Messages ?><li><span><?cs var:m.What ?> <span class="mc-soft"><?cs var:m.Channel ?></span></span> <span class="mc-nowrap"><?cs if:m.Failed ?><?cs call:tag("late", m.State) ?><?cs else ?><span class="mc-soft"><?cs var:m.State ?></span><?cs /if ?> <?cs call:when(m.When, m.WhenIso) ?></span></li><?cs /each ?></ul>
<?cs call:fold_close() ?><?cs /if ?>
<?cs if:subcount(d.Views) ?><?cs call:fold_open(T.dossier.views) ?>
<p class="mc-soft"><?cs var:T.dossier.views_text ?></p>
<ul class="mc-dossier__papers"><?cs each:v = d.Views ?><li><span><strong><?cs var:v.Person ?></strong>, <?cs var:v.Unit ?> <span class="mc-soft"><?cs var:v.Purpose ?></span></span> <span class="mc-nowrap"><?cs call:when(v.When, v.WhenIso) ?></span></li><?cs /each ?></ul>
<?cs call:fold_close() ?><?cs /if ?>
<?cs /def ?>

<?cs def:dossier_done(n, undo) ?>
<div class="mc-notice mc-notice--success mc-dossier__done" role="status">
  <?cs call:icon("success") ?>
  <div class="mc-notice__text"><p class="mc-notice__title"><?cs var:T.dossier.done ?> <?cs var:n.Text ?></p></div>
  <div class="mc-dossier__after"><?cs if:n.PrintHref ?><a class="govuk-button govuk-button--secondary" href="<?cs var:n.PrintHref ?>"><?cs call:icon("print") ?><?cs var:T.dossier.print_this ?></a><?cs /if ?>
  <?cs each:a = undo ?><?cs call:act_button(a, "1") ?><?cs /each ?></div>
</div>
<?cs /def ?>

<div class="mc-wrap mc-dossier">
<?cs if:Dossier.Done.Text ?><?cs call:dossier_done(Dossier.Done, Acts.Undo) ?><?cs /if ?>
<?cs if:subcount(Dossier.Present) ?><p class="mc-dossier__present" role="status"><?cs call:icon("people") ?><span><?cs each:p = Dossier.Present ?><strong><?cs var:p.Name ?></strong><?cs if:!last(p) ?>, <?cs /if ?><?cs /each ?> <?cs var:T.dossier.present ?></span></p><?cs /if ?>
<?cs call:dossier_head(Dossier) ?>
<div class="mc-dossier__grid">
<?cs call:dossier_facts(Dossier) ?>
<div class="mc-dossier__side"><?cs call:dossier_acts(Acts) ?>
<?cs if:subcount(Dossier.Prints) ?><section class="mc-screen-only" aria-labelledby="in"><h2 class="mc-h2" id="in"><?cs var:T.dossier.prints ?></h2>
<ul class="mc-dossier__more"><?cs each:p = Dossier.Prints ?><li><a class="mc-lead-on" href="<?cs var:p.Href ?>"><?cs call:icon("print") ?><?cs var:p.Text ?><?cs if:p.Round ?> (<?cs var:T.dossier.print_round ?> <?cs var:p.Round ?>)<?cs /if ?></a></li><?cs /each ?></ul></section><?cs /if ?></div>
<?cs call:dossier_story(Dossier, Acts) ?>
<div class="mc-dossier__parts">
<?cs if:Dossier.Result.Title ?><?cs call:dossier_result(Dossier.Result) ?><?cs /if ?>
<?cs if:subcount(Dossier.Rounds) ?><?cs call:dossier_rounds(Dossier) ?><?cs /if ?>
<?cs if:subcount(Dossier.Branches) ?><?cs call:dossier_branches(Dossier) ?><?cs /if ?>
<?cs call:dossier_papers(Dossier) ?>
<?cs call:dossier_files(Files) ?>
<?cs if:subcount(Dossier.Fees) ?><?cs call:dossier_fees(Dossier) ?><?cs /if ?>
<section aria-labelledby="nguoi"><h2 class="mc-h2" id="nguoi"><?cs var:T.dossier.people ?></h2>
<?cs each:p = Dossier.People ?><?cs call:dossier_person(p) ?><?cs /each ?></section>
</div>
<div class="mc-dossier__folds"><?cs call:dossier_folds(Dossier) ?></div>
</div>
</div>
