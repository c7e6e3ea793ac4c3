"""Text that XML 1.0 can hold: what both XML formats do to labels and quotes."""

from xml.sax.saxutils import quoteattr

from kg.graph import FORBIDDEN_IN_XML


def clean(text: str) -> str:
    """The text without the characters that XML forbids."""
    return FORBIDDEN_IN_XML.sub("", text)


def quoted(value: str | int | float | bool) -> str:
    """An attribute's value with its quotation marks; truth values as XML Schema writes them."""
    if isinstance(value, bool):
        return '"true"' if value else '"false"'
    return quoteattr(clean(str(value)))


def one_line(text: str) -> str:
    """A label: clean, and without line breaks or runs of blanks."""
    return " ".join(clean(text).split())
