"""What tests need besides Python: without it they are skipped, unless KG_TESTS_REQUIRE names it, as .ci/run does."""

import os

import pytest


def missing(what: str, message: str) -> None:
    """Skip what needs a thing that is not here, or fail where it has to be here."""
    if what in os.environ.get("KG_TESTS_REQUIRE", "").split():
        pytest.fail(message)
    pytest.skip(message)
