"""Clients who fill in requests from what they see, one after the other, until told to stop."""

import asyncio
import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from sandbox.pictures import small_picture
from sandbox.sandbox import Sandbox
from sandbox.world import Message, User
from tests.torture.meant import Act, Meant, identity, request
from tests.torture.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Pace:
    """How people answer: `again` where each copy of a question is answered as well."""

    quick: float = 0.15  # seconds of thinking, on average
    pause: float = 2.5  # seconds at most, once in a while
    often: float = 0.08  # how often a pause
    again: bool = False
    same: bool = False  # equal answers to different questions

    def think(self, chance: random.Random) -> float:
        if chance.random() < self.often:
            return chance.uniform(0.2, self.pause)
        return min(chance.expovariate(1 / self.quick), self.pause)


CAREFUL = Pace()
FAST = Pace(quick=0.005, often=0.4, pause=8.0, again=True)


@dataclass(frozen=True, slots=True)
class Shown:
    """A message that came or got other words."""

    message_id: int
    text: str
    codes: tuple[str, ...]


@dataclass
class Notes:
    """What is to be counted about one person's way."""

    acts: int = 0
    copies: int = 0  # questions shown once more
    refused: list[str] = field(default_factory=list)


class Client:
    """One scripted person: reads, thinks, answers."""

    def __init__(
        self,
        sandbox: Sandbox,
        number: int,
        *,
        seed: int,
        today: date,
        phrases: Phrases,
        pace: Pace,
        newcomer: bool,
    ) -> None:
        self._acts, self._world = sandbox.acts, sandbox.core.world
        self.user: User = sandbox.person(f"p{number:02d}", first_name=f"P{number:02d}").user
        self.number, self.newcomer, self.identity = number, newcomer, identity(number)
        self._chance = random.Random(f"{seed}-{number}")
        self._today, self._phrases, self._pace = today, phrases, pace
        self.screen: dict[int, str] = {}
        self._inbox: asyncio.Queue[Shown] = asyncio.Queue()
        self._given: dict[tuple[str, ...], Act] = {}
        self._words: dict[tuple[str, ...], str] = {}
        self._photos = 0
        self._numbers: set[str] = set()
        self.requests: list[Meant] = []
        self.notes = Notes()
        self.stopping = False
        self.idle = asyncio.Event()

    def hears(self, message: Message) -> None:
        """A message of the bot came or changed; one that only lost its buttons says nothing new."""
        before = self.screen.get(message.message_id)
        self.screen[message.message_id] = message.text
        if before != message.text:
            codes = [b.get("callback_data", "") for row in message.inline or [] for b in row]
            self._inbox.put_nowait(Shown(message.message_id, message.text, tuple(codes)))

    async def play(self) -> None:
        """Talk until cancelled."""
        await asyncio.sleep(self._chance.uniform(0, 1))
        self._begin()
        while True:
            shown = await self._inbox.get()
            if (act := self._react(shown)) is not None:
                await asyncio.sleep(self._pace.think(self._chance))
                self._do(act, shown)

    def _begin(self) -> None:
        if self.stopping and self.requests:
            self.idle.set()
            return
        if not self.newcomer or self.requests:
            self._open()
        self._say("/start" if self.newcomer and len(self.requests) == 0 else "/new")

    def _open(self) -> None:
        count, same = len(self.requests), self._pace.same
        meant = request(self.number, count, self._chance, self._today, same=same)
        self.requests.append(meant)
        self._photos = 0

    def _react(self, shown: Shown) -> Act | None:
        question = self._phrases.question(shown.text)
        if question is None:
            return self._aside(shown)
        if question == "request-activities" and not self.requests:
            self._open()
        step = _step(question, shown)
        if question == "request-lines":  # one question with many screens
            step = (*step[:-1], step[-1] + self._phrases.below(question, shown.text))
        known = self._given.get(step)
        if known is None:
            act = self._decide(question, step[-1], shown)
            if act is not None:
                self._given[step], self._words[step] = act, shown.text
            return act
        return known if self._answers_again(step, shown) else None

    def _answers_again(self, step: tuple[str, ...], shown: Shown) -> bool:
        if self._phrases.says_repeated(shown.text):
            return True
        if shown.text != self._words[step]:
            self.notes.refused.append(f"{step}: {shown.text[:160]!r}")
            return True
        self.notes.copies += 1
        return self._pace.again

    def _aside(self, shown: Shown) -> Act | None:
        language = next((code for code in shown.codes if code.startswith("a:lang:")), None)
        if language and not self.requests:
            return Act("presses", next(c for c in shown.codes if c.endswith(":fr")))
        done = self.requests and self.requests[-1].sent and self._phrases.says_sent(shown.text)
        if done and not self.idle.is_set():
            number = next(word for word in shown.text.split() if word.startswith("DEM-"))
            if number not in self._numbers:
                self._numbers.add(number)
                self._begin()
        return None

    def _decide(self, question: str, stage: str, shown: Shown) -> Act | None:
        registering: dict[str, Act] = {
            "registration-notice": Act("taps", "read"),
            "registration-siret": Act("says", self.identity.siret),
            "registration-company": Act("says", self.identity.company),
            "registration-name": Act("says", self.identity.name),
            "registration-phone": Act("shares"),
        }
        if question in registering:
            return registering[question]
        meant = self.requests[-1]
        if question == "request-lines":
            return self._line(meant, shown)
        if stage == "received":
            whole = self._photos and self._phrases.received(self._photos, shown.text)
            return Act("taps", "done") if whole else None
        return meant.acts[question]

    def _line(self, meant: Meant, shown: Shown) -> Act:
        """Say a word, tap the first thing it may mean, then how many and in what condition."""
        codes = [_code(code) for code in shown.codes]
        hit = next((code for code in codes if code.startswith("w.")), None)
        if hit is not None:
            meant.items[meant.begun - 1] = hit.split(".")[2]
            return Act("taps", hit)
        if meant.begun and any(code.startswith("q.") for code in codes):
            return Act("says", meant.lines[meant.begun - 1].quantity)
        grade = next((code for code in codes if code.startswith("k.")), None)
        if grade is not None and meant.begun:
            line, (quantity, condition) = meant.lines[meant.begun - 1], _opened(shown.text)
            if quantity != line.quantity:
                return Act("says", line.quantity)
            if condition != line.condition:
                return Act("taps", grade[:-1] + line.condition)
        if meant.begun == len(meant.lines):
            return Act("taps", "done")
        meant.begun += 1
        return Act("says", meant.lines[meant.begun - 1].word)

    def _do(self, act: Act, shown: Shown) -> None:
        chat = self._acts.private_chat(self.user)
        match act.what:
            case "says":
                self._say(act.value)
            case "taps":
                self._tap(shown.message_id, lambda data: _code(data) == act.value)
                if act.value == "send":
                    self.requests[-1].sent = True
            case "presses":
                self._tap(shown.message_id, lambda data: data == act.value)
            case "shares":
                self._acts.contact(self.user, chat, self.user)
            case "sends":
                meant = self.requests[-1]
                pictures = [small_picture(n) for n in range(meant.photos)]
                self._acts.photos(self.user, chat, pictures, [""] * len(pictures))
                self._photos += len(pictures)
        self.notes.acts += 1

    def _say(self, text: str) -> None:
        self._acts.text(self.user, self._acts.private_chat(self.user), text)

    def _tap(self, message_id: int, fits: Callable[[str], bool]) -> None:
        """Tap the button, if it is still there."""
        message = self._world.messages[self.user.id][message_id]
        for row in message.inline or []:
            for button in row:
                if fits(button.get("callback_data", "")):
                    self._acts.tap(self.user, message, button["callback_data"])
                    return


def _code(data: str) -> str:
    """Tell what a form's button stands for, less session and turn."""
    return data.split(":", 3)[-1] if data.startswith("f:") else ""


def _opened(text: str) -> tuple[str, str]:
    """Read quantity and condition of the line whose card is open: the last one told."""
    *_, last = re.finditer(r"(\d+) × [^\n]*\((\w)", text)
    return last[1], last[2]


def _step(question: str, shown: Shown) -> tuple[str, ...]:
    """Name the moment of a conversation that a message belongs to: session, turn, stage."""
    form = next((code for code in shown.codes if code.startswith("f:")), "f:-:-:")
    session, turn = form.split(":")[1:3]
    stage = next((one for code in shown.codes if (one := _code(code)).startswith(("w.", "q."))), "")
    if any(_code(code) == "clear" for code in shown.codes):
        stage = "received"
    return question, session, turn, stage


def summed(clients: list[Client]) -> Counter[str]:
    """Add up what the clients noted."""
    counts: Counter[str] = Counter()
    for client in clients:
        counts["acts"] += client.notes.acts
        counts["copies"] += client.notes.copies
        counts["refused"] += len(client.notes.refused)
    return counts
