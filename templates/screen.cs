<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  The frame of a screen that nobody touches: boards, displays. It fills the window, has a style sheet of its own and
  needs its scripts. C sets Page.Body as in layout.cs and Page.Scripts: list of Src, after live.js. ?><!doctype html><?cs include!"macros.cs" ?>
<html lang="<?cs var:Page.Lang ?>">
<head>
<meta charset="utf-8">
<title><?cs var:Page.Title ?> – <?cs var:Site.Name ?></title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="preload" href="<?cs var:Asset.font.latin ?>" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="<?cs var:Asset.font.vietnamese ?>" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="<?cs var:Asset.board_css ?>">
<link rel="icon" href="<?cs var:Asset.icon ?>" type="image/svg+xml">
<script src="<?cs var:Health.Script ?>" defer></script>
<script src="<?cs var:Asset.live ?>" defer></script>
<?cs each:s = Page.Scripts ?><script src="<?cs var:s.Src ?>" defer></script>
<?cs /each ?></head>
<body class="mcb" data-health="<?cs var:Health.Href ?>" data-health-start="<?cs var:Health.Start ?>" data-health-version="<?cs var:Health.Version ?>" data-health-settings="<?cs var:Health.Settings ?>">
<?cs include!Page.Body ?>
<noscript><p class="mcb-band"><?cs var:T.board.no_script ?></p></noscript>
</body>
</html>
