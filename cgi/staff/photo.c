/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/photo.h"

#include <unistd.h>

#include "lib/clock.h"
#include "lib/file_type.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/upload.h"
#include "model/account.h"
#include "model/account_list.h"
#include "model/rating_service.h"
#include "model/user_photo.h"
#include "staff/people.h"
#include "staff/sign_in_inside.h"

static uint64_t wanted(struct request *rq)
{
    return (uint64_t)input_number(rq, "id");
}

static const char *path_of(struct request *rq, const char *more)
{
    return arena_format(rq->arena, "/can-bo/nguoi-dung/%llu%s", (unsigned long long)wanted(rq), more);
}

/* 0: it is there, in Person; else the handler's answer. */
static int person_need(struct request *rq)
{
    enum db_result found = account_read(rq->db, rq->arena, data_at(rq->data, "Person"), wanted(rq));
    return found == DB_OK ? 0 : found == DB_NONE ? page_missing(rq) : page_failed(rq);
}

static int show(struct request *rq, int status)
{
    enum db_result there = rating_photo_there(rq->db, rq->arena, wanted(rq));
    if (there == DB_FAIL)
        return page_failed(rq);
    if (there == DB_OK) {
        data_format(rq->data, "Photo.Src", "%s%s", rq->base, path_of(rq, "/anh/xem"));
        page_form(rq, data_at(rq->data, "Photo.Drop"), path_of(rq, "/anh/go"));
    }
    page_form(rq, data_at(rq->data, "Photo.Set"), path_of(rq, "/anh"));
    data_format(rq->data, "Photo.Back", "%s%s", rq->base, path_of(rq, ""));
    form_fields(rq, "tepmoi");
    return page_show_status(rq, status, "staff/photo.cs", "staff_photo");
}

int photo_page(struct request *rq)
{
    int answer = person_need(rq);
    return answer ? answer : show(rq, rq->again ? rq->again : 200);
}

int photo_show(struct request *rq)
{
    struct officer_photo photo;
    enum db_result found = rating_photo(rq->db, rq->arena, wanted(rq), &photo);
    if (found != DB_OK)
        return found == DB_NONE ? page_missing(rq) : page_failed(rq);
    return page_bytes(rq, photo.type, photo.bytes, photo.n, NULL);
}

/* The one picture of the form, read; NULL and a finding at the field: it is none we take. */
static unsigned char *picture_read(struct request *rq, enum file_type *type, size_t *n)
{
    const struct upload *upload = rq->n_uploads == 1 ? &rq->uploads[0] : NULL;
    if (!upload || upload->size == 0) {
        input_refuse(rq, "tepmoi", "files_none");
        return NULL;
    }
    if (upload->size > USER_PHOTO_MOST) {
        input_refuse(rq, "tepmoi", "photo_large");
        return NULL;
    }
    unsigned char *bytes = arena_take(rq->arena, upload->size);
    if (file_type_check(upload->fd, upload->file_name, type) != FILE_GOOD ||
        (*type != FILE_JPEG && *type != FILE_PNG) ||
        pread(upload->fd, bytes, upload->size, 0) != (ssize_t)upload->size) {
        input_refuse(rq, "tepmoi", "photo_type");
        return NULL;
    }
    *n = file_picture_plain(bytes, upload->size, *type);
    return bytes;
}

int photo_set(struct request *rq)
{
    enum file_type type;
    size_t n;
    struct civil now = clock_now();
    int answer = person_need(rq);
    if (answer)
        return answer;
    const unsigned char *bytes = picture_read(rq, &type, &n);
    if (!bytes)
        return show(rq, 422);
    if (user_photo_set(rq->db, wanted(rq), type, bytes, n, rq->who.id, &now) == DB_FAIL ||
        person_note(rq, "photo_set", data_get(rq->data, "Person.Login"), "") == DB_FAIL)
        return page_failed(rq);
    return page_go(rq, "%s", path_of(rq, "/anh"));
}

int photo_drop(struct request *rq)
{
    int answer = person_need(rq);
    if (answer)
        return answer;
    enum db_result done = user_photo_drop(rq->db, wanted(rq));
    if (done == DB_FAIL ||
        (done == DB_OK && person_note(rq, "photo_dropped", data_get(rq->data, "Person.Login"), "") == DB_FAIL))
        return page_failed(rq);
    return page_go(rq, "%s", path_of(rq, "/anh"));
}
