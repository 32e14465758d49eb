"""One of several, several of several, yes or no."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from typing import Any, TypeVar, overload

from handlers.conversation.codes import DONE
from handlers.conversation.given import Given, Tapped
from handlers.conversation.kind import (
    OPEN,
    Facts,
    Json,
    Kind,
    Open,
    Option,
    Rejected,
    reject,
)
from handlers.conversation.screen import Style
from handlers.words.catalogue import Say

T_co = TypeVar("T_co", covariant=True)
E = TypeVar("E", bound=Enum)
YES, NO = "yes", "no"
CHECKED, UNCHECKED = "☑", "☐"
ADDS, DROPS = "+", "-"


def code_of(member: Enum) -> str:
    """Name a member of an enum on a button: its value where that is a word, else its name."""
    return member.value if isinstance(member.value, str) else member.name.lower()


def said(say: Say, key: str, code: str) -> str:
    """Write an answer beside its label: in words of its own (`said_…`), or as on the button."""
    own = f"{key}.said_{code}"
    return say.plain(own if say.has(own) else f"{key}.{code}")


class _Among(Kind[T_co]):
    """What Choice and MultiChoice share: members of an enum, or options that a fact lists.

    A fact holds Options, or pairs of a code and a label. `only` narrows an enum by the answers
    so far. The words of an enum's members are attributes of the question, by code.
    """

    def __init__(
        self,
        among: type[Enum] | None,
        needs: str | None,
        columns: int | None,
        styles: Mapping[Any, Style] | None,
        only: Callable[[Any], Iterable[Any]] | None,
    ) -> None:
        if (among is None) == (needs is None):
            raise TypeError("a choice is among an enum, or among what one fact lists")
        self.fact = needs
        self.needs = (needs,) if needs else ()
        self.columns = columns
        self.only = only
        self.members = {code_of(enum): enum for enum in among} if among else {}
        self.styles = {
            code_of(enum) if isinstance(enum, Enum) else enum: style
            for enum, style in (styles or {}).items()
        }

    def offers(self, facts: Facts) -> Sequence[Option]:
        """List what can be chosen now."""
        if self.fact is not None:
            found = (_option(one) for one in facts[self.fact])
            return [option for option in found if option is not None]
        shown = self.members.items()
        kept = None if self.only is None else set(self.only(facts.so_far))
        return [
            Option(code, f".{code}", style=self.styles.get(code))
            for code, member in shown
            if kept is None or member in kept
        ]

    def member(self, raw: Json) -> Any:
        """Turn a code into a value; Rejected where an enum has no such member."""
        if not isinstance(raw, str):
            return reject("not-offered")
        return raw if self.fact is not None else self.members.get(raw, reject("not-offered"))

    def word(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        if self.fact is None:
            return said(say, key, str(raw))
        offers = (_option(one) for one in facts.get(self.fact) or ())
        return next((str(offer.text) for offer in offers if offer.code == raw), str(raw))

    def gone(self, raw: Json, facts: Facts) -> Rejected | None:
        offered = {offer.code for offer in self.offers(facts)}
        return None if raw in offered else reject("not-offered")

    def attributes(self) -> Sequence[str]:
        return tuple(self.members)


class Choice(_Among[T_co]):
    """One of several, in one tap."""

    @overload
    def __init__(
        self: "Choice[E]",
        among: type[E],
        *,
        columns: int | None = None,
        styles: Mapping[E, Style] | None = None,
        only: Callable[[Any], Iterable[E]] | None = None,
    ) -> None: ...

    @overload
    def __init__(
        self: "Choice[str]",
        *,
        needs: str,
        columns: int | None = None,
        styles: Mapping[str, Style] | None = None,
    ) -> None: ...

    def __init__(
        self,
        among: Any = None,
        *,
        needs: str | None = None,
        columns: int | None = None,
        styles: Any = None,
        only: Any = None,
    ) -> None:
        super().__init__(among, needs, columns, styles, only)

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        if not isinstance(given, Tapped):
            return self.unexpected(given)
        return self.gone(given.code, facts) or given.code

    def load(self, raw: Json) -> T_co | Rejected:
        return self.member(raw)  # type: ignore[no-any-return]

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        return self.offers(facts)

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        return self.word(raw, key, facts, say)

    def still(self, raw: Json, facts: Facts) -> Rejected | None:
        return self.gone(raw, facts)


class MultiChoice(_Among[tuple[T_co, ...]]):
    """Several of several: each tap ticks or unticks, "done" ends; in the order of the options."""

    @overload
    def __init__(
        self: "MultiChoice[E]",
        among: type[E],
        *,
        at_least: int = 1,
        columns: int | None = None,
        only: Callable[[Any], Iterable[E]] | None = None,
    ) -> None: ...

    @overload
    def __init__(
        self: "MultiChoice[str]", *, needs: str, at_least: int = 1, columns: int | None = None
    ) -> None: ...

    def __init__(
        self,
        among: Any = None,
        *,
        needs: str | None = None,
        at_least: int = 1,
        columns: int | None = None,
        only: Any = None,
    ) -> None:
        super().__init__(among, needs, columns, None, only)
        self.at_least = at_least

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        if not isinstance(given, Tapped):
            return self.unexpected(given)
        ticked = _ticked(before)
        if given.code == DONE:
            if len(ticked) < self.at_least:
                return reject("choose-more", least=self.at_least)
            return [*ticked]
        sign, code = given.code[:1], given.code[1:]
        offered = [offer.code for offer in self.offers(facts)]
        if sign not in {ADDS, DROPS} or code not in offered:
            return reject("not-offered")
        wanted = {*ticked, code} if sign == ADDS else {*ticked} - {code}
        return {"open": [one for one in offered if one in wanted]}

    def load(self, raw: Json) -> tuple[T_co, ...] | Rejected | Open:
        if isinstance(raw, dict):
            return OPEN if isinstance(raw.get("open"), list) else reject("not-offered")
        if not isinstance(raw, list) or len(raw) < self.at_least:
            return reject("choose-more", least=self.at_least)
        members = [self.member(one) for one in raw]
        return next((member for member in members if isinstance(member, Rejected)), tuple(members))

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        ticked = _ticked(before)
        rows = [
            Option(
                (DROPS if offer.code in ticked else ADDS) + offer.code,
                offer.key,
                offer.text,
                offer.params,
                mark=CHECKED if offer.code in ticked else UNCHECKED,
            )
            for offer in self.offers(facts)
        ]
        if len(ticked) >= self.at_least:
            rows.append(Option(DONE, "nav-done", style="success", wide=True))
        return rows

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        chosen = raw if isinstance(raw, list) else []
        return ", ".join(self.word(one, key, facts, say) for one in chosen) or say.plain(
            "shown-none"
        )

    def still(self, raw: Json, facts: Facts) -> Rejected | None:
        chosen = raw if isinstance(raw, list) else []
        return next((gone for one in chosen if (gone := self.gone(one, facts))), None)

    def reopen(self, raw: Json) -> Json:
        return {"open": raw}


class Confirm(Kind[bool]):
    """Yes or no, green and red; `own_words` where the question's attributes say what they mean."""

    columns = 2

    def __init__(self, *, own_words: bool = False) -> None:
        self.own_words = own_words

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        if not isinstance(given, Tapped):
            return self.unexpected(given)
        return given.code == YES if given.code in {YES, NO} else reject("not-offered")

    def load(self, raw: Json) -> bool | Rejected:
        return raw if isinstance(raw, bool) else reject("not-offered")

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        return [
            Option(YES, self._key(YES), style="success"),
            Option(NO, self._key(NO), style="danger"),
        ]

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        code = YES if raw else NO
        has_own = self.own_words or say.has(f"{key}.said_{code}")
        return said(say, key, code) if has_own else say.plain(code)

    def attributes(self) -> Sequence[str]:
        return (YES, NO) if self.own_words else ()

    def _key(self, code: str) -> str:
        return f".{code}" if self.own_words else f"answer-{code}"


def _option(option: Any) -> Option:
    return option if isinstance(option, Option) else Option(str(option[0]), text=option[1])


def _ticked(before: Json) -> list[str]:
    ticked = before.get("open") if isinstance(before, dict) else None
    return [one for one in ticked if isinstance(one, str)] if isinstance(ticked, list) else []
