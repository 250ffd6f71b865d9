/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Answers queries against a catalogue without a database or a web server:
 *   search_try CATALOGUE.jsonl DICTIONARY.json [DETAILS.json] < queries
 * One query a line on stdin, one JSON object a line on stdout, best hit first:
 *   {"items":[{"code":"1.001193","name":"…","score":0.97}],"total":…}
 * With -v the objects carry what explains them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "catalogue_file.h"
#include "search/search.h"

enum { PAGE = 20 };

static json_t *hit_json(struct search_index *index, const struct catalogue_file *catalogue,
                        const struct search_hit *hit, int verbose)
{
    const struct search_document *document = &catalogue->document[hit->document];
    json_t *item = json_pack("{s:s,s:s}", "code", document->code, "name", document->name);

    if (verbose) {
        const char *phrase = search_phrase_text(index, hit->phrase);

        json_object_set_new(item, "score", json_real(hit->score));
        if (phrase)
            json_object_set_new(item, hit->pinned ? "pinned_by" : "phrase", json_string(phrase));
    }
    return item;
}

static void answer_line(struct search_index *index, const struct catalogue_file *catalogue,
                        const char *line, int verbose)
{
    struct search_answer answer;

    search_run(index, line, NULL, &answer);
    json_t *items = json_array();

    for (size_t i = 0; i < answer.total && i < PAGE; i++)
        json_array_append_new(items, hit_json(index, catalogue, &answer.hits[i], verbose));
    json_t *object = json_pack("{s:o,s:I}", "items", items, "total", (json_int_t)answer.total);

    if (answer.did_you_mean)
        json_object_set_new(object, "did_you_mean", json_string(answer.did_you_mean));
    if (answer.weak)
        json_object_set_new(object, "weak", json_true());
    json_dumpf(object, stdout, JSON_REAL_PRECISION(4));
    fputc('\n', stdout);
    fflush(stdout);
    json_decref(object);
}

int main(int argc, char **argv)
{
    int verbose = argc > 1 && strcmp(argv[1], "-v") == 0;

    argc -= verbose;
    argv += verbose;
    if (argc < 3) {
        fputs("usage: search_try [-v] CATALOGUE.jsonl DICTIONARY.json [DETAILS.json]\n", stderr);
        return 2;
    }
    struct catalogue_file catalogue;
    struct dictionary_file dictionary;

    if (!catalogue_file_load(&catalogue, argv[1], argc > 3 ? argv[3] : NULL) ||
        !dictionary_file_load(&dictionary, argv[2]))
        return 2;
    struct search_index *index =
        search_open(catalogue.document, catalogue.n, dictionary.phrase, dictionary.n);
    char *line = NULL;
    size_t capacity = 0;
    ssize_t length;

    while ((length = getline(&line, &capacity, stdin)) > 0) {
        if (line[length - 1] == '\n')
            line[length - 1] = '\0';
        answer_line(index, &catalogue, line, verbose);
    }
    free(line);
    search_close(index);
    dictionary_file_release(&dictionary);
    catalogue_file_release(&catalogue);
    return 0;
}
