/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/upload.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "lib/buffer.h"
#include "lib/limits.h"
#include "lib/log.h"
#include "lib/multipart.h"
#include "lib/settings.h"
#include "lib/text.h"
#include "lib/urlencoded.h"
#include "lib/write_all.h"

#define PIECE (64 * 1024)

/* Where the running part goes. */
struct arrival {
    struct request *rq;
    struct upload *uploads;
    size_t max_files;
    bool is_file;
    const char *field;
    struct buffer text;  /* of an ordinary field */
    size_t text_total;
    int status;          /* why the sink stopped */
};

static bool stop(struct arrival *arrival, int status)
{
    arrival->status = status;
    return false;
}

/* The disk said no: a full one is told by its own status. */
static bool stop_disk(struct arrival *arrival, const char *what)
{
    int error = errno;
    log_error("%s: %m", what);
    return stop(arrival, error == ENOSPC || error == EDQUOT ? 507 : 503);
}

/* A file without a name: nothing is left behind whatever happens. */
static int nameless_file(const char *folder)
{
    int fd = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR))
        return fd;
    char path[4096];
    int n = snprintf(path, sizeof path, "%s/arriving-XXXXXX", folder);
    if (n < 0 || (size_t)n >= sizeof path)
        return -1;
    fd = mkostemp(path, O_CLOEXEC);
    if (fd >= 0)
        unlink(path);
    return fd;
}

/* Some browsers of old send the whole path of the visitor's disk. */
static const char *base_name(const char *name)
{
    const char *slash = strrchr(name, '/'), *back = strrchr(name, '\\');
    const char *last = slash > back ? slash : back;
    return last ? last + 1 : name;
}

static bool file_begin(struct arrival *arrival, const struct multipart_part *part)
{
    struct request *rq = arrival->rq;
    if (rq->n_uploads == arrival->max_files)
        return stop(arrival, 413);
    const char *name = base_name(part->file_name);
    name = text_clean(rq->arena, name, strlen(name), TEXT_ONE_LINE, NULL);
    if (!name)
        return stop(arrival, 400);
    const char *type = text_clean(rq->arena, part->type, strlen(part->type), TEXT_ONE_LINE, NULL);
    int fd = nameless_file(settings.uploads);
    if (fd < 0)
        return stop_disk(arrival, "no file can be made in the folder for uploads");
    arrival->uploads[rq->n_uploads++] = (struct upload){
        .field = arrival->field,
        .file_name = name,
        .type = type ? type : "",
        .fd = fd,
    };
    return true;
}

static bool part_begin(void *context, const struct multipart_part *part)
{
    struct arrival *arrival = context;
    arrival->field = urlencoded_clean(arrival->rq->arena, part->name, strlen(part->name));
    if (!arrival->field)
        return stop(arrival, 400);
    arrival->is_file = part->file_name != NULL;
    buffer_clear(&arrival->text);
    return arrival->is_file ? file_begin(arrival, part) : true;
}

static bool part_bytes(void *context, const char *bytes, size_t n)
{
    struct arrival *arrival = context;
    if (!arrival->is_file) {
        arrival->text_total += n;
        if (arrival->text_total > LIMIT_FORM_BODY)
            return stop(arrival, 413);
        buffer_add(&arrival->text, bytes, n);
        return true;
    }
    struct upload *upload = &arrival->uploads[arrival->rq->n_uploads - 1];
    upload->size += n;
    if (upload->size > LIMIT_UPLOAD)
        return stop(arrival, 413);
    if (write_all(upload->fd, bytes, n, "write"))
        return true;
    return stop_disk(arrival, "an upload cannot be written");
}

static bool field_end(struct arrival *arrival)
{
    struct request *rq = arrival->rq;
    const char *bytes = arrival->text.length ? arrival->text.bytes : "";
    const char *value = urlencoded_clean(rq->arena, bytes, arrival->text.length);
    if (!value || rq->n_parameters == LIMIT_PARAMETERS)
        return stop(arrival, 400);
    rq->parameters[rq->n_parameters++] =
        (struct parameter){.name = arrival->field, .value = value};
    return true;
}

static bool part_end(void *context)
{
    struct arrival *arrival = context;
    if (!arrival->is_file)
        return field_end(arrival);
    struct upload *upload = &arrival->uploads[arrival->rq->n_uploads - 1];
    if (upload->size == 0 && !*upload->file_name) { /* a file input left empty */
        close(upload->fd);
        arrival->rq->n_uploads--;
    } else if (lseek(upload->fd, 0, SEEK_SET) != 0) {
        return stop(arrival, 503);
    }
    return true;
}

/* Feeds the body through the parser: 0, or the status to refuse with. */
static int stream(struct arrival *arrival, struct multipart *multipart, size_t length)
{
    const struct request_source *source = arrival->rq->source;
    char *piece = arena_take(arrival->rq->arena, PIECE);
    size_t left = length;
    while (left > 0) {
        size_t wanted = left < PIECE ? left : PIECE;
        size_t got = source->read(source->context, piece, wanted);
        switch (multipart_feed(multipart, piece, got)) {
        case MULTIPART_MORE:
            break;
        case MULTIPART_MALFORMED:
            return 400;
        case MULTIPART_TOO_MANY:
            return 413;
        case MULTIPART_STOPPED:
            return arrival->status;
        }
        left -= got;
        if (got < wanted)
            return 400; /* fewer bytes than CONTENT_LENGTH promised */
    }
    char beyond;
    if (source->read(source->context, &beyond, 1) != 0)
        return 400;
    return multipart_complete(multipart) ? 0 : 400;
}

int upload_read(struct request *rq, const char *content_type, size_t length, int max_files)
{
    const char *boundary = multipart_boundary(rq->arena, content_type);
    if (!boundary)
        return 400;
    if (length > LIMIT_MULTIPART_BODY)
        return 413;
    if (!settings.uploads)
        return 503;
    struct arrival arrival = {.rq = rq, .max_files = (size_t)max_files};
    arrival.uploads = arena_take_array(rq->arena, (size_t)max_files, sizeof *arrival.uploads);
    rq->uploads = arrival.uploads;
    buffer_init(&arrival.text, LIMIT_FORM_BODY + 1);
    struct multipart_sink sink = {
        .begin = part_begin, .bytes = part_bytes, .end = part_end, .context = &arrival};
    struct multipart *multipart = multipart_open(rq->arena, boundary, &sink);
    int status = stream(&arrival, multipart, length);
    buffer_release(&arrival.text);
    return status;
}
