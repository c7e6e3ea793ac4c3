"""kg turns news articles into a merged, dated, attributed graph of leaders, countries and meetings."""

__version__ = "0.1.0"

from kg.build import build
from kg.config import Config
from kg.errors import ConfigError, EngineError, InputError, KgError, NotFoundError, OntologyError, OutputError
from kg.frames import to_pandas
from kg.graph import Graph
from kg.model import (
    Actor,
    ActorMention,
    DateRange,
    Document,
    Event,
    EventMention,
    Link,
    Phrase,
    Place,
    Problem,
    Reason,
    Report,
    Span,
    Timex,
    decode,
    encode,
)
from kg.notebook import Timeline
from kg.read import read

__all__ = [
    "Actor",
    "ActorMention",
    "Config",
    "ConfigError",
    "DateRange",
    "Document",
    "EngineError",
    "Event",
    "EventMention",
    "Graph",
    "InputError",
    "KgError",
    "Link",
    "NotFoundError",
    "OntologyError",
    "OutputError",
    "Phrase",
    "Place",
    "Problem",
    "Reason",
    "Report",
    "Span",
    "Timeline",
    "Timex",
    "build",
    "decode",
    "encode",
    "read",
    "to_pandas",
]
