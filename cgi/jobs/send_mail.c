/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <limits.h>
#include <stdio.h>

#include "jobs/send.h"
#include "lib/clock.h"
#include "lib/log.h"
#include "lib/mail.h"
#include "lib/secret.h"
#include "lib/settings.h"

enum { PASSWORD_BYTES = 256 };

static struct mailer *mailer;
static const char *from;

static bool tls_read(struct mail_server *server)
{
    const char *text = send_told("MOTCUA_MAIL_TLS");
    if (!text || strcmp(text, "must") == 0)
        server->tls = MAIL_TLS_MUST;
    else if (strcmp(text, "try") == 0)
        server->tls = MAIL_TLS_TRY;
    else if (strcmp(text, "no") == 0)
        server->tls = MAIL_TLS_NO;
    else
        return false;
    return true;
}

static bool server_read(struct mail_server *server, char password[PASSWORD_BYTES])
{
    char path[PATH_MAX];
    *server = (struct mail_server){
        .url = send_told("MOTCUA_MAIL_SERVER"),
        .ca_file = send_told("MOTCUA_MAIL_CA"),
        .user = send_told("MOTCUA_MAIL_USER"),
        .password = password,
    };
    from = send_told("MOTCUA_MAIL_FROM");
    if (strncmp(server->url, "smtp://", 7) != 0 && strncmp(server->url, "smtps://", 8) != 0)
        log_error("MOTCUA_MAIL_SERVER must be smtp://host:port, smtps://host:port or off");
    else if (!from || !mail_address_ok(from))
        log_error("MOTCUA_MAIL_FROM must be a mail address");
    else if (!tls_read(server))
        log_error("MOTCUA_MAIL_TLS must be must, try or no");
    else if (!server->user)
        return true;
    else
        return snprintf(path, sizeof path, "%s/mail.password", settings.keys) < PATH_MAX &&
               secret_read(path, password, PASSWORD_BYTES);
    return false;
}

static bool mail_channel_open(void)
{
    char password[PASSWORD_BYTES] = "";
    struct mail_server server;
    mailer = server_read(&server, password) ? mail_open(&server) : NULL;
    explicit_bzero(password, sizeof password);
    return mailer != NULL;
}

static bool compose(struct arena *arena, const struct outbox_letter *letter, const struct site *site, bool marks,
                    struct letter *out)
{
    (void)marks;
    return letter_mail(arena, letter, site, out);
}

/* "Mon, 23 Mar 2026 16:30:00 +0700": names of the protocol, not words. */
static const char *date_of(struct arena *arena)
{
    static const char *const days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    struct civil now = clock_now();
    return arena_format(arena, "%s, %02d %s %d %02d:%02d:%02d +0700", days[date_weekday(civil_day(&now))], now.day,
                        months[now.month - 1], now.year, now.hour, now.minute, now.second);
}

/* The same whenever this message is tried. */
static const char *id_of(struct arena *arena, const struct outbox_letter *letter)
{
    const struct civil *c = &letter->created;
    return arena_format(arena, "%04d%02d%02d%02d%02d%02d.%llu.motcua%s", c->year, c->month, c->day, c->hour, c->minute,
                        c->second, (unsigned long long)letter->id, strrchr(from, '@'));
}

static void send(struct arena *arena, const struct outbox_letter *letter, const struct letter *words,
                 const struct site *site, const struct handing_gate *gate, struct handing *handing)
{
    bool english = strcmp(letter->lang, "en") == 0;
    const struct mail mail = {
        .from = from,
        .from_name = english ? site->name_en : site->name,
        .to = letter->recipient,
        .subject = words->subject,
        .id = id_of(arena, letter),
        .date = date_of(arena),
        .language = letter->lang,
        .text = words->text,
    };
    mail_send(mailer, &mail, gate, handing);
}

static void mail_channel_close(void)
{
    mail_close(mailer);
}

const struct channel send_mail = {"mail", "MOTCUA_MAIL_SERVER", mail_channel_open, compose, send, mail_channel_close};
