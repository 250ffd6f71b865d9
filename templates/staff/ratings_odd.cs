<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Heaps of votes that chance does not explain. Odd: Officer, Unit, Day, From, To, ShiftEnd, Votes, Expected, Chance; Ratings.Href back. ?>
<div class="mc-wrap mc-work">
<p><a href="<?cs var:Ratings.Href ?>"><?cs call:icon("back") ?> <?cs var:T.staff_ratings.title ?></a></p>
<?cs call:page_head("", T.staff_ratings_odd.title, "") ?>
<p class="mc-p"><?cs var:T.staff_ratings_odd.lead ?></p>
<?cs if:subcount(Odd) ?>
<div class="mc-table-scroll" role="region" aria-label="<?cs var:T.staff_ratings_odd.title ?>" tabindex="0">
<table class="govuk-table"><caption class="govuk-visually-hidden"><?cs var:T.staff_ratings_odd.title ?></caption>
<thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header"><?cs var:T.staff_ratings_odd.officer ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_ratings_odd.when ?></th><th scope="col" class="govuk-table__header govuk-table__header--numeric"><?cs var:T.satisfaction.votes ?></th><th scope="col" class="govuk-table__header govuk-table__header--numeric"><?cs var:T.staff_ratings_odd.expected ?></th><th scope="col" class="govuk-table__header govuk-table__header--numeric"><?cs var:T.staff_ratings_odd.chance ?></th></tr></thead>
<tbody class="govuk-table__body"><?cs each:o = Odd ?><tr class="govuk-table__row"><th scope="row" class="govuk-table__header"><?cs var:o.Officer ?><br><span class="mc-ratings-unit"><?cs var:o.Unit ?></span></th><td class="govuk-table__cell"><?cs var:o.Day ?><br><span class="mc-nowrap"><?cs var:o.From ?> – <?cs var:o.To ?></span><?cs if:o.ShiftEnd ?> <?cs call:tag("wait", T.staff_ratings_odd.shift_end) ?><?cs /if ?></td><td class="govuk-table__cell govuk-table__cell--numeric"><strong><?cs var:o.Votes ?></strong></td><td class="govuk-table__cell govuk-table__cell--numeric"><?cs var:o.Expected ?></td><td class="govuk-table__cell govuk-table__cell--numeric mc-nowrap"><?cs var:o.Chance ?></td></tr><?cs /each ?></tbody></table></div>
<?cs else ?><?cs call:empty_open("check", T.staff_ratings_odd.none, T.staff_ratings_odd.none_text) ?><?cs call:empty_close() ?><?cs /if ?>
<details class="mc-details"><summary><?cs var:T.staff_ratings_odd.how ?></summary><p class="mc-p"><?cs var:T.staff_ratings_odd.how_text ?></p></details>
</div>
