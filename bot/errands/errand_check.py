"""Every errand that a feature hands over is done by somebody, and nothing else is."""

from collections.abc import Collection

from handlers.routing.features import ERRANDS


class ErrandsDiffer(Exception):
    """What features hand over and what is done here are not the same."""


def check_errands(done: Collection[str]) -> None:
    """Compare the kinds that have a handler with those declared. Raises ErrandsDiffer."""
    undone, undeclared = sorted(ERRANDS.keys() - done), sorted({*done} - ERRANDS.keys())
    if undone or undeclared:
        raise ErrandsDiffer(f"nobody does: {undone}; no feature declares: {undeclared}")
