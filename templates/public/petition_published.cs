<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Published petitions with their answers. Published: see petition_parts.cs; List: Prev, Next. ?>
<?cs include!"public/petition_parts.cs" ?>
<div class="mc-wrap mc-narrow">
<?cs call:page_head("", T.petition.published, "") ?>
<?cs if:subcount(Published) ?><?cs call:published(Published) ?><?cs else ?><?cs call:empty_open("mail", T.petition.none_published, "") ?><?cs call:empty_close() ?><?cs /if ?>
<?cs if:List.Prev || List.Next ?><nav class="mc-actions" aria-label="<?cs var:T.pager.label ?>"><?cs if:List.Prev ?><a class="govuk-button govuk-button--secondary" rel="prev" href="<?cs var:List.Prev ?>"><?cs var:T.pager.prev ?></a><?cs /if ?><?cs if:List.Next ?><a class="govuk-button govuk-button--secondary" rel="next" href="<?cs var:List.Next ?>"><?cs var:T.pager.next ?></a><?cs /if ?></nav><?cs /if ?>
<p class="mc-p"><a href="<?cs var:Page.Base ?>/phan-anh"><?cs var:T.petition.heading ?></a></p>
</div>
