<?cs # SPDX-License-Identifier: Apache-2.0
  Copyright motcua contributors

  My account: password, app, recovery codes, sessions. Sessions: Id, Since, Seen, Address, Agent, Current, Action, Token; EndOthers.{Any,Action,Token}; Recovery.Left. ?>
<?cs include!"staff/form_parts.cs" ?>
<div class="mc-wrap">
<?cs call:page_head(User.Login, T.staff_account.title, "") ?>
<h2 class="mc-h2"><?cs var:T.staff_account.how ?></h2>
<ul class="mc-cards">
  <?cs call:card("id-card", Account.PasswordHref, T.staff_account_password.title, T.staff_account.password_text) ?>
  <?cs call:card("phone", Account.AppHref, T.staff_account_app.title, T.staff_account.app_text) ?>
  <?cs call:card("checklist", Account.RecoveryHref, T.staff_account_recovery.title, T.staff_account.recovery_text) ?>
</ul>
<h2 class="mc-h2"><?cs var:T.staff_account.sessions ?></h2>
<p><?cs var:T.staff_account.sessions_text ?></p>
<div class="mc-table-scroll" role="region" aria-label="<?cs var:T.staff_account.sessions ?>" tabindex="0">
<table class="govuk-table">
<thead class="govuk-table__head"><tr><th scope="col" class="govuk-table__header"><?cs var:T.staff_account.browser ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_account.address ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_account.since ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_account.seen ?></th><th scope="col" class="govuk-table__header"><?cs var:T.staff_account.end ?></th></tr></thead>
<tbody class="govuk-table__body"><?cs each:s = Sessions ?>
<tr class="govuk-table__row"><td class="govuk-table__cell"><?cs var:s.Agent ?></td><td class="govuk-table__cell"><?cs var:s.Address ?></td><td class="govuk-table__cell"><?cs var:s.Since ?></td><td class="govuk-table__cell"><?cs var:s.Seen ?></td><td class="govuk-table__cell"><?cs if:s.Current ?><?cs call:tag("ok", T.staff_account.current) ?><?cs else ?><?cs call:form_button(s, "secondary", T.staff_account.end) ?><?cs /if ?></td></tr><?cs /each ?>
</tbody>
</table>
</div>
<?cs if:EndOthers.Any ?><?cs call:form_button(EndOthers, "warning", T.staff_account.end_others) ?><?cs /if ?>
</div>
