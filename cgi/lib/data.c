/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/data.h"

#include <ClearSilver.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include "lib/data_hdf.h"
#include "lib/log.h"

/* A node is ClearSilver's own node: nothing is wrapped, nothing is copied
 * between the tree that handlers fill and the tree that templates read. */
HDF *data_hdf(const struct data *node)
{
    return (HDF *)(uintptr_t)node;
}

static struct data *node_of(HDF *hdf)
{
    return (struct data *)hdf;
}

/* The only errors setting a value can give are no memory and an empty name. */
static void check(NEOERR *error, const char *name)
{
    if (error == STATUS_OK)
        return;
    nerr_ignore(&error);
    log_fatal("the page's data cannot hold \"%s\"", name);
}

struct data *data_open(void)
{
    HDF *root;
    check(hdf_init(&root), "a root");
    return node_of(root);
}

void data_close(struct data *root)
{
    HDF *hdf = data_hdf(root);
    if (hdf)
        hdf_destroy(&hdf);
}

void data_set(struct data *node, const char *name, const char *value)
{
    check(hdf_set_value(data_hdf(node), name, value ? value : ""), name);
}

void data_set_bytes(struct data *node, const char *name, const char *value, size_t n)
{
    char *copy = malloc(n + 1);
    if (!copy)
        log_fatal("out of memory: a text of %zu bytes", n);
    if (n)
        memcpy(copy, value, n);
    copy[n] = '\0';
    check(hdf_set_buf(data_hdf(node), name, copy), name); /* the tree frees it */
}

void data_set_number(struct data *node, const char *name, long long value)
{
    data_format(node, name, "%lld", value);
}

void data_set_flag(struct data *node, const char *name, bool value)
{
    if (value)
        data_set(node, name, "1");
    else
        check(hdf_remove_tree(data_hdf(node), name), name);
}

void data_format(struct data *node, const char *name, const char *format, ...)
{
    char *text;
    va_list values;
    va_start(values, format);
    int n = vasprintf(&text, format, values);
    va_end(values);
    if (n < 0)
        log_fatal("a text cannot be formatted: %s", format);
    check(hdf_set_buf(data_hdf(node), name, text), name);
}

static struct data *child(struct data *node, const char *name)
{
    HDF *found;
    check(hdf_get_node(data_hdf(node), name, &found), name);
    return node_of(found);
}

struct data *data_at(struct data *node, const char *name)
{
    return child(node, name);
}

struct data *data_add(struct data *node, const char *list)
{
    HDF *items = data_hdf(child(node, list));
    /* last_child is kept by the library on every append; the number after
     * the last one's is the next, so that adding is independent of length. */
    long next = items->child ? strtol(items->last_child->name, NULL, 10) + 1 : 0;
    char name[24];
    snprintf(name, sizeof name, "%ld", next);
    return child(node_of(items), name);
}

const char *data_get(const struct data *node, const char *name)
{
    return hdf_get_value(data_hdf(node), name, "");
}

bool data_has(const struct data *node, const char *name)
{
    return hdf_get_obj(data_hdf(node), name) != NULL;
}

bool data_read_more(struct data *root, const char *path)
{
    NEOERR *error = hdf_read_file(data_hdf(root), path);
    if (error == STATUS_OK)
        return true;
    data_log_error(error, path);
    return false;
}

struct data *data_read_file(const char *path)
{
    struct data *root = data_open();
    if (data_read_more(root, path))
        return root;
    data_close(root);
    return NULL;
}

void data_log_error(NEOERR *error, const char *file)
{
    STRING text;
    string_init(&text);
    nerr_error_string(error, &text);
    log_error("%s: %s", file, text.buf ? text.buf : "unknown error");
    string_clear(&text);
    nerr_ignore(&error);
}
