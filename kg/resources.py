"""Where the data tables are: beside the package in a checkout, inside it in an installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def ontology(*parts: str) -> Path:
    """Path of a file or folder of ontology/, e.g. `ontology("actors", "countries.csv")`."""
    inside = _PACKAGE / "ontology"
    return (inside if inside.is_dir() else _PACKAGE.parent / "ontology").joinpath(*parts)
