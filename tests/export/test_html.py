import json
import re
from base64 import b64decode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from export_samples import HOSTILE

from kg.errors import OutputError
from kg.export import html, story

SCRIPT = "const a = '</script><script>alert(1)</script>', b = `<!-- <SCRIPT`, c = /<\\/script>/;\r\nrun(a, b, c);\n"
STYLE = "a::after { content: '</style><b>' }"
EVIL = "</script><script>alert(1)</script><!-- <img src=x onerror=alert(1)> \u2028 &lt;"


class Elements(HTMLParser):
    """What a browser's parser finds: start tags with their attributes, and the text in scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None], str]] = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs), ""))

    def handle_data(self, data):
        if self.found and self.found[-1][0] == self.cdata_elem:
            tag, attributes, text = self.found[-1]
            self.found[-1] = (tag, attributes, text + data)


@pytest.fixture
def explorer(tmp_path: Path) -> Path:
    (tmp_path / "explorer.js").write_text(SCRIPT, encoding="utf-8", newline="")
    (tmp_path / "explorer.css").write_text(STYLE, encoding="utf-8")
    return tmp_path


def elements(page: str) -> list[tuple[str, dict[str, str | None], str]]:
    parser = Elements()
    parser.feed(page)
    return parser.found


def test_what_is_said_stays_in_its_script(explorer):
    data = json.dumps({"title": EVIL}).encode()
    found = elements(html.page(data, explorer, Path("story.html")))
    scripts = [(attributes, text) for tag, attributes, text in found if tag == "script"]
    assert [tag for tag, *_ in found].count("style") == 1
    assert not [tag for tag, *_ in found if tag in ("img", "b")]
    assert len(scripts) == 2
    assert scripts[0][0] == {"type": "application/json", "id": "story"}
    assert not set("<>&\u2028") & set(scripts[0][1])
    assert json.loads(scripts[0][1]) == {"title": EVIL}


def test_only_the_explorer_may_run(explorer):
    found = elements(html.page(b"{}", explorer, Path("story.html")))
    policy = next(a["content"] for _, a, _ in found if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; ")
    for tag, name in (("script", "script-src"), ("style", "style-src")):
        text = [text for other, _, text in found if other == tag][-1]
        (digest,) = re.findall(rf"{name} 'sha256-([^']+)'", policy)
        assert b64decode(digest) == sha256(text.encode()).digest()


def test_nothing_is_loaded_from_elsewhere(explorer):
    for _, attributes, _ in elements(html.page(b"{}", explorer, Path("story.html"))):
        assert not {"src", "href"} & set(attributes)


def test_hostile_labels_are_kept(graph, explorer):
    page = html.page(story.encoded(graph), explorer, Path("story.html"))
    data = next(text for tag, a, text in elements(page) if a.get("id") == "story")
    assert HOSTILE in {party["label"] for party in json.loads(data)["parties"]}


def test_without_the_explorer_it_is_said_what_to_do(tmp_path):
    with pytest.raises(OutputError, match=r"story\.html: .* run `make ui`"):
        html.page(b"{}", tmp_path, Path("story.html"))
