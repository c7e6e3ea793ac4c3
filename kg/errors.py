"""What can go wrong, as one tree; each message says what, where, and what to do.

KgError                 base of all errors that a user can cause and mend
├── InputError          a source could not be read or is not what it claims to be
├── ConfigError         a setting or a flag has no meaning
├── OntologyError       a row of a table in ontology/ is wrong (file and line named)
├── OutputError         a result could not be written
└── NotFoundError       a name, an event or a build that was asked for is not there
"""


class KgError(Exception):
    """Base class; the command line prints it as one line, without a traceback."""


class InputError(KgError):
    """A source could not be read or is not what it claims to be."""


class ConfigError(KgError):
    """A setting or a flag has no meaning."""


class OntologyError(KgError):
    """A row of a table in ontology/ is wrong."""


class OutputError(KgError):
    """A result could not be written."""


class NotFoundError(KgError):
    """A name, an event or a build that was asked for is not there."""
