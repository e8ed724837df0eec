"""How often Python looks for garbage that refers to itself."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

NEW_OBJECTS = 20_000
"""Made, less freed, before the young are looked through. Python's own 700 has it look several times a message, and
find next to nothing: what a message leaves behind is freed as its last reference goes."""
YOUNG_LOOKS, MIDDLE_LOOKS = 20, 50
"""How many looks at one generation come before one at the next."""


@contextmanager
def undisturbed() -> Iterator[None]:
    """Make much that stays (modules, routes) without looking through all of it again and again: a third of a start."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def settle_memory() -> None:
    """Leave what the start made (modules, statements, the container) out of every later look, and look less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, YOUNG_LOOKS, MIDDLE_LOOKS)
