/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/dossier_files.h"

#include <string.h>

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "lib/store.h"
#include "lib/text.h"
#include "model/dossier_reach.h"
#include "staff/dossier.h"
#include "staff/dossier_files_inside.h"

const char *const dossier_files_kinds[] = {"giay", "ketqua", "noibo", NULL};

const char *files_path(struct request *rq, uint64_t dossier, uint64_t file, const char *more)
{
    const char *page = arena_format(rq->arena, "/can-bo/ho-so/%llu/tep", (unsigned long long)dossier);
    return file ? arena_format(rq->arena, "%s/%llu%s", page, (unsigned long long)file, more) : page;
}

int files_view_open(struct request *rq, struct files_view *view)
{
    view->dossier = (uint64_t)input_number(rq, "id");
    view->now = clock_now();
    enum db_result result = scope_load(rq->db, rq->arena, rq->who.id, &view->now, &view->scope);
    if (result == DB_OK)
        result = dossier_reach(rq->db, rq->arena, &view->scope, view->dossier);
    if (result == DB_OK)
        result = dossier_file_head(rq->db, rq->arena, view->dossier, &view->head);
    if (result == DB_OK)
        result = dossier_file_right(rq->db, rq->arena, &view->scope, rq->who.id, view->dossier, &view->right);
    return result == DB_OK ? 0 : result == DB_NONE ? page_missing(rq) : page_failed(rq);
}

int files_view_change(struct request *rq, struct files_view *view, struct dossier_file *file)
{
    int answer = files_view_open(rq, view);
    if (answer)
        return answer;
    enum db_result result =
        dossier_file_find(rq->db, rq->arena, view->dossier, (uint64_t)input_number(rq, "tep"), file);
    if (result == DB_FAIL)
        return page_failed(rq);
    bool may = result == DB_OK && dossier_file_current(file) && (view->right.kinds & 1u << file->kind);
    return may ? 0 : page_missing(rq);
}

/* ---- the list --------------------------------------------------------------------------------------------- */

static const char *size_words(struct request *rq, uint64_t size)
{
    enum { KB = 1024, MB = 1024 * 1024 };
    if (size < MB)
        return arena_format(rq->arena, "%llu KB", (unsigned long long)((size + KB - 1) / KB));
    unsigned long long tenths = (unsigned long long)((size * 10 + MB / 2) / MB);
    return arena_format(rq->arena, "%llu%s%llu MB", tenths / 10, *rq->base ? "." : ",", tenths % 10);
}

/* How a state looks, and its words below T.files. */
static void state_put(struct data *item, struct request *rq, const struct dossier_file *file)
{
    static const struct {
        const char *state, *kind, *words;
    } looks[] = {
        {"waiting", "wait", "state_waiting"},
        {"clean", "ok", "state_clean"},
        {"infected", "late", "state_infected"},
        {"failed", "late", "state_failed"},
    };
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
        if (strcmp(looks[i].state, file->scan_state) == 0) {
            data_set(item, "State", file->damaged ? "late" : looks[i].kind);
            data_set(item, "StateText", say_one(rq, "files", file->damaged ? "state_damaged" : looks[i].words));
        }
    data_set(item, "Found", file->scan_note);
    data_set_flag(item, "Clean", !file->damaged && strcmp(file->scan_state, "clean") == 0);
    data_set_flag(item, "Current", dossier_file_current(file));
}

static void item_put(struct request *rq, uint64_t dossier, const struct dossier_file_right *right,
                     const struct dossier_file *file)
{
    struct data *item = data_add(rq->data, "Files.Items");
    bool mine = dossier_file_current(file) && (right->kinds & 1u << file->kind);
    data_set(item, "Name", file->name);
    data_set(item, "Kind", say_one(rq, "files_kind", dossier_files_kinds[file->kind]));
    data_set(item, "Paper", text_shorten(rq->arena, file->paper, 90));
    data_set(item, "Size", size_words(rq, file->size));
    if (file->version > 1)
        data_set_number(item, "Version", file->version);
    data_set(item, "Added", say_moment(rq, &file->added_at));
    data_set(item, "By", file->added_by);
    data_set(item, "Released", say_moment(rq, &file->released_at));
    data_set(item, "Replaced", say_moment(rq, &file->replaced_at));
    data_set(item, "Removed", say_moment(rq, &file->removed_at));
    data_set(item, "RemovedBy", file->removed_by);
    data_set(item, "Reason", file->removed_reason);
    state_put(item, rq, file);
    if (dossier_file_open(file))
        data_format(item, "Href", "%s%s", rq->base, files_path(rq, dossier, file->id, ""));
    if (mine && !file->released_at.year)
        data_format(item, "ReplaceHref", "%s%s", rq->base, files_path(rq, dossier, file->id, "/thay"));
    if (mine)
        data_format(item, "RemoveHref", "%s%s", rq->base, files_path(rq, dossier, file->id, "/go"));
}

