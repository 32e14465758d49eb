"""Frozen dataclasses as plain JSON and back, by the types of their fields."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Decoder = Callable[[Any], Any]


class BadJson(ValueError):
    """Stored JSON does not hold what a dataclass needs."""


def to_json(value: Any, *, omit_none: bool = False) -> dict[str, Any]:
    """Write a dataclass; decimals in full, as strings. `omit_none` leaves out what is None."""
    written = {field.name: _encode(getattr(value, field.name)) for field in fields(value)}
    return {name: each for name, each in written.items() if not (omit_none and each is None)}


def from_json(of: type[T], plain: Mapping[str, Any] | None) -> T:
    """Read what `to_json` wrote; unknown names are passed over. Raises BadJson."""
    decoders = _field_decoders(cast("Hashable", of))
    try:
        values = {
            name: decoders[name](raw) for name, raw in (plain or {}).items() if name in decoders
        }
        return of(**values)
    except (ArithmeticError, KeyError, TypeError, ValueError) as error:
        raise BadJson(f"{of.__name__}: {error}") from error


def _encode(value: Any) -> Any:
    if hasattr(value, "from_text"):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if is_dataclass(value):
        return to_json(value)
    if isinstance(value, Mapping):
        return {name: _encode(each) for name, each in value.items()}
    return [_encode(each) for each in value] if isinstance(value, tuple) else value


@cache
def _field_decoders(of: Any) -> Mapping[str, Decoder]:
    hints = get_type_hints(of)
    return {field.name: _decoder(hints[field.name]) for field in fields(of)}


def _decoder(hint: Any) -> Decoder:
    origin, args = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        (held,) = (_decoder(arg) for arg in args if arg is not NoneType)
        return lambda raw: None if raw is None else held(raw)
    if origin is tuple:
        each = _decoder(args[0])
        return lambda raw: tuple(map(each, raw))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        part = _decoder(args[1])
        return lambda raw: {name: part(value) for name, value in raw.items()}
    return _scalar(hint)


def _scalar(hint: type[Any]) -> Decoder:
    """Read one value; a class that is written as text reads it with its `from_text`."""
    if (read := getattr(hint, "from_text", None)) is not None:
        decoder: Decoder = read
        return decoder
    if hint in {date, time}:
        parse: Decoder = hint.fromisoformat
        return parse
    if is_dataclass(hint):
        return lambda raw: from_json(hint, raw)
    if hint is Decimal or issubclass(hint, Enum):
        return hint
    return lambda raw: _of_type(hint, raw)


def _of_type(hint: type[Any], raw: Any) -> Any:
    if type(raw) is not hint:
        raise TypeError(f"{raw!r} is no {hint.__name__}")
    return raw
