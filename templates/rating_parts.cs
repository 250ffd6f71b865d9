<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  Parts of the pages that ask for a vote, on a telephone and on the tablet. ?>
<?cs # rated_officer(o): portrait, name and place of who is rated. o: Name, Title, Unit, Initials, Act, Photo (optional).
  Example: call:rated_officer(Officer) ?>
<?cs def:rated_officer(o) ?>
<div class="mc-rated">
  <?cs if:o.Photo ?><img class="mc-rated__photo" src="<?cs var:o.Photo ?>" alt="<?cs var:T.rating.photo ?>" width="160" height="200"><?cs elif:o.Name ?><span class="mc-rated__photo mc-rated__photo--none" aria-hidden="true"><?cs var:o.Initials ?></span><?cs else ?><span class="mc-rated__photo mc-rated__photo--none" aria-hidden="true"><?cs call:icon("agency") ?></span><?cs /if ?>
  <div class="mc-rated__who">
    <p class="mc-rated__label"><?cs if:o.Name ?><?cs var:T.rating.officer ?><?cs else ?><?cs var:T.rating.agency ?><?cs /if ?></p>
    <p class="mc-rated__name"><?cs if:o.Name ?><?cs var:o.Name ?><?cs else ?><?cs var:o.Unit ?><?cs /if ?></p>
    <?cs if:o.Name ?><p class="mc-rated__unit"><?cs if:o.Title ?><?cs var:o.Title ?><br><?cs /if ?><?cs var:o.Unit ?></p><?cs /if ?>
    <p class="mc-rated__act"><?cs var:o.Act ?></p>
  </div>
</div>
<?cs /def ?>

<?cs # faces(list): five buttons of one form, each a vote. list: Value, Text.
  Example: call:faces(Faces) ?>
<?cs def:faces(list) ?>
<ul class="mc-faces"><?cs each:f = list ?>
  <li><button type="submit" class="mc-face mc-face--<?cs var:f.Value ?>" name="diem" value="<?cs var:f.Value ?>"><svg class="mc-face__drawing" width="64" height="64" aria-hidden="true" focusable="false"><use href="<?cs var:Asset.icons ?>#face-<?cs var:f.Value ?>"/></svg><span><?cs var:f.Text ?></span></button></li><?cs /each ?>
</ul>
<?cs /def ?>

<?cs # reasons(list): why a score is low, several at once. list: Value, Text.
  Example: call:reasons(Reasons) ?>
<?cs def:reasons(list) ?>
<div class="mc-reasons"><?cs each:r = list ?>
  <div class="mc-reason"><input class="mc-reason__box" id="lydo-<?cs var:r.Value ?>" type="checkbox" name="lydo" value="<?cs var:r.Value ?>"><label class="mc-reason__label" for="lydo-<?cs var:r.Value ?>"><?cs var:r.Text ?></label></div><?cs /each ?>
</div>
<?cs /def ?>

<?cs # share_bar(b): a share with its interval on a line of 100; the figures stand beside it. b: X, Low, Wide.
  Example: call:share_bar(a.Bar) ?>
<?cs def:share_bar(b) ?><svg class="mc-share" viewBox="-1 0 102 14" width="154" height="21" aria-hidden="true" focusable="false"><rect class="mc-share__all" x="0" y="5" width="100" height="4"/><rect class="mc-share__good" x="0" y="5" width="<?cs var:b.X ?>" height="4"/><rect class="mc-share__interval" x="<?cs var:b.Low ?>" y="2" width="<?cs var:b.Wide ?>" height="10" rx="2"/><circle class="mc-share__point" cx="<?cs var:b.X ?>" cy="7" r="2.6"/></svg><?cs /def ?>
