"""What can go wrong, as one tree; each message says what, where, and what to do.

KgError                 base of all errors that a user can cause and mend
├── InputError          a source could not be read or is not what it claims to be
├── ConfigError         a setting or a flag has no meaning
├── OntologyError       a table of ontology/, or one of the user's own, is wrong
│   └── TableError      one file or row of it is (file and line named)
├── OutputError         a result could not be written
├── EngineError         the cluster that should do the work cannot be had, or was lost
├── QueryError          a SPARQL query is wrong
│   ├── RefusedError    it asks for what kg never does: changing data, reading other files or servers
│   ├── SpentError      it took more time or memory than it may
│   └── BusyError       too many others are to be answered first
└── NotFoundError       a name, an event or a build that was asked for is not there
"""


class KgError(Exception):
    """Base class; the command line prints it as one line, without a traceback."""


class InputError(KgError):
    """A source could not be read or is not what it claims to be."""


class ConfigError(KgError):
    """A setting or a flag has no meaning."""


class OntologyError(KgError):
    """A table of ontology/, or one of the user's own, is wrong."""


class TableError(OntologyError):
    """A table, or one row of it, is wrong; `file`, `line` and `problem` are the parts of the message."""

    def __init__(self, file: str, line: int | None, problem: str) -> None:
        super().__init__(f"{file}:{line}: {problem}" if line else f"{file}: {problem}")
        self.file = file
        self.line = line
        self.problem = problem


class OutputError(KgError):
    """A result could not be written."""


class EngineError(KgError):
    """The cluster that should do the work cannot be had, or was lost."""


class QueryError(KgError):
    """A SPARQL query is wrong."""


class RefusedError(QueryError):
    """A SPARQL query asks for what kg never does: changing data, reading other files or servers."""


class SpentError(QueryError):
    """A SPARQL query took more time or memory than it may."""


class BusyError(QueryError):
    """Too many other SPARQL queries are to be answered first."""


class NotFoundError(KgError):
    """A name, an event or a build that was asked for is not there."""
