<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  A statutory paper, block by block. Filled by cgi/staff/paper_html.c. ?>
<?cs def:english(text) ?><?cs if:text ?><span class="mc-paper__english" lang="en"><?cs var:text ?></span><?cs /if ?><?cs /def ?>
<?cs def:bars() ?><?cs if:Paper.Bars.Path ?><svg class="mc-paper__bars" role="img" aria-label="<?cs var:T.paper_sheet.bars ?>" viewBox="0 0 <?cs var:Paper.Bars.Whole ?> 1" preserveAspectRatio="none" shape-rendering="crispEdges"><path d="<?cs var:Paper.Bars.Path ?>"/></svg><?cs /if ?><?cs /def ?>
<?cs def:square() ?><?cs if:Paper.Qr.Path ?><svg class="mc-paper__qr" role="img" aria-label="<?cs var:T.paper_sheet.qr ?>" viewBox="0 0 <?cs var:Paper.Qr.Whole ?> <?cs var:Paper.Qr.Whole ?>" shape-rendering="crispEdges"><path d="<?cs var:Paper.Qr.Path ?>"/></svg><?cs /if ?><?cs /def ?>
<?cs def:table(t) ?>
<table>
<colgroup><?cs each:c = t.Columns ?><col class="mc-paper__w<?cs var:c.Width ?>"><?cs /each ?></colgroup>
<thead>
<?cs if:t.Groups ?><tr><?cs each:h = t.Heads ?><?cs if:h.Group ?><th scope="colgroup" colspan="<?cs var:h.Span ?>"><?cs var:h.Text ?></th><?cs else ?><th scope="col" rowspan="2"><?cs var:h.Text ?></th><?cs /if ?><?cs /each ?></tr>
<tr><?cs each:c = t.Columns ?><?cs if:c.Grouped ?><th scope="col"><?cs var:c.Text ?></th><?cs /if ?><?cs /each ?></tr>
<?cs else ?><tr><?cs each:c = t.Columns ?><th scope="col"><?cs var:c.Text ?><?cs call:english(c.English) ?></th><?cs /each ?></tr><?cs /if ?>
</thead>
<tbody>
<?cs each:r = t.Rows ?><tr><?cs each:c = r.Cells ?><td<?cs if:c.Align ?> class="mc-paper__<?cs var:c.Align ?>"<?cs /if ?>><?cs var:c.Text ?></td><?cs /each ?></tr>
<?cs /each ?></tbody>
</table>
<?cs /def ?>
<?cs def:codes() ?><div class="mc-paper__codes"><div class="mc-paper__code"><?cs call:bars() ?><p class="mc-paper__caption"><?cs var:Paper.Caption ?></p></div><?cs call:square() ?></div><?cs /def ?>
<nav class="mc-paper__bar" lang="<?cs var:Page.Lang ?>" aria-label="<?cs var:T.paper_sheet.bar ?>">
<button type="button" data-print hidden><?cs var:T.common.print ?></button><noscript><span><?cs var:T.common.print_hint ?></span></noscript>
<a href="<?cs var:Paper.PdfHref ?>"><?cs var:T.paper_sheet.pdf ?></a>
<?cs each:s = Paper.Sizes ?><a href="<?cs var:s.Href ?>"<?cs if:s.Current ?> aria-current="true"<?cs /if ?>><?cs var:s.Text ?></a>
<?cs /each ?><?cs if:Paper.Pick.Action ?><form action="<?cs var:Paper.Pick.Action ?>" method="get"><input type="hidden" name="co-quan" value="<?cs var:Paper.Pick.Office ?>"><?cs each:f = Paper.Pick.Fields ?><label for="f-<?cs var:f.Name ?>"><?cs var:f.Label ?></label> <input id="f-<?cs var:f.Name ?>" name="<?cs var:f.Name ?>" type="text" size="10" value="<?cs var:f.Value ?>" autocomplete="off"> <?cs /each ?><button type="submit"><?cs var:T.paper_pick.show ?></button></form><?cs /if ?>
</nav>
<main class="mc-paper__sheet" id="noi-dung">
<div class="mc-paper__top"><p class="mc-paper__reprint"><?cs var:Paper.Reprint ?></p><p class="mc-paper__mark"><?cs var:Paper.Mark ?></p></div>
<header class="mc-paper__head">
<div><?cs if:Paper.Above ?><p><?cs var:Paper.Above ?></p><?cs /if ?><p class="mc-paper__strong<?cs if:!Paper.Part ?> mc-paper__ruled<?cs /if ?>"><?cs var:Paper.Unit ?></p><?cs if:Paper.Part ?><p class="mc-paper__strong mc-paper__ruled"><?cs var:Paper.Part ?></p><?cs /if ?><?cs if:Paper.Number ?><p><?cs var:Paper.Number ?></p><?cs /if ?></div>
<div><p class="mc-paper__strong"><?cs var:Paper.Country ?></p><p class="mc-paper__strong mc-paper__motto"><span><?cs var:Paper.Motto ?></span></p><?cs if:Paper.PlaceDate ?><p class="mc-paper__place"><?cs var:Paper.PlaceDate ?></p><?cs /if ?></div>
</header>
<h1><?cs var:Paper.Title ?><?cs call:english(Paper.TitleEnglish) ?></h1>
<?cs if:Paper.Subtitle ?><p class="mc-paper__subtitle"><?cs var:Paper.Subtitle ?></p><?cs /if ?>
<?cs each:b = Paper.Blocks ?><?cs if:b.Kind == "field" ?><p class="mc-paper__field"><?cs var:b.Label ?>: <?cs if:b.Strong ?><strong><?cs var:b.Text ?></strong><?cs else ?><?cs var:b.Text ?><?cs /if ?><?cs call:english(b.English) ?></p>
<?cs elif:b.Kind == "text" ?><p class="mc-paper__text"><?cs var:b.Text ?><?cs call:english(b.English) ?></p>
<?cs elif:b.Kind == "point" ?><p class="mc-paper__point"><?cs var:b.Text ?></p>
<?cs elif:b.Kind == "note" ?><p class="mc-paper__note"><?cs var:b.Text ?><?cs call:english(b.English) ?></p>
<?cs elif:b.Kind == "codes" ?><?cs call:codes() ?>
<?cs elif:b.Kind == "table" ?><?cs call:table(b) ?>
<?cs elif:b.Kind == "signatures" ?><div class="mc-paper__signs<?cs if:subcount(b.Signatures) == #1 ?> mc-paper__signs--one<?cs elif:Paper.Rate.Path ?> mc-paper__signs--rate<?cs /if ?>"><?cs each:s = b.Signatures ?><div><p class="mc-paper__strong"><?cs var:s.Label ?></p><p class="mc-paper__hint"><?cs var:s.Hint ?></p><p class="mc-paper__strong mc-paper__name"><?cs var:s.Name ?></p></div><?cs /each ?><?cs if:Paper.Rate.Path && subcount(b.Signatures) == #2 ?><figure class="mc-paper__rate"><svg role="img" aria-label="<?cs var:T.paper_sheet.rate ?>" viewBox="0 0 <?cs var:Paper.Rate.Whole ?> <?cs var:Paper.Rate.Whole ?>" shape-rendering="crispEdges"><path d="<?cs var:Paper.Rate.Path ?>"/></svg><figcaption><?cs var:Paper.Rate.Caption ?></figcaption></figure><?cs /if ?></div>
<?cs /if ?><?cs /each ?>
</main>
