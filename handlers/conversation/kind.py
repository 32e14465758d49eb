"""What every kind of answer has: how it is read, loaded, offered and shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, TypeAlias, TypeVar

from handlers.conversation.given import (
    Given,
    SentDocument,
    SentOther,
    SentPhoto,
    SentVoice,
    SharedContact,
    SharedPlace,
    Tapped,
)
from handlers.conversation.moves import Add, Edit, Remove
from handlers.conversation.screen import Keyboard, Style
from handlers.words.catalogue import Say

if TYPE_CHECKING:
    from handlers.conversation.question import Question

T_co = TypeVar("T_co", covariant=True)
Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None


class _Open(Enum):
    OPEN = "open"


class _Missing(Enum):
    MISSING = "missing"


OPEN = _Open.OPEN
MISSING = _Missing.MISSING
Open: TypeAlias = Literal[_Open.OPEN]
Missing: TypeAlias = Literal[_Missing.MISSING]


@dataclass(frozen=True, slots=True)
class Rejected:
    """An answer we cannot take: the words `rejected-<code>`, with what they need."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)


def reject(code: str, /, **params: object) -> Rejected:
    return Rejected(code, params)


@dataclass(frozen=True, slots=True)
class Option:
    """A button to answer with.

    Its label is `key` (a key of the catalogue; ".name" is an attribute of the question's own),
    or `text`, which is data: a name, a number, a day, or what makes it from a Say.
    Words typed never mean one that is `tap_only`.
    """

    code: str
    key: str | None = None
    text: object = None
    params: Mapping[str, object] = field(default_factory=dict)
    style: Style | None = None
    mark: str = ""
    wide: bool = False
    tap_only: bool = False


@dataclass(frozen=True, slots=True)
class DeferredWork:
    """Something that a question wants done after the commit; the same key is done once."""

    kind: str
    key: str
    details: Mapping[str, Any]


class UnnamedFact(LookupError):
    """A question looked at a fact that its `needs` do not name."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a question may look at: the facts loaded, and the answers and questions so far.

    `named` are the facts that its `needs` name: another raises UnnamedFact. None names all.
    """

    known: Mapping[str, Any]
    so_far: SimpleNamespace
    trail: Sequence["Question"] = ()
    lang: str = "fr"
    named: frozenset[str] | None = None

    def __getitem__(self, name: str) -> Any:
        self._check(name)
        return self.known[name]

    def get(self, name: str) -> Any:
        self._check(name)
        return self.known.get(name)

    def of(self, question: "Question") -> "Facts":
        """Return the facts as another question sees them."""
        return replace(self, so_far=question.so_far, named=question.needs)

    def _check(self, name: str) -> None:
        if self.named is not None and name not in self.named:
            raise UnnamedFact(name)


When: TypeAlias = Callable[[Any], bool]
ReadResult: TypeAlias = Json | Rejected | Edit | Remove | Add

_NAMES: Mapping[type, str] = {
    SharedContact: "contact",
    SharedPlace: "place",
    SentPhoto: "photo",
    SentDocument: "document",
    SentVoice: "voice",
    Tapped: "button",
}


class Kind(Generic[T_co]):
    """A kind of answer: from what was sent to JSON, and from JSON to a value."""

    expects: ClassVar[str] = "button"
    free_text: ClassVar[bool] = False
    reopens: ClassVar[bool] = False  # a complete answer that is given more is asked once more
    confirms: ClassVar[bool] = False
    keyboard: ClassVar[Keyboard | None] = None
    needs: tuple[str, ...] = ()
    columns: int | None = None

    def read(self, given: Given, before: Json, facts: Facts) -> ReadResult:
        """Turn what was sent into an answer; `before` is what was begun."""
        raise NotImplementedError

    def load(self, raw: Json) -> T_co | Rejected | Open:
        """Turn a stored answer into its value; OPEN where it is begun and not complete."""
        raise NotImplementedError

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        return ()

    def lines(self, before: Json, facts: Facts, say: Say) -> Sequence[str]:
        """Say in HTML what stands below the question."""
        return ()

    def lines_again(self, before: Json, facts: Facts, say: Say) -> Sequence[str]:
        """Say in HTML what stands below the question where what was sent is no answer to it."""
        return self.lines(before, facts, say)

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        """Write an answer as the person knows it; plain text."""
        return str(raw)

    def rows(self, raw: Json, facts: Facts, say: Say) -> Sequence[str]:
        """Write the parts of an answer that is a list, each for a row of the summary; plain."""
        return ()

    def legend(self, raw: Json, facts: Facts, say: Say) -> str:
        """Explain the signs in the rows; plain, empty where there are none."""
        return ""

    def still(self, raw: Json, facts: Facts) -> Rejected | None:
        """Tell whether an answer given earlier can no longer stand."""
        return None

    def reopen(self, raw: Json) -> Json:
        """Begin from an answer given before; None to begin from nothing."""
        return None

    def joins(self, given: Given, raw: Json) -> Json | Rejected:
        """Add a late part to a complete answer; None where it does not belong."""
        return None

    def keeps(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        """Keep what was sent at another question; None where it does not belong here."""
        return None

    def without(self, raw: Json, unique_id: str) -> Json:
        """Leave a file out of an answer, begun or complete; None where it is not in it."""
        return None

    def deferred_work(self, before: Json) -> Sequence[DeferredWork]:
        """List what is to be done after the commit for what is begun."""
        return ()

    def work_refused(self, rejected: Rejected) -> Sequence[DeferredWork]:
        """List what is to be done after the commit for an answer that was not taken."""
        return ()

    def attributes(self) -> Sequence[str]:
        """List the attributes that the question's words must have."""
        return ()

    def unexpected(self, given: Given) -> Rejected:
        got = given.what if isinstance(given, SentOther) else _NAMES.get(type(given), "text")
        return reject(f"expected-{self.expects}", got=got)
