/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/rights.h"

#include "lib/clock.h"
#include "lib/log.h"
#include "lib/page.h"
#include "lib/text.h"
#include "lib/token.h"
#include "model/scope.h"
#include "model/session.h"
#include "staff/sign_in_inside.h"

#define BIT(right) ((uint64_t)1 << (right))
#define BACK_MAX 300
#define BINDING_BYTES 16

const char *const right_names[RIGHT_COUNT] = {
    [RIGHT_NONE] = "nobody",
    [RIGHT_SIGNED_IN] = "signed-in",
    [RIGHT_DOSSIER_RECEIVE] = "dossier-receive",
    [RIGHT_DOSSIER_READ] = "dossier-read",
    [RIGHT_DOSSIER_HANDLE] = "dossier-handle",
    [RIGHT_DOSSIER_ASSIGN] = "dossier-assign",
    [RIGHT_DOSSIER_APPROVE] = "dossier-approve",
    [RIGHT_DOSSIER_NUMBER] = "dossier-number",
    [RIGHT_DOSSIER_RETURN] = "dossier-return",
    [RIGHT_SUPERVISE] = "supervise",
    [RIGHT_CENTRE] = "centre",
    [RIGHT_ADMIN] = "admin",
    [RIGHT_PAPER_PRINT] = "paper-print",
    [RIGHT_SUBSTITUTE] = "substitute",
    [RIGHT_COUNTER] = "counter",
    [RIGHT_HALL] = "hall",
    [RIGHT_HALL_SET] = "hall-set",
    [RIGHT_DEVICES] = "devices",
    [RIGHT_FEEDBACK] = "feedback",
};

static const uint64_t rights_of[ROLE_END] = {
    [ROLE_CLERK] = BIT(RIGHT_DOSSIER_RECEIVE) | BIT(RIGHT_DOSSIER_READ) | BIT(RIGHT_PAPER_PRINT) |
                   BIT(RIGHT_COUNTER),
    [ROLE_HANDLER] = BIT(RIGHT_DOSSIER_HANDLE) | BIT(RIGHT_DOSSIER_READ) | BIT(RIGHT_PAPER_PRINT) |
                     BIT(RIGHT_COUNTER),
    [ROLE_HEAD] = BIT(RIGHT_DOSSIER_ASSIGN) | BIT(RIGHT_DOSSIER_READ) | BIT(RIGHT_PAPER_PRINT) |
                  BIT(RIGHT_SUBSTITUTE) | BIT(RIGHT_COUNTER) | BIT(RIGHT_HALL) | BIT(RIGHT_FEEDBACK),
    [ROLE_APPROVER] = BIT(RIGHT_DOSSIER_APPROVE) | BIT(RIGHT_DOSSIER_READ) | BIT(RIGHT_PAPER_PRINT),
    [ROLE_SEALER] = BIT(RIGHT_DOSSIER_NUMBER) | BIT(RIGHT_DOSSIER_READ) | BIT(RIGHT_PAPER_PRINT),
    [ROLE_RETURNER] = BIT(RIGHT_DOSSIER_RETURN) | BIT(RIGHT_DOSSIER_READ) | BIT(RIGHT_PAPER_PRINT) |
                      BIT(RIGHT_COUNTER),
    [ROLE_SUPERVISOR] = BIT(RIGHT_SUPERVISE) | BIT(RIGHT_DOSSIER_READ) | BIT(RIGHT_HALL) |
                        BIT(RIGHT_FEEDBACK),
    [ROLE_MANAGER] = BIT(RIGHT_CENTRE) | BIT(RIGHT_SUPERVISE) | BIT(RIGHT_DOSSIER_READ) |
                     BIT(RIGHT_PAPER_PRINT) | BIT(RIGHT_HALL) | BIT(RIGHT_HALL_SET) | BIT(RIGHT_DEVICES) |
                     BIT(RIGHT_FEEDBACK),
    [ROLE_ADMIN] = BIT(RIGHT_ADMIN) | BIT(RIGHT_SUBSTITUTE) | BIT(RIGHT_DEVICES),
};

uint64_t rights_of_roles(unsigned roles)
{
    uint64_t rights = BIT(RIGHT_SIGNED_IN);
    for (int role = ROLE_CLERK; role < ROLE_END; role++)
        if (roles & ROLE_BIT(role))
            rights |= rights_of[role];
    return rights;
}

bool right_held(const struct request *rq, enum right right)
{
    return rq->who.id != 0 && rq->who.rights >> right & 1;
}

const char *stranger_binding(struct request *rq, const char *browser)
{
    uint8_t hash[TOKEN_HASH_BYTES];
    char hex[2 * BINDING_BYTES + 1];
    token_keyed_hash(KEY_FORM, arena_format(rq->arena, "stranger|%s", browser), hash);
    for (size_t i = 0; i < BINDING_BYTES; i++)
        snprintf(hex + 2 * i, 3, "%02x", hash[i]);
    return arena_copy(rq->arena, hex);
}

/* Nobody, whose forms are bound to a browser when it has a name. */
static enum db_result identify_stranger(struct request *rq, struct actor *who)
{
    const char *browser = request_cookie(rq, BROWSER_COOKIE);
    if (browser)
        who->session = stranger_binding(rq, browser);
    return DB_NONE;
}

enum db_result staff_identify(struct request *rq, struct actor *who)
{
    const char *token = request_cookie(rq, SESSION_COOKIE);
    if (!token)
        return identify_stranger(rq, who);
    struct civil now = clock_now();
    struct session session;
    enum db_result found = session_find(rq->db, rq->arena, token, &now, &session);
    if (found != DB_OK)
        return found == DB_NONE ? identify_stranger(rq, who) : DB_FAIL;
    /* A page is shown although nobody could note that it was. */
    if (session.seen_long_ago && session_touch(rq->db, session.id, &now) == DB_FAIL)
        log_warn("the use of a session cannot be noted: %s", db_last_text(rq->db));
    who->id = session.user;
    who->name = session.name;
    who->session = session.binding;
    who->rights = rights_of_roles(session.roles);
    data_set(rq->data, "User.Login", session.login);
    data_set(rq->data, "User.Name", session.name);
    data_set(rq->data, "User.Unit", session.unit);
    data_set(rq->data, "User.Title", session.title);
    return DB_OK;
}

int staff_stranger(struct request *rq, const char *back)
{
    if (!*back || strlen(back) > BACK_MAX)
        return page_go(rq, "/can-bo/dang-nhap");
    return page_go(rq, "/can-bo/dang-nhap?tiep=%s", text_url_encode(rq->arena, back));
}
