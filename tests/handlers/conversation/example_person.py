"""A person who fills the example form."""

from collections.abc import Mapping, Sequence
from typing import Any

from handlers.conversation.engine import (
    Answer,
    Asked,
    Move,
    Outcome,
    Question,
    Session,
    advance,
    begin,
    position,
)
from handlers.conversation.given import Given, SentPhoto, SharedContact, Tapped, Typed
from handlers.conversation.render import render
from handlers.conversation.screen import Screen
from tests.handlers.conversation.example import FACTS, Visit
from tests.handlers.conversation.example_words import say

SID = 7


def photo(name: str, *, album: str | None = None, size: int = 90_000) -> SentPhoto:
    return SentPhoto(f"file-{name}", f"unique-{name}", size, "", album)


# A way through the form, question by question; groups by their keys.
GOOD: Mapping[str, tuple[Given, ...]] = {
    "visit-name": (Typed("Claire Dubois"),),
    "visit-phone": (SharedContact("33639980001", "Claire"),),
    "visit-siret": (Typed("732 829 320 00074"),),
    "visit-postcode": (Typed("93200"),),
    "visit-access": (Tapped("lift"),),
    "visit-floor": (Typed("3"),),
    "visit-tools": (Tapped("+saw"), Tapped("done")),
    "visit-van": (Tapped("van-1"),),
    "visit-lines-item": (Tapped("i.C-1"),),
    "visit-lines-quantity": (Typed("12"),),
    "visit-lines-state": (Tapped("broken"),),
    "visit-lines-fits": (Tapped("yes"),),
    "visit-lines-parts-name": (Typed("pied"),),
    "visit-lines-parts-weight": (Typed("1,5 kg"),),
    "visit-photos": (photo("a"), Tapped("done")),
    "visit-papers": (Tapped("done"),),
    "visit-place": (Tapped("skip"),),
    "visit-earliest": (Typed("30/11/2026"),),
    "visit-deadline": (Typed("07/12/2026"),),
    "visit-start": (Typed("8h30"),),
    "visit-agreed": (Tapped("yes"),),
    "visit-note": (Tapped("skip"),),
    "visit-reviewed": (Tapped("send"),),
}


class ExamplePerson:
    """A person in the middle of the form."""

    def __init__(self, session: Session | None = None, lang: str = "fr") -> None:
        self.session = session or begin(Visit)
        self.say = say(lang)
        self.facts: dict[str, Any] = dict(FACTS)
        stands = position(self.session)
        self.outcome: Outcome = Asked(stands) if isinstance(stands, Question) else stands

    def moves(self, move: Move) -> Outcome:
        self.session, self.outcome = advance(self.session, move, self.facts, self.say)
        return self.outcome

    def gives(self, given: Given) -> Outcome:
        turn = self.session.turn if isinstance(given, Tapped) else None
        return self.moves(Answer(given, turn=turn))

    def says(self, text: str) -> Outcome:
        return self.gives(Typed(text))

    def taps(self, code: str) -> Outcome:
        return self.gives(Tapped(code))

    def until(self, path: str, *, lines: int = 1, parts: int = 0) -> "ExamplePerson":
        """Answer well until that question stands."""
        while (question := at(self.session)).path != path:
            for given in self._answer(question, lines, parts):
                self.gives(given)
        return self

    def with_photos(self, *names: str) -> "ExamplePerson":
        for name in names:
            self.gives(photo(name))
        return self

    def with_lines(self, *items: str) -> "ExamplePerson":
        for item in items:
            for given in (f"i.{item}", "1", "good", "yes"):
                self.taps(given)
        return self

    def finishes(self) -> Visit:
        while isinstance(question := position(self.session), Question):
            for given in self._answer(question, 1, 0):
                self.gives(given)
        value = question.value
        assert isinstance(value, Visit)
        return value

    def _answer(self, question: Question, lines: int, parts: int) -> Sequence[Given]:
        wanted = parts if "parts" in question.path else lines
        if question.ends and question.number > wanted:
            return (Tapped("enough"),)
        return GOOD[question.key]

    def raw(self, path: str) -> Any:
        """Return an answer as it is stored; fails where there is none."""
        return self.session.answers[path]

    @property
    def draft(self) -> Any:
        return at(self.session).draft

    @property
    def path(self) -> str:
        return at(self.session).path

    @property
    def screen(self) -> Screen:
        return render(self.session, self.outcome, self.say, SID, self.facts)

    @property
    def buttons(self) -> list[str]:
        return [button.text for row in self.screen.rows for button in row]


def at(session: Session) -> Question:
    question = position(session)
    assert isinstance(question, Question)
    return question
