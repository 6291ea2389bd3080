#pragma once

#include <libpq-fe.h>

// What Swift cannot import from libpq: the PG_DIAG_… codes are macros of characters.

static inline const char *shim_error_state(const PGresult *result) {
    return PQresultErrorField(result, PG_DIAG_SQLSTATE);
}

static inline const char *shim_error_message(const PGresult *result) {
    return PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
}

static inline const char *shim_error_detail(const PGresult *result) {
    return PQresultErrorField(result, PG_DIAG_MESSAGE_DETAIL);
}

static inline const char *shim_error_table(const PGresult *result) {
    return PQresultErrorField(result, PG_DIAG_TABLE_NAME);
}

static inline const char *shim_error_constraint(const PGresult *result) {
    return PQresultErrorField(result, PG_DIAG_CONSTRAINT_NAME);
}

/// A processor of notices that drops them: what libpq does by itself is to print them.
static inline void shim_drop_notices(PGconn *connection);

static void shim_no_notice(void *context, const PGresult *result) { (void)context; (void)result; }

static inline void shim_drop_notices(PGconn *connection) {
    PQsetNoticeReceiver(connection, shim_no_notice, NULL);
}