static bool list_fill(struct request *rq, uint64_t dossier, const struct dossier_file_right *right)
{
    struct dossier_file *files;
    size_t n;
    if (dossier_files_list(rq->db, rq->arena, dossier, &files, &n) == DB_FAIL)
        return false;
    data_format(rq->data, "Files.Href", "%s%s", rq->base, files_path(rq, dossier, 0, ""));
    data_set_flag(rq->data, "Files.MayAdd", right->kinds != 0 && n < DOSSIER_FILES_MAX);
    for (size_t i = 0; i < n; i++) {
        item_put(rq, dossier, right, &files[i]);
        if (dossier_file_current(&files[i]))
            data_set_flag(rq->data, "Files.Shown", true);
        if (strcmp(files[i].scan_state, "waiting") == 0 && !files[i].removed_at.year)
            data_set_flag(rq->data, "Files.Waiting", true);
    }
    return true;
}

bool dossier_files_fill(struct request *rq, uint64_t dossier)
{
    struct scope scope;
    struct dossier_file_right right;
    struct civil now = clock_now();
    return scope_load(rq->db, rq->arena, rq->who.id, &now, &scope) == DB_OK &&
           dossier_file_right(rq->db, rq->arena, &scope, rq->who.id, dossier, &right) == DB_OK &&
           list_fill(rq, dossier, &right);
}

/* ---- the page with its form --------------------------------------------------------------------------------- */

static void kinds_put(struct request *rq, const struct dossier_file_right *right)
{
    for (int kind = 0; kind < DOSSIER_FILE_KIND_END; kind++)
        if (right->kinds & 1u << kind) {
            struct data *option = data_add(rq->data, "Files.Kinds");
            data_set(option, "Value", dossier_files_kinds[kind]);
            data_set(option, "Text", say_one(rq, "files_kind", dossier_files_kinds[kind]));
            data_set(option, "Hint", say_one(rq, "files_kind_hint", dossier_files_kinds[kind]));
        }
}

static bool papers_put(struct request *rq, uint64_t dossier)
{
    struct dossier_file_paper *papers = arena_take_array(rq->arena, DOSSIER_FILE_PAPERS_MAX, sizeof *papers);
    size_t n;
    if (dossier_file_papers(rq->db, rq->arena, dossier, papers, &n) == DB_FAIL)
        return false;
    data_set(data_add(rq->data, "Files.Papers"), "Text", say(rq, "files.no_paper"));
    for (size_t i = 0; i < n; i++) {
        struct data *option = data_add(rq->data, "Files.Papers");
        data_set_number(option, "Value", papers[i].position);
        data_format(option, "Text", "%u. %s", papers[i].position, text_shorten(rq->arena, papers[i].name, 90));
    }
    return true;
}

static void head_put(struct request *rq, uint64_t dossier, const struct dossier_file_head *head)
{
    data_format(rq->data, "Files.DossierHref", "%s%s", rq->base, dossier_path(rq, dossier));
    data_set(rq->data, "Files.Number", head->number);
    data_set(rq->data, "Files.Procedure", say_either(rq, head->procedure, head->procedure_en));
}

int files_show(struct request *rq, struct files_view *view, bool again)
{
    head_put(rq, view->dossier, &view->head);
    if (!list_fill(rq, view->dossier, &view->right) || !papers_put(rq, view->dossier))
        return page_failed(rq);
    kinds_put(rq, &view->right);
    page_form(rq, data_at(rq->data, "Files.Add"), files_path(rq, view->dossier, 0, ""));
    return page_show_status(rq, again ? 422 : 200, "staff/files.cs", "files");
}

int dossier_files_page(struct request *rq)
{
    struct files_view view;
    int answer = files_view_open(rq, &view);
    if (answer)
        return answer;
    if (dossier_seen(rq->db, rq->who.id, view.dossier, "files", &view.now) == DB_FAIL)
        return page_failed(rq);
    return files_show(rq, &view, rq->again != 0);
}

/* ---- the download -------------------------------------------------------------------------------------------- */

int dossier_files_download(struct request *rq)
{
    struct files_view view;
    struct dossier_file file;
    char path[STORE_PATH_MAX];
    int answer = files_view_open(rq, &view);
    if (answer)
        return answer;
    enum db_result result =
        dossier_file_find(rq->db, rq->arena, view.dossier, (uint64_t)input_number(rq, "tep"), &file);
    if (result == DB_FAIL)
        return page_failed(rq);
    if (result == DB_NONE || !dossier_file_open(&file))
        return page_missing(rq);
    const char *purpose = arena_format(rq->arena, "file %llu", (unsigned long long)file.id);
    if (dossier_seen(rq->db, rq->who.id, view.dossier, purpose, &view.now) == DB_FAIL)
        return page_failed(rq);
    return page_stored(rq, file_type_mime(file.type), store_path(path, file.digest), file.name);
}
