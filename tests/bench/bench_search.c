/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * How long a query takes in a worker, how long the index takes to build, and what it holds:
 *   bench_search CATALOGUE.jsonl DICTIONARY.json QUERIES.jsonl [DOCUMENTS]
 * With DOCUMENTS the catalogue is repeated, each copy with a word left out or changed and a
 * province added, until there are as many.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <jansson.h>

#include "catalogue_file.h"
#include "search/search.h"

enum { ROUNDS = 20 };

/* Processor time of this process: the machine may be busy with other things. */
static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static double resident_megabytes(void)
{
    FILE *file = fopen("/proc/self/statm", "r");
    long pages = 0;

    if (file) {
        if (fscanf(file, "%*d %ld", &pages) != 1)
            pages = 0;
        fclose(file);
    }
    return (double)pages * (double)sysconf(_SC_PAGESIZE) / 1e6;
}

/* A copy of a name without its k-th word and with a place behind. */
static char *varied(const char *name, size_t k, size_t copy)
{
    size_t size = strlen(name) + 60;
    char *text = malloc(size);
    size_t word = 0;
    size_t n = 0;

    if (!text)
        abort();
    for (const char *p = name; *p; p++) {
        word += *p == ' ';
        if (word != k % 9 + 2)
            text[n++] = *p;
    }
    snprintf(text + n, size - n, " khu vực %zu", copy);
    return text;
}

static void catalogue_repeat(struct catalogue_file *file, size_t wanted)
{
    size_t first = file->n;

    file->document =
        realloc(file->document, (wanted > first ? wanted : first) * sizeof(*file->document));
    if (!file->document)
        abort();
    for (size_t i = first; i < wanted; i++) {
        const struct search_document *from = &file->document[i % first];
        struct search_document *to = &file->document[i];
        char code[32];

        *to = *from;
        snprintf(code, sizeof code, "%zu.%06zu", 4 + i / 1000000, i % 1000000);
        to->code = strdup(code);
        to->name = varied(from->name, i * 7, i / first);
        file->n++;
    }
}

static char **queries_load(const char *path, size_t *n)
{
    FILE *file = fopen(path, "r");
    char **queries = calloc(10000, sizeof(*queries));
    char *line = NULL;
    size_t capacity = 0;

    *n = 0;
    while (file && queries && *n < 10000 && getline(&line, &capacity, file) > 0) {
        json_t *row = json_loads(line, 0, NULL);
        const char *query = json_string_value(json_object_get(row, "q"));

        if (query)
            queries[(*n)++] = strdup(query);
        json_decref(row);
    }
    free(line);
    if (file)
        fclose(file);
    return queries;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;

    return x < y ? -1 : x > y;
}

static void measure(struct search_index *index, char **queries, size_t n)
{
    double *times = calloc(n * ROUNDS, sizeof(*times));
    size_t k = 0;

    if (!times)
        abort();
    for (size_t round = 0; round < ROUNDS; round++) {
        for (size_t i = 0; i < n; i++) {
            struct search_answer answer;
            double start = now();

            search_run(index, queries[i], NULL, &answer);
            times[k++] = now() - start;
        }
    }
    qsort(times, k, sizeof(*times), compare);
    printf("%zu queries: p50 %.3f ms, p90 %.3f ms, p99 %.3f ms, most %.3f ms\n", k,
           times[k / 2] * 1e3, times[k * 9 / 10] * 1e3, times[k * 99 / 100] * 1e3,
           times[k - 1] * 1e3);
    free(times);
}

int main(int argc, char **argv)
{
    struct catalogue_file catalogue;
    struct dictionary_file dictionary;
    size_t n = 0;

    if (argc < 4) {
        fputs("usage: bench_search CATALOGUE.jsonl DICTIONARY.json QUERIES.jsonl [DOCUMENTS]\n",
              stderr);
        return 2;
    }
    if (!catalogue_file_load(&catalogue, argv[1], NULL) ||
        !dictionary_file_load(&dictionary, argv[2]))
        return 2;
    if (argc > 4)
        catalogue_repeat(&catalogue, strtoul(argv[4], NULL, 10));
    char **queries = queries_load(argv[3], &n);
    double before = resident_megabytes();
    double start = now();
    struct search_index *index =
        search_open(catalogue.document, catalogue.n, dictionary.phrase, dictionary.n);
    double built = now() - start;

    printf("%zu documents, %zu phrases: built in %.3f s, index %.1f MB, process +%.1f MB\n",
           catalogue.n, dictionary.n, built, (double)search_size(index) / 1e6,
           resident_megabytes() - before);
    if (n > 0)
        measure(index, queries, n);
    search_close(index);
    return n > 0 ? 0 : 1;
}
