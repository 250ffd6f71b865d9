/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MOTCUA_TOOL_H
#define MOTCUA_MOTCUA_TOOL_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "lib/db.h"

/*
 * The administrator's command. Each subcommand is a function below: it prints
 * what it did on standard output, what went wrong in one sentence on standard
 * error, and returns the exit status: 0 done, 1 not done and nothing changed
 * (or as the sentence says), 2 wrong arguments.
 */
struct tool {
    const char *name;     /* "import national", for sentences */
    struct db *db;        /* not connected before its first use; NULL for commands without */
    struct arena *arena;  /* ends with the command */
};

int command_check(struct tool *tool, int argc, char **argv);
int command_device_add(struct tool *tool, int argc, char **argv);
int command_device_list(struct tool *tool, int argc, char **argv);
int command_device_revoke(struct tool *tool, int argc, char **argv);
int command_export_procedures(struct tool *tool, int argc, char **argv);
int command_export_workflows(struct tool *tool, int argc, char **argv);
int command_import_national(struct tool *tool, int argc, char **argv);
int command_import_procedures(struct tool *tool, int argc, char **argv);
int command_import_workflows(struct tool *tool, int argc, char **argv);
int command_migrate(struct tool *tool, int argc, char **argv);
int command_names_index(struct tool *tool, int argc, char **argv);
int command_outbox_again(struct tool *tool, int argc, char **argv);
int command_outbox_list(struct tool *tool, int argc, char **argv);
int command_render_errors(struct tool *tool, int argc, char **argv);
int command_sample_days(struct tool *tool, int argc, char **argv);
int command_sample_device(struct tool *tool, int argc, char **argv);
int command_sample_load(struct tool *tool, int argc, char **argv);
int command_seal(struct tool *tool, int argc, char **argv);
int command_session_open(struct tool *tool, int argc, char **argv);
int command_user_add(struct tool *tool, int argc, char **argv);
int command_voice_check(struct tool *tool, int argc, char **argv);

/* One sentence on standard error; returns 1. */
int tool_fail(const struct tool *tool, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* The same for an error of the database, with its own words. */
int tool_fail_db(const struct tool *tool, const char *doing);

/* Where the .sql files and the sample are: MOTCUA_SQL, else what was installed. */
const char *tool_sql_folder(void);

/* A whole file of at most `ceiling` bytes with a NUL behind; NULL and a sentence. */
char *tool_read_file(const struct tool *tool, const char *path, size_t ceiling, size_t *length);

#endif
