"""Work without Python's cycle collector, which would walk all values of a build again and again and find nothing."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for cycles while the block runs: what is made is freed by its reference count alone."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@contextmanager
def settled() -> Iterator[None]:
    """While the block runs, searches for cycles pass over what is there by now, such as the model and the tables."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def settle() -> None:
    """The same for the rest of the process, which ends with its work (a worker's)."""
    gc.freeze()
