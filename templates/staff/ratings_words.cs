<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Words of voters to be moderated. Words: Month, Officer, Unit, Low, Words, Action, Token; Ratings.Href back. ?>
<div class="mc-wrap mc-narrow">
<p><a href="<?cs var:Ratings.Href ?>"><?cs call:icon("back") ?> <?cs var:T.staff_ratings.title ?></a></p>
<?cs call:page_head("", T.staff_ratings_words.title, "") ?>
<p class="mc-lead"><?cs var:T.staff_ratings_words.lead ?></p>
<?cs if:subcount(Words) ?><ul class="mc-ratings-words"><?cs each:w = Words ?>
<li><p><?cs var:w.Words ?></p>
<p class="mc-small mc-soft"><?cs if:w.Officer ?><?cs var:w.Officer ?> · <?cs /if ?><?cs var:w.Unit ?> · <?cs var:w.Month ?><?cs if:w.Low ?> · <?cs var:T.staff_ratings_words.low ?><?cs /if ?></p>
<form class="mc-actions" action="<?cs var:w.Action ?>" method="post"><input type="hidden" name="token" value="<?cs var:w.Token ?>"><button type="submit" class="govuk-button" name="viec" value="hien"><?cs var:T.staff_ratings_words.show ?></button><button type="submit" class="govuk-button govuk-button--secondary" name="viec" value="an"><?cs var:T.staff_ratings_words.hide ?></button></form></li><?cs /each ?></ul>
<?cs else ?><?cs call:empty_open("check", T.staff_ratings_words.none, T.staff_ratings_words.none_text) ?><?cs call:empty_close() ?><?cs /if ?>
</div>
