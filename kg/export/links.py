"""Which addresses may be made links of: those of the web, and nothing that a browser would run."""

from urllib.parse import urlsplit


def web(url: str | None) -> str | None:
    """The address where it is a whole one of http or https, else None."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    whole = parts.scheme in ("http", "https") and "." in parts.netloc and not set(' <>"\\') & set(url or "")
    return url if whole and url and url.isprintable() else None
