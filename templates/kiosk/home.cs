<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  First page of a touch kiosk: what people come for, in three large entries. ?>
<div class="mc-wrap">
<?cs call:page_head("", T.kiosk_home.heading, "") ?>
<ul class="mc-tiles">
  <li><a class="mc-tile" href="<?cs var:Page.Base ?>/thu-tuc"><?cs call:icon("search") ?><?cs var:T.kiosk_home.find ?><small><?cs var:T.kiosk_home.find_text ?></small></a></li>
  <li><a class="mc-tile" href="<?cs var:Page.Base ?>/tra-cuu"><?cs call:icon("qr") ?><?cs var:T.kiosk_home.status ?><small><?cs var:T.kiosk_home.status_text ?></small></a></li>
  <li><a class="mc-tile" href="<?cs var:Page.Base ?>/co-quan"><?cs call:icon("agency") ?><?cs var:T.kiosk_home.agencies ?><small><?cs var:T.kiosk_home.agencies_text ?></small></a></li>
</ul>
</div>
