<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  What a survey says. Survey: Code, Title, State, StateText, Version, Back, Moved, Close: Action, Token; Tabs: Href, Text, Current; Result:
  Replies, Served, Few, CsvHref; Indexes: Name, Few, People, Answers, Share, Interval, Bar; Tallies: N, Text, Kind, Few, People, Share, Interval, Bar,
  Choices: Text, N, Share, Wide; Words: N, Words. ?>
<?cs include!"rating_parts.cs" ?>
<div class="mc-wrap">
<p><a href="<?cs var:Survey.Back ?>"><?cs call:icon("back") ?> <?cs var:T.staff_surveys.title ?></a></p>
<?cs call:page_head(Survey.Code, Survey.Title, "") ?>
<?cs if:Survey.Moved ?><?cs call:notice("warning", T.staff_survey.moved, T.staff_survey.moved_text) ?><?cs /if ?>
<p class="mc-p"><?cs if:Survey.State == "open" ?><?cs call:tag("ok", Survey.StateText) ?><?cs else ?><?cs call:tag("", Survey.StateText) ?><?cs /if ?> <strong><?cs var:Result.Replies ?></strong> <?cs var:T.staff_survey.replies_text ?> <strong><?cs var:Result.Served ?></strong> <?cs var:T.staff_survey.served_text ?></p>
<nav class="mc-ratings-tabs" aria-label="<?cs var:T.staff_survey.channel ?>"><ul><?cs each:t = Tabs ?><li><a href="<?cs var:t.Href ?>"<?cs if:t.Current ?> aria-current="page"<?cs /if ?>><?cs var:t.Text ?></a></li><?cs /each ?></ul></nav>
<?cs if:Result.Few ?><?cs call:notice("info", T.staff_ratings.few, T.staff_survey.few_text) ?><?cs else ?>
<div class="mc-table-scroll" role="region" aria-label="<?cs var:T.staff_survey.indexes ?>" tabindex="0">
<table class="govuk-table mc-shares"><caption class="govuk-table__caption"><?cs var:T.staff_survey.indexes ?></caption>
<thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header"><?cs var:T.staff_survey.factor ?></th><th scope="col" class="govuk-table__header govuk-table__header--numeric"><?cs var:T.staff_survey.people ?></th><th scope="col" class="govuk-table__header govuk-table__header--numeric"><?cs var:T.staff_survey.index ?></th><th scope="col" class="govuk-table__header"><?cs var:T.satisfaction.interval ?></th></tr></thead>
<tbody class="govuk-table__body"><?cs each:i = Indexes ?><tr class="govuk-table__row"><th scope="row" class="govuk-table__header"><?cs var:i.Name ?></th><?cs if:i.Few ?><td class="govuk-table__cell mc-soft" colspan="3"><?cs var:T.staff_ratings.few ?></td><?cs else ?><td class="govuk-table__cell govuk-table__cell--numeric"><?cs var:i.People ?></td><td class="govuk-table__cell govuk-table__cell--numeric"><strong><?cs var:i.Share ?></strong></td><td class="govuk-table__cell mc-shares__drawn"><?cs call:share_bar(i.Bar) ?><span class="mc-nowrap"><?cs var:i.Interval ?></span></td><?cs /if ?></tr><?cs /each ?></tbody></table></div>
<p class="mc-small mc-soft"><?cs var:T.staff_survey.index_note ?></p>
<p class="mc-p"><a href="<?cs var:Result.CsvHref ?>"><?cs call:icon("download") ?> <?cs var:T.staff_ratings.csv ?></a></p>
<?cs each:q = Tallies ?>
<h3 class="mc-h3"><?cs var:q.N ?>. <?cs var:q.Text ?></h3>
<?cs if:q.Few ?><p class="mc-soft"><?cs var:T.staff_ratings.few ?></p><?cs else ?>
<?cs if:q.Share ?><p class="mc-p"><?cs call:share_bar(q.Bar) ?> <strong><?cs var:q.Share ?></strong> <span class="mc-soft">(<?cs var:q.Interval ?>)</span></p><?cs /if ?>
<table class="govuk-table mc-survey__tally"><caption class="govuk-visually-hidden"><?cs var:q.Text ?></caption><tbody class="govuk-table__body"><?cs each:c = q.Choices ?><tr class="govuk-table__row"><th scope="row" class="govuk-table__header"><?cs var:c.Text ?></th><td class="govuk-table__cell"><svg viewBox="0 0 100 8" width="150" height="12" aria-hidden="true" focusable="false"><rect class="mc-share__all" x="0" y="2" width="100" height="4"/><rect class="mc-share__good" x="0" y="2" width="<?cs var:c.Wide ?>" height="4"/></svg></td><td class="govuk-table__cell govuk-table__cell--numeric"><?cs var:c.N ?></td><td class="govuk-table__cell govuk-table__cell--numeric"><?cs var:c.Share ?></td></tr><?cs /each ?></tbody></table>
<?cs /if ?><?cs /each ?>
<?cs if:subcount(Words) ?><h2 class="mc-h2"><?cs var:T.staff_survey.words ?></h2><ul class="mc-ratings-words"><?cs each:w = Words ?><li><p><?cs var:w.Words ?></p><p class="mc-small mc-soft"><?cs var:T.staff_survey.of_question ?> <?cs var:w.N ?></p></li><?cs /each ?></ul><?cs /if ?>
<?cs /if ?>
<?cs if:Survey.State == "open" ?><form class="mc-actions" action="<?cs var:Survey.Close.Action ?>" method="post"><input type="hidden" name="token" value="<?cs var:Survey.Close.Token ?>"><input type="hidden" name="phien" value="<?cs var:Survey.Version ?>"><button type="submit" class="govuk-button govuk-button--secondary"><?cs var:T.staff_survey.close ?></button></form><?cs /if ?>
</div>
