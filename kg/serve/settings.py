"""What a server is told: which build, and how much one request may take."""

from pathlib import Path

import msgspec

from kg.query import Limits

LOOPBACK = ("localhost", "127.0.0.1", "::1", "[::1]")
"""What this machine calls itself, in addresses as well."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """`hosts` are the names that requests may call this server by (`*`: any); sizes are bytes, times seconds."""

    folder: Path
    limits: Limits = Limits(memory=1024**3)
    workers: int = 2
    """Processes that answer queries, each with the graph in memory."""
    waiting: int = 256
    """Queries that may wait for one of them."""
    cors: tuple[str, ...] = ()
    hosts: tuple[str, ...] = LOOPBACK
    body: int = 1024**2
    """The longest request."""
    beat: float = 1.0
    """How often is looked whether the build has changed."""
