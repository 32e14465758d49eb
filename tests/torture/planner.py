"""A coordinator who plans, publishes and changes, and a crew that answers, from what they see."""

import asyncio
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from handlers.conversation.kinds.choice import ADDS
from handlers.words.catalogue import Words
from sandbox.sandbox import Sandbox
from sandbox.world import Message, User

PLANNED_AT, MOVED_TO = "08:00", "09:00"
STAGES = ("plan", "hour", "person", "day", "done")
QUESTIONS = (
    "planning-day",
    "planning-hour",
    "planning-crew",
    "planning-leader",
    "planning-vehicle",
    "moveday-day",
    "movehour-hour",
    "override-reason",
    "moveanyway-reason",
)
ARROW = " → "


@dataclass
class MeantPlan:
    """What the coordinator means a job to be; `crew` follows the replacement that was tapped."""

    number: str
    request: int
    job: int
    day: date
    other_day: date
    crew: list[int]
    vehicle: int
    stage: str = "plan"
    swapped: tuple[int, int] | None = None
    told: dict[str, list[int]] = field(default_factory=dict)  # what changed → who must hear it

    @property
    def final(self) -> tuple[str, str, list[int]]:
        return self.other_day.isoformat(), MOVED_TO, sorted(self.crew)


class Planner:
    """Takes one job after the other through every stage; each button of a screen is tapped once."""

    def __init__(self, sandbox: Sandbox, user: User, plans: Sequence[MeantPlan], seed: int) -> None:
        self._acts, self.user, self.plans = sandbox.acts, user, plans
        self._chance = random.Random(f"{seed}-planner")
        say = Words.load().say("fr")
        self._asked = {say.plain(key): key for key in QUESTIONS}
        self._seen: set[tuple[str, ...]] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self.idle = asyncio.Event()

    @property
    def current(self) -> MeantPlan | None:
        return next((plan for plan in self.plans if plan.stage != "done"), None)

    def open_plan(self) -> None:
        """Open the plan of the job in hand; without one, all is done."""
        plan = self.current
        if plan is None:
            self.idle.set()
        else:
            self._later(lambda: self._say(f"/start plan-{plan.request}"))

    def hears(self, message: Message) -> None:
        plan = self.current
        if plan is None:
            return
        codes = [
            str(button.get("callback_data", "")) for row in message.inline or [] for button in row
        ]
        question = self._question(message.text)
        if question is not None and any(code.startswith("f:") for code in codes):
            self._answer(plan, question, message)
        elif not self._passed(plan, message.text):
            self._tap_what_follows(plan, message, codes)

    def _question(self, text: str) -> str | None:
        found = [(text.rfind(words), key) for words, key in self._asked.items() if words in text]
        return max(found)[1] if found else None

    def _answer(self, plan: MeantPlan, question: str, message: Message) -> None:
        buttons = [button for row in message.inline or [] for button in row]
        shown = {_form_code(b.get("callback_data", "")): b for b in buttons}
        turn = next(b["callback_data"] for b in buttons if b["callback_data"].startswith("f:"))
        ticked = self._next_of_crew(plan, shown) if question == "planning-crew" else ""
        if not self._once("answer", ":".join(turn.split(":")[:3]), ticked):
            return
        match question:
            case "planning-day":
                self._later(lambda: self._say(f"{plan.day:%d/%m/%Y}"))
            case "planning-hour":
                self._later(lambda: self._say(PLANNED_AT))
            case "moveday-day":
                self._later(lambda: self._say(f"{plan.other_day:%d/%m/%Y}"))
            case "movehour-hour":
                self._later(lambda: self._say(MOVED_TO))
            case "planning-crew":
                self._press(message, shown, ticked)
            case "planning-leader":
                self._press(message, shown, str(plan.crew[0]))
            case "planning-vehicle":
                self._press(message, shown, str(plan.vehicle))
            case _:
                self._press(message, shown, "settled")

    @staticmethod
    def _next_of_crew(plan: MeantPlan, shown: Mapping[str, Any]) -> str:
        missing = [one for one in plan.crew if f"{ADDS}{one}" in shown]
        return f"{ADDS}{missing[0]}" if missing else "done"

    def _press(self, message: Message, shown: Mapping[str, Any], code: str) -> None:
        data = shown[code]["callback_data"]
        self._later(lambda: self._acts.tap(self.user, message, data))

    def _passed(self, plan: MeantPlan, text: str) -> bool:
        """Go to the next stage where a message says that this one is through."""
        through = {
            "plan": "publié pour",
            "hour": f"{ARROW}{MOVED_TO}",
            "person": "La question est posée",
            "day": "changé. Ceux",
        }
        told = plan.number in text and through[plan.stage] in text
        if plan.stage in {"hour", "day"}:
            told = told and "changé. Ceux" in text
        if not told or not self._once("stage", plan.number, plan.stage):
            return False
        if plan.swapped is not None and plan.stage == "person":
            gone, new = plan.swapped
            plan.crew = [new if one == gone else one for one in plan.crew]
        plan.stage = STAGES[STAGES.index(plan.stage) + 1]
        self.open_plan()
        return True

    def _tap_what_follows(self, plan: MeantPlan, message: Message, codes: Sequence[str]) -> None:
        wanted = {
            "plan": (f"a:publish:{plan.job}:",),
            "hour": (f"a:move:{plan.job}:0:hour",),
            "person": (f"a:move:{plan.job}:0:person", "a:swapof:", "a:swapto:"),
            "day": (f"a:move:{plan.job}:0:day",),
        }[plan.stage]
        anyway = [code for code in codes if code.startswith("a:moveto:") and "anyway" in code]
        fitting = [code for code in codes if code.startswith(wanted)] or anyway
        if not fitting:
            return
        code = fitting[0]
        key = code if not code.startswith("a:move:") else f"{code}:{plan.stage}"
        if code.startswith(("a:swapto:", "a:swapof:")):
            key = f"{code[:8]}:{plan.number}"
        if not self._once("tap", key):
            return
        if code.startswith("a:swapto:"):
            gone, new = code.split(":")[-1].split(".")
            plan.swapped = (int(gone), int(new))
        self._later(lambda: self._acts.tap(self.user, message, code))

    def _once(self, *key: str) -> bool:
        if key in self._seen:
            return False
        self._seen.add(key)
        return True

    def _say(self, text: str) -> None:
        self._acts.text(self.user, self._acts.private_chat(self.user), text)

    def _later(self, act: Any) -> None:
        async def soon() -> None:
            await asyncio.sleep(self._chance.uniform(0.02, 0.4))
            act()

        task = asyncio.create_task(soon())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


