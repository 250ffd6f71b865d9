<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Votes added up. Ratings: Own, Officers, Carried (months with too few count later), By, ByText, Period, Action, CsvHref, WordsHref and OddHref for those who moderate; Periods: Value,
  Text, Current; Tabs: Href, Text, Current; Lines: Name, Hidden, Few, else Votes, Carried, Share, Interval, Mean, Bar, Place; Total the same where it may be
  shown; Chart of months: Width, Months: X, Text, Y, Low, High; Reasons: Text, N; Words: Month, Officer, Words. ?>
<?cs include!"rating_parts.cs" ?>
<?cs def:months_chart(c) ?>
<figure class="mc-chart"><svg viewBox="0 0 <?cs var:c.Width ?> 190" width="<?cs var:c.Width ?>" height="190" role="img" aria-labelledby="bieu-do-ten">
<title id="bieu-do-ten"><?cs var:T.staff_ratings.chart ?> – <?cs var:Ratings.Period ?></title>
<g class="mc-chart__axis"><line x1="40" y1="10" x2="<?cs var:c.Width ?>" y2="10"/><line x1="40" y1="85" x2="<?cs var:c.Width ?>" y2="85"/><line x1="40" y1="160" x2="<?cs var:c.Width ?>" y2="160"/></g>
<g class="mc-chart__label"><text x="34" y="15" text-anchor="end">100%</text><text x="34" y="90" text-anchor="end">50%</text><text x="34" y="165" text-anchor="end">0</text><?cs each:m = c.Months ?><text x="<?cs var:m.X ?>" y="182" text-anchor="middle"><?cs var:m.Text ?></text><?cs /each ?></g>
<?cs each:m = c.Months ?><?cs if:m.Y ?><line class="mc-chart__range" x1="<?cs var:m.X ?>" y1="<?cs var:m.High ?>" x2="<?cs var:m.X ?>" y2="<?cs var:m.Low ?>"/><circle class="mc-chart__point" cx="<?cs var:m.X ?>" cy="<?cs var:m.Y ?>" r="5"/><?cs /if ?><?cs /each ?>
</svg><figcaption class="mc-small mc-soft"><?cs var:T.staff_ratings.chart_note ?></figcaption></figure>
<?cs /def ?>
<div class="mc-wrap mc-work">
<?cs call:page_head("", T.staff_ratings.title, "") ?>
<form class="mc-ratings-bar" action="<?cs var:Ratings.Action ?>" method="get"><label class="govuk-label" for="f-ky"><?cs var:T.staff_ratings.period ?></label>
<select class="govuk-select" id="f-ky" name="ky"><?cs each:p = Periods ?><option value="<?cs var:p.Value ?>"<?cs if:p.Current ?> selected<?cs /if ?>><?cs var:p.Text ?></option><?cs /each ?></select><input type="hidden" name="theo" value="<?cs var:Ratings.By ?>"><button type="submit" class="govuk-button govuk-button--secondary"><?cs var:T.staff_ratings.see ?></button>
<?cs if:Ratings.WordsHref ?><a href="<?cs var:Ratings.WordsHref ?>"><?cs var:T.staff_ratings.words_new ?></a><a href="<?cs var:Ratings.OddHref ?>"><?cs var:T.staff_ratings.odd ?></a><?cs /if ?></form>
<p class="mc-p"><?cs if:Ratings.Own ?><?cs var:T.staff_ratings.own ?><?cs else ?><?cs var:T.staff_ratings.scope ?><?cs /if ?></p>
<?cs if:Total.Votes ?>
<dl class="mc-ratings-sum"><div><dt><?cs var:T.satisfaction.votes ?></dt><dd><?cs var:Total.Votes ?></dd></div><div><dt><?cs var:T.staff_ratings.share ?></dt><dd><?cs var:Total.Share ?> <span class="mc-soft mc-nowrap">(<?cs var:Total.Interval ?>)</span></dd></div><div><dt><?cs var:T.staff_ratings.mean ?></dt><dd><?cs var:Total.Mean ?></dd></div></dl>
<?cs else ?><?cs call:notice("info", T.staff_ratings.few, T.staff_ratings.few_text) ?><?cs /if ?>
<nav class="mc-ratings-tabs" aria-label="<?cs var:T.staff_ratings.by ?>"><ul><?cs each:t = Tabs ?><li><a href="<?cs var:t.Href ?>"<?cs if:t.Current ?> aria-current="page"<?cs /if ?>><?cs var:t.Text ?></a></li><?cs /each ?></ul></nav>
<?cs if:subcount(Lines) ?>
<?cs if:subcount(Chart.Months) ?><?cs call:months_chart(Chart) ?><?cs /if ?>
<div class="mc-table-scroll" role="region" aria-label="<?cs var:T.staff_ratings.title ?>" tabindex="0">
<table class="govuk-table mc-shares">
<caption class="govuk-visually-hidden"><?cs var:T.staff_ratings.title ?>, <?cs var:Ratings.Period ?></caption>
<thead class="govuk-table__head"><tr><?cs if:Ratings.Officers ?><th scope="col" class="govuk-table__header govuk-table__header--numeric"><?cs var:T.staff_ratings.place ?></th><?cs /if ?><th scope="col" class="govuk-table__header"><?cs var:Ratings.ByText ?></th><th scope="col" class="govuk-table__header govuk-table__header--numeric"><?cs var:T.satisfaction.votes ?></th><th scope="col" class="govuk-table__header govuk-table__header--numeric"><?cs var:T.staff_ratings.mean ?></th><th scope="col" class="govuk-table__header govuk-table__header--numeric"><?cs var:T.staff_ratings.share ?></th><th scope="col" class="govuk-table__header"><?cs var:T.satisfaction.interval ?></th></tr></thead>
<tbody class="govuk-table__body"><?cs each:l = Lines ?>
<tr class="govuk-table__row"><?cs if:Ratings.Officers ?><td class="govuk-table__cell govuk-table__cell--numeric" data-label="<?cs var:T.staff_ratings.place ?>"><?cs if:l.Place ?><?cs var:l.Place ?><?cs else ?>–<?cs /if ?></td><?cs /if ?><th scope="row" class="govuk-table__header"><?cs var:l.Name ?></th><?cs if:l.Hidden ?><td class="govuk-table__cell mc-soft" colspan="4"><?cs if:l.Few ?><?cs var:T.staff_ratings.few ?><?cs else ?><?cs var:T.staff_ratings.hidden ?><?cs /if ?></td><?cs else ?><td class="govuk-table__cell govuk-table__cell--numeric" data-label="<?cs var:T.satisfaction.votes ?>"><span class="mc-nowrap"><?cs var:l.Votes ?><?cs if:l.Carried ?><span aria-hidden="true"> *</span><span class="govuk-visually-hidden"> (<?cs var:T.staff_ratings.carried ?>)</span><?cs /if ?></span></td><td class="govuk-table__cell govuk-table__cell--numeric" data-label="<?cs var:T.staff_ratings.mean ?>"><?cs var:l.Mean ?></td><td class="govuk-table__cell govuk-table__cell--numeric" data-label="<?cs var:T.staff_ratings.share ?>"><strong><?cs var:l.Share ?></strong></td><td class="govuk-table__cell mc-shares__drawn" data-label="<?cs var:T.satisfaction.interval ?>"><?cs call:share_bar(l.Bar) ?><span class="mc-nowrap"><?cs var:l.Interval ?></span></td><?cs /if ?></tr><?cs /each ?>
</tbody></table></div>
<?cs if:Ratings.Carried ?><p class="mc-small mc-soft"><?cs var:T.staff_ratings.carried_note ?></p><?cs /if ?>
<?cs if:Ratings.Officers ?><p class="mc-small mc-soft"><?cs var:T.staff_ratings.place_note ?></p><?cs /if ?>
<p class="mc-p"><a href="<?cs var:Ratings.CsvHref ?>"><?cs call:icon("download") ?> <?cs var:T.staff_ratings.csv ?></a></p>
<?cs /if ?>
<?cs if:subcount(Reasons) ?><div class="mc-ratings-reasons"><h2 class="mc-h2"><?cs var:T.staff_ratings.reasons ?></h2>
<table class="govuk-table"><caption class="govuk-visually-hidden"><?cs var:T.staff_ratings.reasons ?></caption><tbody class="govuk-table__body"><?cs each:r = Reasons ?><tr class="govuk-table__row"><th scope="row" class="govuk-table__header"><?cs var:r.Text ?></th><td class="govuk-table__cell govuk-table__cell--numeric"><?cs var:r.N ?></td></tr><?cs /each ?></tbody></table></div><?cs /if ?>
<?cs if:subcount(Words) ?><h2 class="mc-h2"><?cs var:T.staff_ratings.words ?></h2>
<ul class="mc-ratings-words"><?cs each:w = Words ?><li><p><?cs var:w.Words ?></p><p class="mc-small mc-soft"><?cs var:w.Officer ?> · <?cs var:w.Month ?></p></li><?cs /each ?></ul><?cs /if ?>
</div>
