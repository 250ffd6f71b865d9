<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  The frame of a page meant for paper: a sheet with the centre's name, the body, and where it came from.
  C sets Page.Body as in layout.cs, Page.Address (full address of the page) and Page.Qr (image address, optional). ?><!doctype html><?cs include!"macros.cs" ?>
<html lang="<?cs var:Page.Lang ?>">
<head>
<meta charset="utf-8">
<title><?cs var:Page.Title ?> – <?cs var:Site.Name ?></title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="stylesheet" href="<?cs var:Asset.css ?>">
<link rel="icon" href="<?cs var:Asset.icon ?>" type="image/svg+xml">
<script src="<?cs var:Asset.js ?>" defer></script>
</head>
<body class="mc-page mc-page--sheet">
<main class="mc-sheet" id="noi-dung">
<div class="mc-sheet__bar mc-screen-only"><?cs if:Page.Back ?><a href="<?cs var:Page.Back ?>"><?cs var:T.common.back ?></a><?cs /if ?><?cs call:print_button(T.common.print) ?></div>
<div class="mc-sheet__head"><p><strong><?cs var:Site.Name ?></strong><br><?cs var:Site.Province ?></p><p><?cs var:Site.Hotline ?></p></div>
<?cs include!Page.Body ?>
<?cs call:print_source(Page.Address, Page.Qr) ?>
</main>
</body>
</html>
