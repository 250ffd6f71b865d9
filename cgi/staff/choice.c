/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/input.h"
#include "lib/page.h"
#include "lib/password.h"
#include "staff/sign_in_inside.h"

#define TURN_WAIT_MS 1500

bool choice_ok(struct request *rq, const struct credentials *one)
{
    const char *chosen = input_text(rq, "moi");
    const char *wrong = login_choice_wrong(rq->arena, chosen, one->login, one->name);
    if (wrong)
        input_refuse(rq, "moi", wrong);
    else if (strcmp(chosen, input_text(rq, "lai")) != 0)
        input_refuse(rq, "lai", "password_differs");
    return !input_refused(rq);
}

enum answer password_answer(struct request *rq, const struct credentials *one, const char *typed)
{
    if (!password_gate_enter(TURN_WAIT_MS))
        return ANSWER_BUSY;
    bool right = password_ok(one->password_hash, typed);
    if (right && password_is_stale(one->password_hash) &&
        login_rehash(rq->db, one->user, password_hash(rq->arena, typed)) == DB_FAIL) {
        password_gate_leave();
        return ANSWER_FAIL;
    }
    password_gate_leave();
    return right && !one->closed ? ANSWER_RIGHT : ANSWER_WRONG;
}

enum answer password_ask(struct request *rq, const struct credentials *one, const char *field)
{
    struct login_place place;
    bool too_many;
    if (sign_in_place(rq, one->login, &place) == DB_FAIL ||
        login_try(rq->db, rq->arena, &place, &too_many) == DB_FAIL)
        return ANSWER_FAIL;
    enum answer answer =
        too_many ? ANSWER_TOO_MANY : password_answer(rq, one, input_text(rq, field));
    switch (answer) {
    case ANSWER_RIGHT:
        return login_try_good(rq->db, rq->arena, &place) == DB_FAIL ? ANSWER_FAIL : ANSWER_RIGHT;
    case ANSWER_WRONG:
        rq->keep = true; /* the try counts */
        input_refuse(rq, field, "password_wrong");
        if (sign_in_note(rq, one->user, "password_refused", one->login, "") == DB_FAIL)
            return ANSWER_FAIL;
        break;
    case ANSWER_TOO_MANY:
        input_refuse(rq, field, "too_many_tries");
        break;
    case ANSWER_BUSY:
        input_refuse(rq, field, "busy");
        break;
    case ANSWER_FAIL:
        break;
    }
    return answer;
}

const char *password_store_text(struct request *rq, const char *field)
{
    /* Chosen by somebody who is in: waits for its turn, however long the queue is. */
    while (!password_gate_enter(TURN_WAIT_MS))
        continue;
    const char *hash = password_hash(rq->arena, input_text(rq, field));
    password_gate_leave();
    return hash;
}
