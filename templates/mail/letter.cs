<?cs # SPDX-License-Identifier: Apache-2.0 · Copyright motcua contributors
  A mail, as plain text: Letter.{What, Todo, Link, LinkText}, Letter.Facts.N.{Name, Value}, Letter.Points.N.Text ?><?cs var:T.mail.hello ?>

<?cs var:Letter.What ?>

<?cs each:fact = Letter.Facts ?><?cs var:fact.Name ?>: <?cs var:fact.Value ?>
<?cs /each ?><?cs each:point = Letter.Points ?>  - <?cs var:point.Text ?>
<?cs /each ?>
<?cs if:Letter.Todo ?><?cs var:Letter.Todo ?>

<?cs /if ?><?cs if:Letter.Link ?><?cs if:Letter.LinkText ?><?cs var:Letter.LinkText ?><?cs else ?><?cs var:T.mail.link ?><?cs /if ?>
<?cs var:Letter.Link ?>

<?cs /if ?><?cs if:Letter.Rate ?><?cs var:T.mail.rate ?>
<?cs var:Letter.Rate ?>

<?cs /if ?><?cs var:T.mail.regards ?>

<?cs var:Site.Name ?>
<?cs if:Site.Address ?><?cs var:Site.Address ?>
<?cs /if ?><?cs if:Site.Hours ?><?cs var:Site.Hours ?>
<?cs /if ?><?cs if:Site.Hotline ?><?cs var:T.mail.phone ?> <?cs var:Site.Hotline ?>
<?cs /if ?>
<?cs var:T.mail.automatic ?>
