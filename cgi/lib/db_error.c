/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <errmsg.h>
#include <mysqld_error.h>

#include "lib/db_inside.h"
#include "lib/log.h"

/* Not named in every version of the library's headers. */
#define GALERA_NOT_READY 1047
#define CONNECTION_KILLED 1927
#define SERVER_SHUTS_DOWN 4031
#define DUPLICATE_NAMED_KEY 1586

enum db_error db_error_class(unsigned number)
{
    switch (number) {
    case 0:
        return DB_ERROR_NONE;

    case ER_LOCK_DEADLOCK:
    case ER_LOCK_WAIT_TIMEOUT: /* undid one statement only: the whole transaction must go */
    case ER_CHECKREAD:         /* the row changed since this transaction's snapshot */
        return DB_ERROR_AGAIN;

    case CR_CONNECTION_ERROR:
    case CR_CONN_HOST_ERROR:
    case CR_UNKNOWN_HOST:
    case CR_SERVER_GONE_ERROR:
    case CR_SERVER_HANDSHAKE_ERR:
    case CR_SERVER_LOST:
    case CR_SSL_CONNECTION_ERROR:
    case CR_SERVER_LOST_EXTENDED:
    case ER_CON_COUNT_ERROR:
    case ER_SERVER_SHUTDOWN:
    case ER_NEW_ABORTING_CONNECTION:
    case ER_NET_READ_ERROR:
    case ER_NET_READ_INTERRUPTED:
    case ER_NET_ERROR_ON_WRITE:
    case ER_NET_WRITE_INTERRUPTED:
    case CONNECTION_KILLED:
    case SERVER_SHUTS_DOWN:
    case GALERA_NOT_READY:
    case ER_OPTION_PREVENTS_STATEMENT: /* the server was made read only */
    /* A migration changed a table below a kept statement: a new connection has new statements. */
    case CR_NEW_STMT_METADATA:
    case ER_NEED_REPREPARE:
    case ER_UNKNOWN_STMT_HANDLER:
        return DB_ERROR_LOST;

    case ER_DUP_ENTRY:
    case DUPLICATE_NAMED_KEY:
        return DB_ERROR_DUPLICATE;

    case ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION:
        return DB_ERROR_READ_ONLY;
    }
    return DB_ERROR_REFUSED;
}

/* Messages of these say what is wrong with the program or the schema. Others
 * quote values, which may be somebody's name or number: only their number is
 * logged. */
static bool text_is_harmless(unsigned number)
{
    switch (number) {
    case ER_PARSE_ERROR:
    case ER_NO_SUCH_TABLE:
    case ER_BAD_TABLE_ERROR:
    case ER_BAD_FIELD_ERROR:
    case ER_BAD_DB_ERROR:
    case ER_TABLEACCESS_DENIED_ERROR:
    case ER_COLUMNACCESS_DENIED_ERROR:
    case ER_SPECIFIC_ACCESS_DENIED_ERROR:
    case ER_DBACCESS_DENIED_ERROR:
    case ER_ACCESS_DENIED_ERROR:
    case ER_PROCACCESS_DENIED_ERROR:
    case ER_SP_DOES_NOT_EXIST:
    case ER_STATEMENT_TIMEOUT:
    case ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION:
        return true;
    }
    return db_error_class(number) == DB_ERROR_LOST || number == 0;
}

static void error_log(const struct db *db, const char *sql)
{
    const char *text = text_is_harmless(db->number) ? db->text : "";
    if (db->error == DB_ERROR_LOST)
        log_warn("database: %u %s", db->number, text);
    else if (db->error == DB_ERROR_REFUSED || db->error == DB_ERROR_READ_ONLY)
        log_error("database: %u %s in \"%.100s\"", db->number, text, sql ? sql : "");
}

void db_error_take(struct db *db, unsigned number, const char *text, const char *sql)
{
    db->number = number;
    db->error = number ? db_error_class(number) : DB_ERROR_REFUSED;
    snprintf(db->text, sizeof db->text, "%s", text ? text : "");
    error_log(db, sql);

    if (db->error == DB_ERROR_DUPLICATE)
        return; /* a business answer: the transaction goes on */
    if (db->transaction == TRANSACTION_OPEN)
        db->transaction = TRANSACTION_BROKEN;
    if (db->error == DB_ERROR_LOST || db->error == DB_ERROR_REFUSED)
        db_drop(db);
}

void db_error_clear(struct db *db)
{
    db->error = DB_ERROR_NONE;
    db->number = 0;
    db->text[0] = '\0';
}
