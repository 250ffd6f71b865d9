<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Which hall, where there are several. Halls: Name, Href. ?>
<div class="mc-wrap mc-run">
<?cs call:page_head("", T.hall_choose.title, "") ?>
<?cs if:subcount(Halls) ?><ul class="mc-run__halls"><?cs each:h = Halls ?><li><a href="<?cs var:h.Href ?>"><?cs var:h.Name ?></a></li><?cs /each ?></ul><?cs else ?><p><?cs var:T.hall_choose.none ?></p><?cs /if ?>
</div>
