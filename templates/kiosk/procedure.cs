<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  One procedure in the order people ask: who, how much, how long, where; then the papers. Taken away by the code on the
  right or on paper, 80 mm wide or A4. Procedure: Code, Name, NameSize, Agency, Facts (Icon, Term, Value, Note), Cases
  (model/procedure_words.h), NPapers, Conditions, Address, QrHref. ?>
<div class="mc-wrap mc-procedure">
<div class="mc-procedure__head">
<div>
<h1 class="mc-h1<?cs if:Procedure.NameSize ?> mc-h1--<?cs var:Procedure.NameSize ?><?cs /if ?>"><?cs call:words(Procedure.Name) ?></h1>
<p class="mc-soft"><?cs if:Procedure.Agency ?><?cs call:words(Procedure.Agency) ?> · <?cs /if ?><?cs var:T.procedure.code ?> <span class="mc-nowrap"><?cs var:Procedure.Code ?></span></p>
</div>
<figure class="mc-carry"><img src="<?cs var:Procedure.QrHref ?>" alt="" width="230" height="230"><figcaption><?cs var:T.kiosk_procedure.scan ?></figcaption></figure>
</div>
<dl class="mc-asked"><?cs each:f = Procedure.Facts ?><div><dt><?cs call:icon(f.Icon) ?><?cs var:f.Term ?></dt><dd><strong><?cs var:f.Value ?></strong><?cs if:f.Note ?><span class="mc-asked__note"><?cs var:f.Note ?></span><?cs /if ?></dd></div><?cs /each ?></dl>
<section aria-labelledby="giay-to">
<h2 class="mc-h2" id="giay-to"><?cs var:T.kiosk_procedure.papers ?><?cs if:Procedure.NPapers != "0" ?> <span class="mc-count"><?cs var:Procedure.NPapers ?></span><?cs /if ?></h2>
<?cs if:subcount(Procedure.Cases) ?><?cs each:c = Procedure.Cases ?><?cs if:c.Title ?><h3 class="mc-h3"<?cs call:lang_of(c.Title) ?>><?cs var:c.Title ?></h3><?cs /if ?><?cs call:papers(c.Papers) ?><?cs /each ?>
<?cs else ?><p><?cs var:T.procedure.unpublished_text ?></p><?cs /if ?>
</section>
<?cs if:subcount(Procedure.Conditions) ?><section aria-labelledby="dieu-kien"><h2 class="mc-h2" id="dieu-kien"><?cs var:T.procedure.conditions ?></h2><?cs call:paragraphs(Procedure.Conditions) ?></section><?cs /if ?>
<p class="mc-print-only"><?cs var:T.kiosk_procedure.address ?> <?cs var:Procedure.Address ?></p>
<p class="mc-actions mc-screen-only"><?cs call:print_button(T.kiosk_procedure.print) ?></p>
</div>
