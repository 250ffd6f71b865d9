/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Files come in, take the place of others, and are marked as removed.
 */
#include <string.h>

#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "staff/dossier_files_inside.h"

static struct dossier_file_change change_of(struct request *rq, const struct files_view *view)
{
    return (struct dossier_file_change){view->dossier, rq->who.id, &view->right, view->now};
}

static int go_back(struct request *rq, const struct files_view *view)
{
    return page_go(rq, "%s", files_path(rq, view->dossier, 0, ""));
}

/* Of one file. Where somebody was faster it is no longer what the form was for. */
static int changed(struct request *rq, const struct files_view *view, enum db_result result)
{
    if (result == DB_FAIL)
        return page_failed(rq);
    return result == DB_OK ? go_back(rq, view) : page_missing(rq);
}

/* Between the form and now somebody was faster, or a content was found to be bad. */
static void refuse_file(struct request *rq, const char *name, const char *words)
{
    struct data *bad = data_add(rq->data, "Files.Bad");
    data_set(bad, "Name", name);
    data_set(bad, "Text", say_one(rq, "files_bad", words));
    input_refuse(rq, "tepmoi", "files_bad");
}

/* ---- adding ---------------------------------------------------------------------------------------------- */

/* The paper that was chosen: NULL for none, which is what other kinds have. False after DB_FAIL. */
static bool paper_find(struct request *rq, struct files_view *view, enum dossier_file_kind kind,
                       const struct dossier_file_paper **paper)
{
    struct dossier_file_paper *papers = arena_take_array(rq->arena, DOSSIER_FILE_PAPERS_MAX, sizeof *papers);
    size_t n;
    int64_t wanted = input_number(rq, "giay");
    *paper = NULL;
    if (kind != DOSSIER_FILE_PAPER || wanted == 0)
        return true;
    if (dossier_file_papers(rq->db, rq->arena, view->dossier, papers, &n) == DB_FAIL)
        return false;
    for (size_t i = 0; i < n; i++)
        if (papers[i].position == wanted)
            *paper = &papers[i];
    if (!*paper)
        input_refuse(rq, "giay", "not_choice");
    return true;
}

static int add(struct request *rq, struct files_view *view, enum dossier_file_kind kind,
               const struct dossier_file_paper *paper, const struct dossier_file_new *items)
{
    struct dossier_file_change change = change_of(rq, view);
    size_t bad;
    switch (dossier_files_add(rq->db, rq->arena, &change, kind, paper, items, rq->n_uploads, &bad)) {
    case DB_OK:
        return go_back(rq, view);
    case DB_FAIL:
        return page_failed(rq);
    case DB_NONE:
        break;
    }
    if (bad == rq->n_uploads)
        return page_missing(rq); /* closed meanwhile: there is no such form any more */
    refuse_file(rq, items[bad].name, "known");
    return files_show(rq, view, true);
}

int dossier_files_upload(struct request *rq)
{
    struct files_view view;
    const struct dossier_file_paper *paper;
    int answer = files_view_open(rq, &view);
    if (answer)
        return answer;
    if (!view.right.kinds)
        return page_forbidden(rq);
    enum dossier_file_kind kind = (enum dossier_file_kind)input_number(rq, "loai");
    struct dossier_file_new *items = arena_take_array(rq->arena, rq->n_uploads + 1, sizeof *items);
    if (!(view.right.kinds & 1u << kind))
        input_refuse(rq, "loai", "not_choice");
    if (!paper_find(rq, &view, kind, &paper))
        return page_failed(rq);
    if (rq->n_uploads == 0)
        input_refuse(rq, "tepmoi", "files_none");
    if (input_refused(rq) || !files_receive(rq, &view, items))
        return rq->reply.failed ? page_failed(rq) : files_show(rq, &view, true);
    return add(rq, &view, kind, paper, items);
}

/* ---- replacing -------------------------------------------------------------------------------------------- */

/* What stands above both small forms. */
static void file_put(struct request *rq, const struct files_view *view, const struct dossier_file *file,
                     const char *more)
{
    data_set(rq->data, "Files.Number", view->head.number);
    data_set(rq->data, "Files.File.Name", file->name);
    data_set(rq->data, "Files.File.Kind", say_one(rq, "files_kind", dossier_files_kinds[file->kind]));
    data_set(rq->data, "Files.File.Paper", file->paper);
    data_set_flag(rq->data, "Files.File.Released", file->released_at.year != 0);
    data_format(rq->data, "Files.Href", "%s%s", rq->base, files_path(rq, view->dossier, 0, ""));
    page_form(rq, data_at(rq->data, "Files.Change"), files_path(rq, view->dossier, file->id, more));
}

static int replace_show(struct request *rq, const struct files_view *view, const struct dossier_file *file, bool again)
{
    file_put(rq, view, file, "/thay");
    return page_show_status(rq, again ? 422 : 200, "staff/file_replace.cs", "file_replace");
}

/* The current file of the address, which is not released: what the citizen has seen is not exchanged. */
static int replace_open(struct request *rq, struct files_view *view, struct dossier_file *file)
{
    int answer = files_view_change(rq, view, file);
    return answer ? answer : file->released_at.year ? page_missing(rq) : 0;
}

int dossier_files_replace_form(struct request *rq)
{
    struct files_view view;
    struct dossier_file file;
    int answer = replace_open(rq, &view, &file);
    return answer ? answer : replace_show(rq, &view, &file, rq->again != 0);
}

int dossier_files_replace(struct request *rq)
{
    struct files_view view;
    struct dossier_file file;
    struct dossier_file_new item[1];
    int answer = replace_open(rq, &view, &file);
    if (answer)
        return answer;
    if (rq->n_uploads == 0)
        input_refuse(rq, "tepmoi", "files_none");
    if (input_refused(rq) || !files_receive(rq, &view, item))
        return rq->reply.failed ? page_failed(rq) : replace_show(rq, &view, &file, true);
    struct dossier_file_change change = change_of(rq, &view);
    return changed(rq, &view, dossier_file_replace(rq->db, rq->arena, &change, &file, item));
}

/* ---- removing ---------------------------------------------------------------------------------------------- */

int dossier_files_remove_form(struct request *rq)
{
    struct files_view view;
    struct dossier_file file;
    int answer = files_view_change(rq, &view, &file);
    if (answer)
        return answer;
    file_put(rq, &view, &file, "/go");
    return page_show(rq, "staff/file_remove.cs", "file_remove");
}

int dossier_files_remove(struct request *rq)
{
    struct files_view view;
    struct dossier_file file;
    int answer = files_view_change(rq, &view, &file);
    if (answer)
        return answer;
    struct dossier_file_change change = change_of(rq, &view);
    return changed(rq, &view, dossier_file_remove(rq->db, rq->arena, &change, &file, input_text(rq, "lydo")));
}
