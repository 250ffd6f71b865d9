/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * How long the search takes inside a worker, without a web server or a database:
 *   search_time CATALOGUE.jsonl DICTIONARY.json ROUNDS < queries
 * Prints one JSON object: CPU time in microseconds, of all queries of all rounds after a first one.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../search/catalogue_file.h"

enum { QUERIES_MOST = 10000 };

struct times {
    double *us;
    size_t n;
};

static double now_us(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t); /* others share the machine */
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double share(struct times *times, double part)
{
    return times->us[(size_t)(part * (double)(times->n - 1))];
}

static void print(const char *name, struct times *times)
{
    qsort(times->us, times->n, sizeof *times->us, by_size);
    printf(", \"%s\": {\"p50\": %.1f, \"p90\": %.1f, \"p99\": %.1f, \"max\": %.1f}", name,
           share(times, 0.5), share(times, 0.9), share(times, 0.99), share(times, 1));
}

static size_t queries_read(char **queries)
{
    char *line = NULL;
    size_t capacity = 0, n = 0;
    ssize_t length;
    while (n < QUERIES_MOST && (length = getline(&line, &capacity, stdin)) > 0) {
        line[strcspn(line, "\n")] = '\0';
        if (*line)
            queries[n++] = strdup(line);
    }
    free(line);
    return n;
}

/* Every query whole, and for suggestions as if it were being typed. */
static void round_run(struct search_index *index, char *const *queries, size_t n,
                      struct times *runs, struct times *typed)
{
    struct search_suggestion suggestions[SEARCH_SUGGESTIONS];
    struct search_answer answer;
    for (size_t i = 0; i < n; i++) {
        double start = now_us();
        search_run(index, queries[i], NULL, &answer);
        double ran = now_us();
        char prefix[64];
        snprintf(prefix, sizeof prefix, "%.*s", (int)(3 + i % 12), queries[i]);
        double begun = now_us();
        search_suggest(index, prefix, NULL, suggestions);
        double suggested = now_us();
        runs->us[runs->n++] = ran - start;
        typed->us[typed->n++] = suggested - begun;
    }
}

int main(int argc, char **argv)
{
    struct catalogue_file catalogue;
    struct dictionary_file dictionary;
    static char *queries[QUERIES_MOST];
    if (argc != 4) {
        fputs("usage: search_time CATALOGUE.jsonl DICTIONARY.json ROUNDS < queries\n", stderr);
        return 2;
    }
    if (!catalogue_file_load(&catalogue, argv[1], NULL) || !dictionary_file_load(&dictionary, argv[2]))
        return 1;
    size_t rounds = strtoul(argv[3], NULL, 10), n = queries_read(queries);
    struct times runs = {calloc(rounds * n + 1, sizeof(double)), 0};
    struct times typed = {calloc(rounds * n + 1, sizeof(double)), 0};
    if (!runs.us || !typed.us || rounds == 0 || n == 0) {
        fputs("search_time: no queries, no rounds or no memory\n", stderr);
        return 1;
    }
    double start = now_us();
    struct search_index *index =
        search_open(catalogue.document, catalogue.n, dictionary.phrase, dictionary.n);
    double built = now_us();
    for (size_t i = 0; i <= rounds; i++) {
        if (i <= 1)
            runs.n = typed.n = 0; /* the first round warms up */
        round_run(index, queries, n, &runs, &typed);
    }
    printf("{\"documents\": %zu, \"build_ms\": %.1f, \"mib\": %.2f", catalogue.n, (built - start) / 1000,
           (double)search_size(index) / 1048576);
    print("search", &runs);
    print("suggest", &typed);
    puts("}");
    search_close(index);
    return 0;
}
