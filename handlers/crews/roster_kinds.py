"""Values of people and vehicles, asked one by one; they are read as in a roster's file."""

from abc import abstractmethod
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace

from domain.roster import is_minor
from domain.search import fold
from handlers.conversation.given import Given, SharedContact, Tapped, Typed
from handlers.conversation.kind import OPEN, Facts, Json, Kind, Open, Option, Rejected, T_co, reject
from handlers.conversation.kinds import Photos
from handlers.conversation.kinds.files import kept_files
from handlers.crews import roster_values
from handlers.views.roster_words import language_name, value_of
from handlers.words.catalogue import Say

ANOTHER = "another"
GROWN, MINOR = "grown", "minor"
LANGUAGES = ("fr", "en", "ar", "uk", "pt", "tr")  # on buttons; any other is written


@dataclass(frozen=True, slots=True)
class TeamKnown:
    """Whom the roster has beside the one that is asked about: by folded name, and by phone."""

    names: Mapping[str, str]
    phones: Mapping[str, str]


class RosterValue(Kind[T_co]):
    """A value that is written, or one of a few buttons."""

    expects = "detail"
    columns = 3

    @abstractmethod
    def parse(self, text: str, facts: Facts) -> object:
        """Read what was written: the value, or Rejected."""

    @abstractmethod
    def revive(self, raw: Json) -> T_co:
        """Make the value of what was kept. Raises ValueError, TypeError, ArithmeticError."""

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        if isinstance(given, Tapped):
            offered = {option.code for option in self.options(before, facts)}
            if given.code not in offered:
                return reject("not-offered")
        elif not isinstance(given, Typed):
            return self.unexpected(given)
        text = given.text if isinstance(given, Typed) else given.code
        found = self.parse(text, facts)
        return found if isinstance(found, Rejected) else _plain(found)

    def load(self, raw: Json) -> T_co | Rejected | Open:
        try:
            return self.revive(raw)
        except (ArithmeticError, TypeError, ValueError):
            return reject("expected-detail", got="other")

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        return value_of(say, self.load(raw))


def _plain(value: object) -> Json:
    if isinstance(value, tuple):
        return [str(one) for one in value]
    return value.isoformat() if isinstance(value, date) else str(value)


def text_of(raw: Json) -> str:
    if not isinstance(raw, str) or not raw:
        raise TypeError(raw)
    return raw


class MemberName(RosterValue[str]):
    """A name; one that somebody of the team has already is asked back."""

    free_text = True
    needs = ("team",)
    columns = 1

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        begun = _begun(before)
        if begun and isinstance(given, Tapped) and given.code == ANOTHER:
            return begun
        return super().read(given, before, facts)

    def parse(self, text: str, facts: Facts) -> object:
        return roster_values.read_name(text)

    def revive(self, raw: Json) -> str:
        return text_of(raw)

    def load(self, raw: Json) -> str | Rejected | Open:
        return OPEN if _begun(raw) else super().load(raw)

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        return [Option(ANOTHER, "roster-edit-another", wide=True)] if _begun(before) else []

    def lines(self, before: Json, facts: Facts, say: Say) -> Sequence[str]:
        begun = _begun(before)
        return [say("roster-edit-same-name", name=begun)] if begun else []


class NewName(MemberName):
    """The name of somebody who is new."""

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        found = super().read(given, before, facts)
        team: TeamKnown = facts["team"]
        if isinstance(given, Typed) and isinstance(found, str) and fold(found) in team.names:
            return {"open": found}
        return found


def _begun(before: Json) -> str | None:
    name = before.get("open") if isinstance(before, dict) else None
    return name if isinstance(name, str) and name else None


class MemberPhone(RosterValue[str]):
    """A number that nobody else of the team has."""

    needs = ("team",)

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        if isinstance(given, SharedContact):  # the phone's own card of somebody
            sign = "" if given.phone.startswith(("+", "0")) else "+"
            return super().read(Typed(f"{sign}{given.phone}"), before, facts)
        return super().read(given, before, facts)

    def parse(self, text: str, facts: Facts) -> object:
        found = roster_values.read_member_phone(text)
        team: TeamKnown = facts["team"]
        if isinstance(found, str) and found in team.phones:
            return reject("roster-taken", value=team.phones[found])
        return found

    def revive(self, raw: Json) -> str:
        return text_of(raw)

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        return value_of(say, raw, "phone")


