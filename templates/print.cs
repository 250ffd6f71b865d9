<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  The frame of a page meant for paper: nothing but the sheet, and on the screen a bar above it. C sets Page.Body as
  in layout.cs and Paper.Size: a4, a5 or a4w. Complete without scripts; its style sheet is of its own. ?><!doctype html><?cs include!"macros.cs" ?>
<html lang="vi">
<head>
<meta charset="utf-8">
<title><?cs var:Page.Title ?> – <?cs var:Site.Name ?></title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="stylesheet" href="<?cs var:Asset.paper_css ?>">
<link rel="icon" href="<?cs var:Asset.icon ?>" type="image/svg+xml">
<script src="<?cs var:Asset.js ?>" defer></script>
</head>
<body class="mc-paper mc-paper--<?cs var:Paper.Size ?>">
<?cs include!Page.Body ?>
</body>
</html>
