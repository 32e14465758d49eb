"""How a conversation is declared: a frozen dataclass whose fields, in order, are the questions."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from itertools import takewhile
from typing import Any, TypeAlias, TypeVar, cast, dataclass_transform

from handlers.conversation.kind import MISSING, Json, Kind, Missing, When

T = TypeVar("T")
Answers: TypeAlias = Mapping[str, Json]
Upgrades: TypeAlias = Mapping[int, Callable[[dict[str, Json]], Mapping[str, Json]]]

ITEM = len(".39.")
LONGEST_PATH = 32  # a path travels in the data of a button, beside session, turn and verb
_NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Ask:
    """One question of a form."""

    name: str
    kind: Kind[Any]
    when: When | None
    needs: frozenset[str]
    optional: bool
    usual: Json | Missing = MISSING
    unless: When | None = None
    unasked: bool = False


@dataclass(frozen=True, slots=True)
class Each:
    """A part of a form that repeats."""

    name: str
    form: "Form"
    when: When | None
    at_least: int
    at_most: int


@dataclass(frozen=True, slots=True)
class Form:
    """What `form` wrote on a class: its questions in order, and how old answers become new."""

    name: str
    version: int
    build: type
    steps: tuple[Ask | Each, ...]
    upgrades: Upgrades

    @property
    def longest_path(self) -> int:
        return max(
            len(step.name) + (ITEM + step.form.longest_path if isinstance(step, Each) else 0)
            for step in self.steps
        )


def ask(
    kind: Kind[T],
    *,
    when: When | None = None,
    needs: str | Sequence[str] = (),
    optional: bool = False,
    usual: Json | Missing = MISSING,
    unless: When | None = None,
    unasked: bool = False,
) -> T:
    """Declare a question; `when` decides from the answers so far whether it applies.

    `usual` is the answer that one tap gives to it and to the questions after it that have one
    too; the words `.usual` of the first say so on a button, `.means` what it answers. It is not
    offered where the answers so far say otherwise (`unless`).

    A question that does not apply, and one that is skipped (`optional`), gives None.
    `needs` names the facts that must be loaded to ask it. One that is `unasked` is answered by
    what is sent at another question, and shown only then.
    """
    names = frozenset([needs] if isinstance(needs, str) else needs) | set(kind.needs)
    step = Ask("", kind, when, names, optional, usual, unless, unasked)
    return field(metadata={"step": step})  # type: ignore[no-any-return]


def each(
    form: type[T], *, at_least: int = 1, at_most: int = 40, when: When | None = None
) -> tuple[T, ...]:
    """Declare a part that repeats; its first question carries "that's all" from `at_least` on."""
    step = Each("", form_of(form), when, at_least, at_most)
    return field(metadata={"step": step})  # type: ignore[no-any-return]


@dataclass_transform(frozen_default=True, field_specifiers=(ask, each))
def form(
    name: str, *, version: int = 1, upgrades: Upgrades | None = None
) -> Callable[[type[T]], type[T]]:
    """Make a class a form; `upgrades` turns the answers of a version into those of the next."""

    def declare(plain: type[T]) -> type[T]:
        built = dataclass(frozen=True, slots=True)(plain)
        steps = tuple(_step(field.name, field.metadata) for field in fields(built))  # type: ignore[arg-type]
        declared = Form(name, version, built, steps, upgrades or {})
        _check(declared)
        built.__form__ = declared  # type: ignore[attr-defined]
        return built

    return declare


def form_of(form: type) -> Form:
    """Return what `form` wrote on a class; TypeError where it is no form."""
    found = getattr(form, "__form__", None)
    if not isinstance(found, Form):
        raise TypeError(f"{form.__name__} is not a form")
    return found


def usual_from(form: type, name: str) -> dict[str, Json]:
    """Return the usual answers of a question and of those after it, up to one that has none.

    A question that applies only now and then is passed over: its answer is never guessed.
    """
    steps = form_of(form).steps
    at = next((n for n, one in enumerate(steps) if one.name == name), len(steps))
    asks = takewhile(lambda one: isinstance(one, Ask), steps[at:])
    run = takewhile(lambda ask: ask.when or ask.usual is not MISSING, cast("Iterator[Ask]", asks))
    return {ask.name: ask.usual for ask in run if ask.usual is not MISSING}


def registry(*forms: type) -> dict[str, type]:
    """Index forms by name, as stored conversations name them."""
    return {form_of(form).name: form for form in forms}


def _step(name: str, metadata: Mapping[str, Any]) -> Ask | Each:
    if not _NAME.fullmatch(name):
        raise TypeError(f"{name}: a question has a name in small ASCII letters")
    match metadata.get("step"):
        case Ask() as step:
            return replace(step, name=name)
        case Each(_, inner, when, at_least, at_most):
            return Each(name, inner, when, at_least, at_most)
    raise TypeError(f"{name}: every field of a form is declared with ask or each")


def _check(form: Form) -> None:
    name, steps = form.name, form.steps
    if not steps:
        raise TypeError(f"{name}: a form asks something")
    if form.longest_path > LONGEST_PATH:
        raise TypeError(f"{name}: a path would be longer than a button can carry")
    for step in steps:
        if isinstance(step, Each) and not _opens_plainly(step.form):
            raise TypeError(f"{name}.{step.name}: the first question of a group always applies")


def _opens_plainly(inner: Form) -> bool:
    first = inner.steps[0]
    return isinstance(first, Ask) and first.when is None and not first.optional