class Grown(Kind[bool]):
    """Whether somebody is 18; of a date of birth only this is kept (§7.3)."""

    expects = "detail"
    needs = ("today",)
    columns = 2

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        if isinstance(given, Tapped):
            return self._tapped(given.code)
        if not isinstance(given, Typed):
            return self.unexpected(given)
        born = roster_values.read_day(given.text, facts["today"])
        if isinstance(born, Rejected):
            return born
        return reject("roster-minor") if is_minor(born, facts["today"]) else True

    @staticmethod
    def _tapped(code: str) -> Json | Rejected:
        if code == GROWN:
            return True
        return reject("roster-minor" if code == MINOR else "not-offered")

    def load(self, raw: Json) -> bool | Rejected:
        return True if raw is True else reject("roster-minor")

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        return [Option(GROWN, ".grown", style="success"), Option(MINOR, ".minor")]

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        return say.plain(f"{key}.grown")

    def attributes(self) -> Sequence[str]:
        return (GROWN, MINOR)


class SpokenLanguages(RosterValue[tuple[str, ...]]):
    """Languages that somebody speaks, the best first."""

    def parse(self, text: str, facts: Facts) -> object:
        return roster_values.read_languages(text)

    def revive(self, raw: Json) -> tuple[str, ...]:
        if not isinstance(raw, list):
            raise TypeError(raw)
        return tuple(map(text_of, raw))

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        return [Option(code, text=_language(code)) for code in LANGUAGES]

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        return value_of(say, self.load(raw), "languages")


def _language(code: str) -> Callable[[Say], str]:
    return lambda say: language_name(say, code)


class RosterFigure(RosterValue[Decimal]):
    """Hours of a week, m³ or kg; a few usual ones on buttons."""

    def __init__(
        self, reader: Callable[[str], Decimal | Rejected], buttons: Collection[int] = ()
    ) -> None:
        self.reader, self.buttons = reader, buttons

    def parse(self, text: str, facts: Facts) -> object:
        return self.reader(text)

    def revive(self, raw: Json) -> Decimal:
        return Decimal(text_of(raw))

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        return [Option(str(one), text=one) for one in self.buttons]


class RosterDate(RosterValue[date]):
    """A day with its year, past or to come; `begin` gives the day that it may not precede.

    One that must be `coming` is refused where it has passed.
    """

    needs = ("today",)

    def __init__(
        self,
        begin: Callable[[SimpleNamespace], date | None] | None = None,
        ahead: Collection[int] = (),
        *,
        coming: bool = False,
    ) -> None:
        self.begin, self.ahead, self.coming = begin, ahead, coming

    def parse(self, text: str, facts: Facts) -> object:
        found = roster_values.read_day(text, facts["today"])
        return found if isinstance(found, Rejected) else self._fault(found, facts) or found

    def revive(self, raw: Json) -> date:
        return date.fromisoformat(text_of(raw))

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        days = [facts["today"] + timedelta(days) for days in self.ahead]
        return [Option(day.isoformat(), text=day) for day in days]

    def still(self, raw: Json, facts: Facts) -> Rejected | None:
        return self._fault(self.revive(raw), facts)

    def _fault(self, day: date, facts: Facts) -> Rejected | None:
        if self.coming and day < facts["today"]:
            return reject("day-past", day=day)
        begin = self.begin(facts.so_far) if self.begin else None
        return reject("roster-upside-down") if begin is not None and day < begin else None


class OnePhoto(Photos):
    """A picture of a paper: the first one is the answer."""

    def __init__(self) -> None:
        super().__init__(at_least=1, at_most=1)

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        found = super().read(given, before, facts)
        kept: list[Json] = [*kept_files(found)] if isinstance(found, dict) else []
        return kept or found

    def joins(self, given: Given, raw: Json) -> Json | Rejected:
        return None
