"""Where files that are no code are: the explorer; the tables, beside the package in a checkout, in it in a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def ontology(*parts: str) -> Path:
    """Path of a file or folder of ontology/, e.g. `ontology("actors", "countries.csv")`."""
    inside = _PACKAGE / "ontology"
    return (inside if inside.is_dir() else _PACKAGE.parent / "ontology").joinpath(*parts)


def explorer() -> Path:
    """Folder of the explorer as it was built from kg/serve/ui; in a checkout it is not there before `make ui`."""
    return _PACKAGE / "serve" / "static"
