"""What was said, as plain JSON: what nobody said is not written."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, TypeVar

T = TypeVar("T")


def plainly(value: Any) -> dict[str, Any]:
    """Write what a frozen value holds, less its Nones."""
    told = {field.name: getattr(value, field.name) for field in fields(value)}
    return {name: _plain(one) for name, one in told.items() if one is not None}


def read_plainly(
    of: type[T], readers: Mapping[str, Callable[[Any], Any]], plain: Mapping[str, Any] | None
) -> T:
    """Read what `plainly` wrote; a name that nobody knows any more is passed over."""
    known = {field.name for field in fields(of)}  # type: ignore[arg-type]
    told = {name: one for name, one in (plain or {}).items() if name in known}
    return of(**{name: readers.get(name, _same)(one) for name, one in told.items()})


def _plain(one: Any) -> Any:
    if isinstance(one, tuple):
        return [_plain(part) for part in one]
    return one if isinstance(one, bool | int) else str(one)


def _same(one: Any) -> Any:
    return one
