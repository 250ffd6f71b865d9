<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  The frame of every page. C sets Page.Body (the template inside) and Page.Audience: public, staff or kiosk.
  Page.Live (1 or absent): live.js is there before Page.Script. Page.Refresh: without scripts the page loads itself anew
  after so many seconds. Kiosk.Bar: on a kiosk (kiosk/shell.cs). ?><?cs include!"macros.cs" ?><?cs include!"kiosk/shell.cs" ?>
<?cs def:health_marks() ?><?cs if:Health.Href ?> data-health="<?cs var:Health.Href ?>" data-health-start="<?cs var:Health.Start ?>" data-health-check="<?cs var:Health.Check ?>" data-health-version="<?cs var:Health.Version ?>" data-health-settings="<?cs var:Health.Settings ?>"<?cs if:Error.Status ?> data-health-failed<?cs /if ?><?cs /if ?><?cs /def ?>
<!doctype html>
<html lang="<?cs var:Page.Lang ?>"<?cs if:Page.Audience == "kiosk" ?> class="mc-root--kiosk<?cs if:Kiosk.Bar ?><?cs call:kiosk_classes() ?><?cs /if ?>"<?cs /if ?>>
<head>
<meta charset="utf-8">
<title><?cs if:subcount(Errors) ?><?cs var:T.form.error ?> <?cs /if ?><?cs var:Page.Title ?><?cs if:Page.Section != "home" ?> – <?cs var:Site.Name ?><?cs /if ?></title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" content="#a3121f">
<?cs if:Page.Refresh ?><noscript><meta http-equiv="refresh" content="<?cs var:Page.Refresh ?>"></noscript>
<?cs /if ?><?cs if:Page.Robots ?><meta name="robots" content="<?cs var:Page.Robots ?>">
<?cs /if ?><?cs if:Page.Description ?><meta name="description" content="<?cs var:Page.Description ?>">
<?cs /if ?><link rel="preload" href="<?cs var:Asset.font.latin ?>" as="font" type="font/woff2" crossorigin>
<?cs if:Page.Lang == "vi" ?><link rel="preload" href="<?cs var:Asset.font.vietnamese ?>" as="font" type="font/woff2" crossorigin>
<?cs /if ?><link rel="stylesheet" href="<?cs var:Asset.css ?>">
<?cs if:Page.TextStyle ?><link rel="stylesheet" href="<?cs var:Page.TextStyle ?>">
<?cs /if ?><?cs if:Page.Style ?><link rel="stylesheet" href="<?cs var:Page.Style ?>">
<?cs /if ?><?cs if:Kiosk.Style ?><link rel="stylesheet" href="<?cs var:Kiosk.Style ?>">
<?cs /if ?><link rel="icon" href="<?cs var:Asset.icon ?>" type="image/svg+xml">
<?cs if:Page.Canonical ?><link rel="canonical" href="<?cs var:Page.Canonical ?>">
<?cs /if ?><?cs if:Page.Other ?><link rel="alternate" href="<?cs var:Page.Other ?>" hreflang="<?cs if:Page.Lang == "vi" ?>en<?cs else ?>vi<?cs /if ?>">
<?cs /if ?><script src="<?cs var:Asset.js ?>" defer></script>
<?cs if:Health.Script ?><script src="<?cs var:Health.Script ?>" defer></script>
<?cs /if ?><?cs if:Page.Live ?><script src="<?cs var:Asset.live ?>" defer></script>
<?cs /if ?><?cs if:Kiosk.Speaks ?><script src="<?cs var:Asset.voice ?>" defer></script>
<?cs /if ?><?cs if:Kiosk.Script ?><script src="<?cs var:Kiosk.Script ?>" defer></script>
<?cs /if ?><?cs if:Page.Script ?><script src="<?cs var:Page.Script ?>" defer></script>
<?cs /if ?><?cs if:Page.BarScript ?><script src="<?cs var:Page.BarScript ?>" defer></script>
<?cs /if ?></head>
<body class="mc-page<?cs if:Page.Audience ?> mc-page--<?cs var:Page.Audience ?><?cs /if ?><?cs if:Page.Section == "home" ?> mc-page--home<?cs /if ?>"<?cs if:Page.Audience == "kiosk" ?> data-scan-everywhere<?cs /if ?><?cs if:Kiosk.Bar ?><?cs call:kiosk_marks() ?><?cs /if ?><?cs call:health_marks() ?>>
<a class="mc-skip" href="#noi-dung"><?cs var:T.common.skip ?></a>
<?cs def:brand() ?><a class="mc-brand" href="<?cs if:Page.HomeHref ?><?cs var:Page.HomeHref ?><?cs else ?><?cs var:Page.Base ?>/<?cs /if ?>"><svg class="mc-brand__mark" width="44" height="44" aria-hidden="true" focusable="false"><use href="<?cs var:Asset.icons ?>#mark"/></svg><span><span class="mc-brand__name"><?cs var:Site.Name ?></span> <span class="mc-brand__place"><?cs var:Site.Province ?></span></span></a><?cs /def ?>
<?cs def:menu_item(href, text, id, section, also) ?><li><a href="<?cs var:Page.Base ?><?cs var:href ?>"<?cs if:Page.Section == section || Page.Section == also ?> aria-current="true"<?cs /if ?>><?cs call:icon(id) ?><?cs var:text ?></a></li><?cs /def ?>
<?cs def:menu_list(label, list) ?><nav class="mc-menu" aria-label="<?cs var:label ?>"><ul><?cs each:m = list ?><li><a href="<?cs var:m.Href ?>"<?cs if:m.Current ?> aria-current="true"<?cs /if ?>><?cs if:m.Icon ?><?cs call:icon(m.Icon) ?><?cs /if ?><?cs var:m.Text ?></a></li><?cs /each ?></ul></nav><?cs /def ?>
<?cs def:switch_language() ?><?cs if:Page.Other ?><a class="mc-lang" href="<?cs var:Page.Other ?>" hreflang="<?cs if:Page.Lang == "vi" ?>en<?cs else ?>vi<?cs /if ?>" lang="<?cs if:Page.Lang == "vi" ?>en<?cs else ?>vi<?cs /if ?>"><?cs call:icon("globe") ?><?cs var:T.lang.other ?></a><?cs /if ?><?cs /def ?>
<?cs if:Kiosk.Crown ?><?cs call:kiosk_crown() ?><?cs /if ?>
<header class="mc-header">
<div class="mc-wrap mc-header__in">
<?cs call:brand() ?>
<?cs if:Kiosk.Bar ?>
<p class="mc-clock"><span class="govuk-visually-hidden"><?cs var:T.kiosk.clock ?></span> <time data-kiosk-clock><?cs var:Kiosk.Clock ?></time></p>
<?cs elif:Page.Audience == "kiosk" ?>
<?cs call:switch_language() ?>
<?cs elif:Page.Audience == "staff" ?>
<?cs if:subcount(Page.Menu) ?><?cs call:menu_list(T.staff.menu, Page.Menu) ?><?cs /if ?>
<?cs if:Page.Find.Action ?><form class="mc-find-box" action="<?cs var:Page.Find.Action ?>" method="post" role="search" aria-label="<?cs var:T.find.box ?>"><label class="govuk-visually-hidden" for="tim-ho-so"><?cs var:T.find.box ?></label><input class="govuk-input" id="tim-ho-so" name="q" type="search" maxlength="300" placeholder="<?cs var:T.find.box_hint ?>" autocomplete="off" autocapitalize="none" spellcheck="false" data-scan data-find><button type="submit" class="mc-find-box__button"><?cs call:icon("search") ?><span class="govuk-visually-hidden"><?cs var:T.find.box ?></span></button></form><?cs /if ?>
<div class="mc-who"><?cs if:User.Name ?><span class="mc-who__name" title="<?cs var:User.Name ?><?cs if:User.Unit ?>, <?cs var:User.Unit ?><?cs /if ?>"><strong><?cs var:User.Name ?></strong><?cs if:User.Unit ?> <span><?cs var:User.Unit ?></span><?cs /if ?></span><?cs /if ?><?cs call:switch_language() ?><?cs if:Page.SignOut.Action ?><form action="<?cs var:Page.SignOut.Action ?>" method="post"><input type="hidden" name="token" value="<?cs var:Page.SignOut.Token ?>"><button type="submit" class="govuk-button govuk-button--secondary"><?cs var:T.staff.sign_out ?></button></form><?cs /if ?></div>
<?cs else ?>
<?cs call:switch_language() ?>
<?cs if:subcount(Page.Menu) ?><?cs call:menu_list(T.menu.label, Page.Menu) ?><?cs else ?><nav class="mc-menu" aria-label="<?cs var:T.menu.label ?>">
<ul>
<?cs call:menu_item("/thu-tuc", T.menu.procedures, "document", "procedures", "fields") ?>
<?cs call:menu_item("/co-quan", T.menu.agencies, "agency", "agencies", "agency") ?>
<?cs call:menu_item("/tra-cuu", T.menu.lookup, "track", "lookup", "status") ?>
<?cs call:menu_item("/tro-giup", T.menu.help, "help", "help", "contact") ?>
</ul>
</nav><?cs /if ?>
<?cs /if ?>
</div>
<?cs if:Page.BarHref ?><?cs include!"staff/desk_bar.cs" ?><?cs /if ?>
<?cs if:Page.Stale ?><div class="mc-notice-band"><p class="mc-wrap"><?cs call:icon("clock") ?><span><?cs if:Page.Stale == "1" ?><?cs var:T.band.stale ?><?cs else ?><?cs var:T.band.stale_at ?> <?cs var:Page.Stale ?>.<?cs /if ?></span></p></div><?cs /if ?>
<div class="mc-notice-band" role="status" data-offline hidden><p class="mc-wrap"><?cs call:icon("offline") ?><span><?cs var:T.band.offline ?></span></p></div>
</header>
<?cs if:Kiosk.Bar && Page.Section != "kiosk_home" ?><?cs call:kiosk_way() ?><?cs /if ?>
<main class="mc-main" id="noi-dung" tabindex="-1">
<?cs if:subcount(Crumbs) || subcount(Errors) ?><div class="mc-wrap mc-before"><?cs if:subcount(Crumbs) ?><?cs call:crumbs(Crumbs) ?><?cs /if ?><?cs call:error_summary(Errors) ?></div><?cs /if ?>
<?cs include!Page.Body ?>
</main>
<?cs if:Kiosk.Bar ?>
<footer class="mc-foot"><?cs call:help_line() ?><?cs call:kiosk_bar() ?></footer>
<?cs call:kiosk_dialogs() ?>
<?cs elif:Page.Audience == "staff" || Page.Audience == "kiosk" ?>
<footer class="mc-footer">
<div class="mc-wrap"><div class="mc-footer__line"><span><?cs var:Site.Name ?></span><?cs if:Site.Hotline ?><span><?cs var:T.footer.hotline ?>: <?cs call:phone(Site.Hotline, Site.HotlineTel) ?></span><?cs /if ?><?cs if:Page.Id && Page.Audience == "staff" && !Error.Status ?><span><?cs var:T.common.page_id ?>: <?cs var:Page.Id ?></span><?cs /if ?></div></div>
</footer>
<?cs else ?>
<footer class="mc-footer">
<div class="mc-wrap">
<div class="mc-footer__grid">
<?cs if:Site.Hotline ?><div>
<h2 class="mc-footer__title"><?cs var:T.footer.hotline ?></h2>
<p class="mc-footer__phone"><?cs call:phone(Site.Hotline, Site.HotlineTel) ?></p>
<?cs if:Site.Hours ?><p><?cs var:Site.Hours ?></p><?cs /if ?>
</div><?cs /if ?>
<?cs if:Site.Address ?><div>
<h2 class="mc-footer__title"><?cs var:T.footer.contact ?></h2>
<address><?cs var:Site.Address ?><?cs if:Site.Email ?><br><a href="mailto:<?cs var:Site.Email ?>"><?cs var:Site.Email ?></a><?cs /if ?></address>
</div><?cs /if ?>
<nav aria-label="<?cs var:T.footer.links ?>">
<h2 class="mc-footer__title"><?cs var:T.footer.links ?></h2>
<ul>
<li><a href="<?cs var:Page.Base ?>/lien-he"><?cs var:T.footer.contact ?></a></li>
<li><a href="<?cs var:Page.Base ?>/tro-giup"><?cs var:T.footer.help ?></a></li>
<li><a href="<?cs var:Page.Base ?>/phan-anh"><?cs var:T.footer.petition ?></a></li>
<li><a href="<?cs var:Page.Base ?>/danh-gia"><?cs var:T.footer.satisfaction ?></a></li>
<li><a href="<?cs var:Page.Base ?>/tiep-can"><?cs var:T.footer.accessibility ?></a></li>
<li><a href="<?cs var:Page.Base ?>/quyen-rieng-tu"><?cs var:T.footer.privacy ?></a></li>
</ul>
</nav>
</div>
<div class="mc-footer__end"><span><?cs var:Site.Name ?><?cs if:Site.Province ?> · <?cs var:Site.Province ?><?cs /if ?></span><span><?cs var:T.footer.slogan ?></span></div>
</div>
</footer>
<?cs /if ?>
</body>
</html>
