"""The stores under torture: how they are reached, and how the judge reads them."""

import sqlite3

from postgres import PostgreSQL

MESSAGES = """
    SELECT i.workplace, c.identifier, v.address, m.remote_id
    FROM ik_message m
    JOIN ik_conversation v ON v.installation_id = m.installation_id AND v.id = m.conversation_id
    JOIN ik_channel c ON c.installation_id = m.installation_id AND c.id = m.channel_id
    JOIN ik_installation i ON i.id = m.installation_id
    WHERE m.direction = 'IN' ORDER BY m.sequence"""
UNREAD = """
    SELECT i.workplace, c.identifier, v.address, v.unread
    FROM ik_conversation v
    JOIN ik_channel c ON c.installation_id = v.installation_id AND c.id = v.channel_id
    JOIN ik_installation i ON i.id = v.installation_id"""
UNFINISHED = """
    SELECT (SELECT count(*) FROM ik_delivery WHERE state = 0), (SELECT count(*) FROM ik_event WHERE state IN (0, 1, 2)),
        (SELECT count(*) FROM ik_outgoing WHERE state IN (0, 1, 2, 3))"""
CHANNELS = """
    SELECT i.workplace, c.identifier, c.id FROM ik_channel c JOIN ik_installation i ON i.id = c.installation_id
    WHERE c.handle = 'whatsapp'"""
SENT = "SELECT text, status FROM ik_message WHERE direction = 'OUT'"
DEAD = """
    SELECT 'delivery', reason FROM ik_delivery WHERE state = 2
    UNION ALL SELECT kind, failure FROM ik_event WHERE state = 4 AND installation_id IS NOT NULL"""
LONGEST_WAIT = """
    SELECT max(e.settled_at - d.received_at) / 1000000
    FROM ik_event e JOIN ik_delivery d ON d.id = e.delivery WHERE e.state = 3"""


class SQLite:
    """A file, which one server has."""

    name = "SQLite"
    replicas = 1
    #: Seconds, least and most, for which a server stands still. Nobody else could do its work meanwhile.
    pauses = (0.5, 5)

    def __init__(self, folder):
        self.file = folder / "torture.sqlite"
        self.url = f"sqlite:{self.file}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def query(self, sql: str) -> list:
        connection = sqlite3.connect(f"file:{self.file}?mode=ro", uri=True, timeout=30)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()


class Postgres:
    """A cluster, which three servers share."""

    name = "PostgreSQL"
    replicas = 3
    #: Past a lease, which is of 20 seconds.
    pauses = (1, 45)

    def __init__(self, folder):
        self.server = PostgreSQL(durable=True)

    def __enter__(self):
        self.server.__enter__()
        self.url = self.server.url(self.server.database("torture"))
        return self

    def __exit__(self, *reason):
        self.server.__exit__(*reason)

    def query(self, sql: str) -> list:
        rows = [line.split("|") for line in self.server.execute(sql, "torture").splitlines()]
        return [tuple(int(value) if value.isdigit() and len(value) < 9 else value for value in row) for row in rows]
