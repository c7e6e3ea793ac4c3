"""The ledger: which documents are done, and where their mentions stand (SQLite, write-ahead log, full sync)."""

import sqlite3
from collections.abc import Collection, Iterable
from pathlib import Path

FILE = "ledger.sqlite"
VERSION = 1
"""Of the tables below, kept as SQLite's `user_version`; one of another number is not read."""

_TABLES = """
CREATE TABLE IF NOT EXISTS document (
    key BLOB PRIMARY KEY,  -- kg.store.keys.content_key
    part TEXT,             -- name of the part that holds its mentions; none: they stand here
    mentions BLOB          -- JSON list of kg.model.EventMention, until a part takes it
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS story_window (
    key BLOB PRIMARY KEY,  -- kg.store.windows: of a week's articles
    stories BLOB           -- JSON list of (ids of documents, kg.merge.stories.Story)
) WITHOUT ROWID;
"""


class Ledger:
    """One connection to a ledger; every method that changes it, but `add_window`, is one transaction."""

    def __init__(self, path: Path) -> None:
        self._sql = sqlite3.connect(path)
        self._sql.execute("PRAGMA journal_mode = WAL")
        self._sql.execute("PRAGMA synchronous = FULL")
        self._sql.executescript(_TABLES)
        self._sql.execute(f"PRAGMA user_version = {VERSION}")

    def add(self, done: Iterable[tuple[bytes, bytes]]) -> None:
        """Put down documents as done: key and mentions of each."""
        with self._sql:
            self._sql.executemany("INSERT OR REPLACE INTO document VALUES (?, NULL, ?)", done)

    def pending(self) -> dict[bytes, bytes]:
        """Key → mentions of the documents that no part holds yet."""
        return dict(self._sql.execute("SELECT key, mentions FROM document WHERE part IS NULL ORDER BY key"))

    def keys(self) -> set[bytes]:
        """Of all documents that are done."""
        return {key for (key,) in self._sql.execute("SELECT key FROM document")}

    def parts(self) -> dict[str, int]:
        """Name of each part, in order → the number of documents that it is there for."""
        found = "SELECT part, COUNT(*) FROM document WHERE part IS NOT NULL GROUP BY part ORDER BY part"
        return dict(self._sql.execute(found))

    def part(self, name: str) -> set[bytes]:
        """The keys of the documents that a part is there for."""
        return {key for (key,) in self._sql.execute("SELECT key FROM document WHERE part = ?", (name,))}

    def moved(self, keys: Iterable[bytes], part: str) -> None:
        """Put down that a part holds the mentions of these documents from now on."""
        with self._sql:
            rows = ((part, key) for key in keys)
            self._sql.executemany("UPDATE document SET part = ?, mentions = NULL WHERE key = ?", rows)

    def forget(self, keys: Iterable[bytes]) -> None:
        """Strike documents out."""
        with self._sql:
            self._sql.executemany("DELETE FROM document WHERE key = ?", ((key,) for key in keys))

    def window(self, key: bytes) -> bytes | None:
        """The stories of a window, if it was grouped."""
        found = self._sql.execute("SELECT stories FROM story_window WHERE key = ?", (key,)).fetchone()
        return found[0] if found else None

    def add_window(self, key: bytes, stories: bytes) -> None:
        """Put down a window; what `keep_windows` does is of the same transaction."""
        self._sql.execute("INSERT INTO story_window VALUES (?, ?)", (key, stories))

    def keep_windows(self, keys: Collection[bytes]) -> None:
        """Hold these windows and no others."""
        with self._sql:
            known = [key for (key,) in self._sql.execute("SELECT key FROM story_window ORDER BY key")]
            gone = ((key,) for key in known if key not in keys)
            self._sql.executemany("DELETE FROM story_window WHERE key = ?", gone)

    def close(self) -> None:
        """Close the file; its log is folded into it."""
        self._sql.close()


def readable(path: Path) -> bool:
    """Whether a file is a ledger of this version; one that is not there yet is."""
    if not path.exists():
        return True
    try:
        sql = sqlite3.connect(path)
        try:
            return sql.execute("PRAGMA user_version").fetchone() in ((VERSION,), (0,)) and _sound(sql)
        finally:
            sql.close()
    except sqlite3.DatabaseError:
        return False


def _sound(sql: sqlite3.Connection) -> bool:
    return bool(sql.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
