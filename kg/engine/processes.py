"""Reading and comparing in several processes of this machine."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial

from kg.config import Config
from kg.engine.pool import Job, each
from kg.engine.reading import Extracted, lost, read_by, ready
from kg.merge.blocking import Block, Otherwise, Pairs, compared
from kg.model import Document


def extract(documents: Iterable[Document], config: Config, workers: int) -> Iterator[Extracted]:
    """What is found in each document, in their order.

    Raises:
        ConfigError: an extractor that the configuration names is not installed.
        OntologyError: a table of ontology/ is wrong.
    """
    work = partial(read_by, extractors=config.extractors, actors=config.actors)
    return each(documents, Job(work, partial(ready, config.extractors, config.actors), lost, config.limit), workers)


def compare(blocks: Iterable[Block], workers: int, otherwise: Otherwise) -> Pairs:
    """What `compared` finds, bucket by bucket; one that no worker survives is compared otherwise."""
    buckets: dict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        buckets[block.bucket].append(block)
    job = Job[list[Block], Pairs](compared, load=_nothing, otherwise=otherwise)
    return Pairs.together(list(each(buckets.values(), job, workers)))


def _nothing() -> None:
    """Comparing loads nothing."""
