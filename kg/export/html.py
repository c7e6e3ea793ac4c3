"""One page that holds the explorer and a build's story: it opens from disk, with no server and no network.

What articles say is data in it, never markup: the story stands in a script of type application/json in which every
`<` is escaped, and a Content-Security-Policy lets run nothing but the explorer's own script, known by its digest.
"""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from kg import atomic
from kg.errors import OutputError
from kg.export import story
from kg.graph import AnyGraph
from kg.resources import explorer

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<title>kg explorer</title>
<style>{style}</style>
</head>
<body>
<div id="app"></div>
<noscript>This page shows its events with JavaScript, which is switched off here.</noscript>
<script type="application/json" id="story">{story}</script>
<script type="module">{script}</script>
</body>
</html>
"""
_ENDS_A_SCRIPT = re.compile(r"<(?=/script|script|!--)", re.I)
_ENDS_A_STYLE = re.compile(r"</(?=style)", re.I)
_IN_JSON = str.maketrans({"<": r"\u003c", ">": r"\u003e", "&": r"\u0026", "\u2028": r"\u2028", "\u2029": r"\u2029"})


def write(graph: AnyGraph, path: Path) -> None:
    """Write the page.

    Raises:
        OutputError: the explorer has not been built, or the file cannot be written.
    """
    text = page(story.encoded(graph), explorer(), path)
    with atomic.open_text(path) as out:
        out.write(text)


def page(data: bytes, built: Path, path: Path) -> str:
    """The page with a story (JSON) and the explorer that was built into a folder; `path` is named in errors.

    Raises:
        OutputError: the explorer is not in the folder.
    """
    try:
        script, style = ((built / name).read_text(encoding="utf-8") for name in ("explorer.js", "explorer.css"))
    except OSError as error:
        raise OutputError(
            f"{path}: not written, as the explorer is not built here; run `make ui`, which needs Node with npm"
        ) from error
    # Strings, templates and regular expressions of JavaScript, and strings of CSS, read these as what they replace.
    script = _ENDS_A_SCRIPT.sub(r"\\x3c", script.replace("\r", ""))
    style = _ENDS_A_STYLE.sub(r"\\3c /", style.replace("\r", ""))
    return _PAGE.format(
        policy=_policy(script, style), style=style, script=script, story=data.decode().translate(_IN_JSON)
    )


def _policy(script: str, style: str) -> str:
    return (
        f"default-src 'none'; script-src {_digest(script)}; style-src {_digest(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
