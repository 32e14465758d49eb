"""People who answer as soon as the bot's reply to them is there."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from time import monotonic
from typing import Any

from bench.plan import FIRST_PERSON
from bench.script import FIRST, Step

Json = Mapping[str, Any]
STUCK_SECONDS = 5.0


@dataclass(slots=True)
class BenchPerson:
    """Where one person stands; `since` is when their open update became available."""

    id: int
    step: int = 0
    since: float | None = None
    done: int = 0
    screen: Json = field(default_factory=dict)


@dataclass(slots=True)
class Tally:
    """What happened between two marks."""

    waits: list[float] = field(default_factory=list)  # seconds from an update to its reply
    conversations: int = 0
    screens: int = 0


class Crowd:
    """Plays all people by one script; `send` takes what they say as the body of an update."""

    def __init__(
        self,
        people: int,
        steps: Sequence[Step],
        send: Callable[[Json], None],
        *,
        conversations: int | None = None,
    ) -> None:
        self._steps, self._send, self._most = steps, send, conversations
        self._people = {FIRST_PERSON + n: BenchPerson(FIRST_PERSON + n) for n in range(people)}
        self._ids = count(1)
        self.tally = Tally()  # what counts now; a new one at each mark
        self.answered = 0
        self.completed = 0
        self.talking = True

    @property
    def waiting(self) -> int:
        return sum(person.since is not None for person in self._people.values())

    def everybody(self) -> list[int]:
        return list(self._people)

    def begins(self, person_id: int) -> None:
        self._acts(self._people[person_id])

    def sees(self, chat_id: int, message: Json) -> None:
        """A message appeared or changed in a chat; the awaited reply makes the person act."""
        person = self._people.get(chat_id)
        if person is None:
            return
        person.screen = message
        self.tally.screens += 1
        after = (person.step + 1) % len(self._steps)
        if person.since is None or not _shows(message, self._steps[after].sign):
            return
        self.tally.waits.append(monotonic() - person.since)
        self.answered += 1
        person.since, person.step = None, after
        if after == 0:
            person.done += 1
            self.completed += 1
            self.tally.conversations += 1
        if self.talking and (self._most is None or person.done < self._most):
            self._acts(person)

    def stuck(self, longest: float) -> list[str]:
        """Say what each who has waited far longer than `longest` seconds wants to see and sees."""
        late = monotonic() - max(STUCK_SECONDS, 2 * longest)
        return [
            f"wants {self._steps[(person.step + 1) % len(self._steps)].sign!r}, "
            f"sees {str(person.screen.get('text'))[:200]!r}"
            for person in self._people.values()
            if person.since is not None and person.since < late
        ]

    def _acts(self, person: BenchPerson) -> None:
        step = self._steps[person.step]
        person.since = monotonic()
        who = {"id": person.id, "is_bot": False, "first_name": "Nour", "language_code": "fr"}
        if step.says:
            self._send({"message": self._message(person, who, step.says)})
        else:
            query = {"id": str(next(self._ids)), "from": who, "message": person.screen}
            data = _data(person.screen, step)
            self._send({"callback_query": query | {"chat_instance": "1", "data": data}})

    def _message(self, person: BenchPerson, who: Json, text: str) -> Json:
        message = {
            "message_id": 1_000_000_000 + next(self._ids),
            "from": who,
            "chat": {"id": person.id, "type": "private", "first_name": "Nour"},
            "date": 1_800_000_000,
            "text": text,
        }
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text)}]
        return message


def _shows(message: Json, sign: str) -> bool:
    return any(data.endswith(sign) for data in _buttons(message))


def _data(message: Json, step: Step) -> str:
    buttons = _buttons(message)
    if step.taps == FIRST:
        return buttons[0]
    return next(data for data in buttons if data.endswith(step.sign))


def _buttons(message: Json) -> list[str]:
    markup = message.get("reply_markup") or {}
    rows = markup.get("inline_keyboard", ())
    return [button.get("callback_data", "") for row in rows for button in row]
