<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  One life event: its procedures in the order they are needed. Filled by cgi/public/life_event.c. ?>
<div class="mc-wrap">
<div class="mc-columns">
<div class="mc-columns__main">
<div class="mc-head"><h1 class="mc-h1"<?cs call:lang_of(Event.Title) ?>><?cs var:Event.Title ?></h1></div>
<?cs if:subcount(Event.Intro) ?><?cs call:paragraphs(Event.Intro) ?><?cs /if ?>
<?cs each:g = Event.Groups ?>
<?cs if:g.Title ?><h2 class="mc-h2"<?cs call:lang_of(g.Title) ?>><?cs var:g.Title ?></h2><?cs /if ?>
<ol class="mc-results"><?cs each:r = g.Items ?>
<li class="mc-result"><h3 class="mc-result__title"><a href="<?cs var:r.Href ?>"<?cs call:lang_of(r.Name) ?>><?cs var:r.Name ?></a></h3>
<?cs if:r.Hint ?><p<?cs call:lang_of(r.Hint) ?>><?cs var:r.Hint ?></p><?cs /if ?>
<ul class="mc-result__meta"><?cs if:r.Agency ?><li><?cs call:icon("agency") ?><span<?cs call:lang_of(r.Agency) ?>><?cs var:r.Agency ?></span></li><?cs /if ?><?cs if:r.Time ?><li><?cs call:icon("clock") ?><span><?cs var:r.Time ?></span></li><?cs /if ?><?cs if:r.Fee ?><li><?cs call:icon("money") ?><span><?cs var:r.Fee ?></span></li><?cs /if ?></ul></li><?cs /each ?></ol><?cs /each ?>
<p class="mc-actions"><?cs call:print_button(T.common.print) ?></p>
</div>
<?cs if:subcount(Event.Others) ?><aside class="mc-aside" aria-labelledby="khac"><div class="mc-panel"><h2 class="mc-panel__title" id="khac"><?cs var:T.events.others ?></h2>
<ul class="mc-plain mc-stack"><?cs each:o = Event.Others ?><li><a href="<?cs var:o.Href ?>"<?cs call:lang_of(o.Text) ?>><?cs var:o.Text ?></a></li><?cs /each ?></ul></div></aside><?cs /if ?>
</div>
</div>
