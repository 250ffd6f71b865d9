/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_TESTS_UNIT_DATABASE_H
#define MOTCUA_TESTS_UNIT_DATABASE_H

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

/*
 * A private database server for one unit test, run by tests/lib/mariadb.sh in
 * a shell that obeys one line at a time: "kill", "again", or SQL to run as its
 * administrator. When the test ends, or dies, the shell's input ends and it
 * takes the server and its folder away.
 */
static FILE *database_orders;
static FILE *database_answers;
static pid_t database_shell;
static char database_socket[200];

static const char database_script[] =
    ". \"${srcdir:-.}/tests/lib/mariadb.sh\" || exit 1\n"
    "trap mariadb_stop EXIT\n"
    "mariadb_start || exit 1\n"
    "echo \"$MARIADB_SOCKET\"\n"
    "while IFS= read -r line; do\n"
    "  case $line in\n"
    "  kill) mariadb_kill ;;\n"
    "  again) mariadb_again ;;\n"
    "  *) mariadb_sql -e \"$line\" >&2 ;;\n"
    "  esac\n"
    "  echo $?\n"
    "done\n";

static bool database_start(void)
{
    int down[2], up[2];
    if (pipe(down) || pipe(up))
        return false;
    database_shell = fork();
    if (database_shell == 0) {
        dup2(down[0], STDIN_FILENO);
        dup2(up[1], STDOUT_FILENO);
        close(down[0]);
        close(down[1]);
        close(up[0]);
        close(up[1]);
        execlp("bash", "bash", "-c", database_script, (char *)NULL);
        _exit(127);
    }
    close(down[0]);
    close(up[1]);
    database_orders = fdopen(down[1], "w");
    database_answers = fdopen(up[0], "r");
    signal(SIGPIPE, SIG_IGN);
    if (!fgets(database_socket, sizeof database_socket, database_answers))
        return false;
    database_socket[strcspn(database_socket, "\n")] = '\0';
    return true;
}

/* One order; true when it succeeded. */
static bool database_do(const char *order)
{
    char answer[20];
    fprintf(database_orders, "%s\n", order);
    fflush(database_orders);
    return fgets(answer, sizeof answer, database_answers) && strcmp(answer, "0\n") == 0;
}

static void database_stop(void)
{
    if (database_orders)
        fclose(database_orders);
    if (database_answers)
        fclose(database_answers);
    waitpid(database_shell, NULL, 0);
}

#endif