class CrewMember:
    """Says yes to each card once, and keeps every message that tells of a change."""

    def __init__(self, sandbox: Sandbox, user: User, member_id: int, seed: int) -> None:
        self._acts, self.user, self.member_id = sandbox.acts, user, member_id
        self._chance = random.Random(f"{seed}-{member_id}")
        self._tapped: set[str] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self.changes: dict[str, set[int]] = defaultdict(set)  # words → messages that say them

    def hears(self, message: Message) -> None:
        for line in message.text.splitlines():
            if ARROW in line:
                self.changes[_of_job(message.text, line)].add(message.message_id)
            elif "plus besoin de vous" in line:
                self.changes[line].add(message.message_id)
        for row in message.inline or []:
            for button in row:
                data = str(button.get("callback_data", ""))
                if data.startswith("a:yes:") and data not in self._tapped:
                    self._tapped.add(data)
                    task = asyncio.create_task(self._tap(message, data))
                    self._tasks.add(task)
                    task.add_done_callback(self._tasks.discard)

    async def _tap(self, message: Message, data: str) -> None:
        await asyncio.sleep(self._chance.uniform(0.05, 1.0))
        self._acts.tap(self.user, message, data)


def _of_job(text: str, line: str) -> str:
    """Name a change by its job and its words."""
    number = next((word for word in text.split() if word.startswith("INT-")), "")
    return f"{number} {line}"


def _form_code(data: str) -> str:
    return data.split(":", 3)[-1] if data.startswith("f:") else ""
