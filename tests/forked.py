"""Processes of kg to be killed or limited: copies of this one, which need not load the tables and the model again."""

import os
import sys
from multiprocessing import get_context
from multiprocessing.context import ForkProcess
from pathlib import Path

import pytest

from kg.commands import main

FORKS = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
"""For tests that start such processes: from 3.12 on Python warns of the threads that a copy has not."""


def start(*arguments: object, stderr: Path, limit: int | None = None) -> ForkProcess:
    """kg with these arguments; its files may have `limit` bytes each, what it prints is lost but for its errors."""
    process = get_context("fork").Process(target=_run, args=([str(a) for a in arguments], stderr, limit))
    process.start()
    return process


def _run(arguments: list[str], stderr: Path, limit: int | None) -> None:
    with stderr.open("w", encoding="utf-8") as errors, Path(os.devnull).open("w", encoding="utf-8") as nothing:
        sys.stdout, sys.stderr = nothing, errors
        if limit:
            import resource

            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        main(arguments)
