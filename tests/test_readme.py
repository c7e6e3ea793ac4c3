"""README says what the program prints; `python bench/readme.py` writes it anew."""

import re
import sys
from pathlib import Path

import pytest

import kg

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_commands_print_what_readme_shows(built: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    import readme

    assert readme.filled(README, tmp_path) == README
    sys.modules.pop("readme")


def test_the_python_examples_run(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").symlink_to(built)
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    examples = re.findall(r"```python\n(.*?)```", README, re.S)
    assert len(examples) == 2
    for example in examples:
        exec(compile(example, "README.md", "exec"), {})
        assert len(capsys.readouterr().out.splitlines()) > 2


def test_the_version_is_the_packages() -> None:
    assert f'__version__ = "{kg.__version__}"' in (ROOT / "kg" / "__init__.py").read_text()
