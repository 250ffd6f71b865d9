<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  A procedure that is no longer in force. ?>
<div class="mc-notice mc-notice--warning"><?cs call:icon("warning") ?>
<div class="mc-notice__text"><p class="mc-notice__title"><?cs var:T.gone.withdrawn ?></p>
<p><span class="mc-code"><?cs var:Gone.Code ?></span> <?cs call:words(Gone.Name) ?></p>
<?cs if:Gone.Date ?><p><?cs var:T.gone.since ?> <?cs var:Gone.Date ?>.</p><?cs /if ?></div></div>
