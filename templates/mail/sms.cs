<?cs # SPDX-License-Identifier: Apache-2.0 · Copyright motcua contributors
  A short message: Letter.Sms, made to fit by cgi/jobs/sms_text.c ?><?cs var:Letter.Sms ?>
