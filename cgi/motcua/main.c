/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/fault.h"
#include "lib/log.h"
#include "lib/settings.h"
#include "motcua/due.h"
#include "motcua/tool.h"

/* One row a subcommand. `db`: it uses the database. */
static const struct command {
    const char *name;
    const char *arguments;
    const char *help;
    int (*run)(struct tool *tool, int argc, char **argv);
    bool db;
} commands[] = {
    {"check", "[--files] [--head HASH@ID]…", "compare the data with its own rules; --files: read every file again",
     command_check, true},
    {"device add", "KIND [--hall CODE] [--counter NUMBER] [--zone ZONE] [--name NAME] [--place PLACE] [--text PIXELS]",
     "let in a dispenser, kiosk, board, display or rating tablet; prints its Cookie header", command_device_add, true},
    {"device list", "", "list devices, and when each was last heard of", command_device_list, true},
    {"device revoke", "ID", "shut a device out, at once and for good", command_device_revoke, true},
    {"due", "--from MOMENT --term TERM [--agency CODE] [--rule RULE] [--pause FROM..TO]… [--restart FROM..TO]… "
            "[--calendar FILE.json] [--explain] [--json]",
     "say when a dossier is due, and why", command_due, true},
    {"export procedures", "[FILE]", "write the catalogue in our own format", command_export_procedures,
     true},
    {"export workflows", "[CODE]", "write the workflows in force, or one of them", command_export_workflows, true},
    {"import national", "FILE.jsonl", "take over the national catalogue", command_import_national, true},
    {"import procedures", "FILE.json", "take over procedures in our own format",
     command_import_procedures, true},
    {"import workflows", "FILE.json [--publish] [--dry-run]",
     "check workflows and keep them as drafts, or put them in force", command_import_workflows, true},
    {"migrate", "", "make or update tables, routines, views and rights", command_migrate, true},
    {"names index", "", "write the searchable words of names that have none", command_names_index, true},
    {"outbox again", "ID", "send a message once more that failed or may not have arrived", command_outbox_again, true},
    {"outbox list", "[--all]", "list the messages that did not go out", command_outbox_list, true},
    {"render-errors", "DIR", "write the error pages nginx shows by itself", command_render_errors, false},
    {"sample days", "[DAYS]", "visitors of the last working days (10) in the sample's halls", command_sample_days,
     true},
    {"sample device", "[--hall CODE] KIND [NUMBER]",
     "print the Cookie header of a device of the sample, the same each time", command_sample_device, true},
    {"sample load", "[DIR]", "fill an empty database with the sample province", command_sample_load, true},
    {"seal", "", "print the last seals of history, to be noted elsewhere", command_seal, true},
    {"session open", "LOGIN", "print the Cookie header of a new session", command_session_open, true},
    {"user add", "[--admin] [--agency CODE] [--name NAME] LOGIN", "make an account; prints its one-time password",
     command_user_add, true},
    {"voice check", "FOLDER", "say what is missing or wrong in clips of the voice", command_voice_check, false},
};

#define N_COMMANDS (sizeof commands / sizeof *commands)

static int usage(FILE *out)
{
    fprintf(out, "motcua %s, the administrator's command\n\n", MOTCUA_VERSION);
    for (size_t i = 0; i < N_COMMANDS; i++)
        fprintf(out, "  motcua %s%s%s\n      %s\n", commands[i].name,
                *commands[i].arguments ? " " : "", commands[i].arguments, commands[i].help);
    fprintf(out, "\nThe settings are those of the programs (MOTCUA_DB …, docs/operate.md);\n"
                 "the database account is motcua-owner unless MOTCUA_DB_USER says otherwise.\n");
    return out == stdout ? 0 : 2;
}

/* How many arguments the name took up; 0 when it is another command. */
static int words_match(const struct command *command, int argc, char **argv)
{
    const char *space = strchr(command->name, ' ');
    if (!space)
        return argc >= 1 && strcmp(argv[0], command->name) == 0 ? 1 : 0;
    size_t n = (size_t)(space - command->name);
    return argc >= 2 && strlen(argv[0]) == n && strncmp(argv[0], command->name, n) == 0 &&
                   strcmp(argv[1], space + 1) == 0
               ? 2
               : 0;
}

static int command_run(const struct command *command, int argc, char **argv)
{
    struct tool tool = {.name = command->name, .arena = arena_open(0)};
    int status = 1;
    if (command->db && (tool.db = db_open()) != NULL)
        db_patient(tool.db);
    if (!command->db || tool.db)
        status = command->run(&tool, argc, argv);
    db_close(tool.db);
    arena_close(tool.arena);
    if (status == 2)
        fprintf(stderr, "Usage: motcua %s %s\n", command->name, command->arguments);
    if (fflush(stdout) && status == 0)
        status = tool_fail(&tool, "standard output cannot be written.");
    return status;
}

int main(int argc, char **argv)
{
    log_init("motcua");
    fault_begin();
    if (argc < 2)
        return usage(stderr);
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "help") == 0)
        return usage(stdout);
    if (strcmp(argv[1], "--version") == 0) {
        printf("motcua %s\n", MOTCUA_VERSION);
        return 0;
    }
    if (!settings_read("motcua"))
        return 1;
    if (!getenv("MOTCUA_DB_USER"))
        settings.db_user = "motcua-owner";

    for (size_t i = 0; i < N_COMMANDS; i++) {
        int words = words_match(&commands[i], argc - 1, argv + 1);
        if (words)
            return command_run(&commands[i], argc - 1 - words, argv + 1 + words);
    }
    fprintf(stderr, "motcua: there is no command \"%s%s%s\"; motcua --help lists them.\n", argv[1],
            argc > 2 ? " " : "", argc > 2 ? argv[2] : "");
    return 2;
}
