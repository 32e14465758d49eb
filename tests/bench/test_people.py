"""People act on the reply that they wait for and on nothing else; updates wait for their offset."""

import asyncio
from collections.abc import Mapping
from datetime import date
from typing import Any

import orjson
import pytest

from bench.api import Api, Inbox
from bench.people import Crowd
from bench.plan import FIRST_PERSON, HOME_BUTTON
from bench.script import Step, script

ASKED = Step("Quel étage ?", ":2", ("0", "2"), taps="2")
SAID = Step("Où ?", ":back", says="ici")
HOME = Step("Bonjour", HOME_BUTTON, says="/new")


class Said(list[Mapping[str, Any]]):
    """What people sent."""

    def texts(self) -> list[str]:
        return [one["message"]["text"] for one in self if "message" in one]

    def taps(self) -> list[str]:
        return [one["callback_query"]["data"] for one in self if "callback_query" in one]


def screen(*data: str) -> dict[str, Any]:
    row = [{"text": "•", "callback_data": one} for one in data]
    return {"text": "?", "reply_markup": {"inline_keyboard": [row]}}


@pytest.fixture
def said() -> Said:
    return Said()


@pytest.fixture
def crowd(said: Said) -> Crowd:
    return Crowd(1, (HOME, ASKED, SAID), said.append, conversations=1)


def test_a_person_answers_when_the_awaited_question_comes(crowd: Crowd, said: Said) -> None:
    crowd.begins(FIRST_PERSON)
    crowd.sees(FIRST_PERSON, {"text": "un instant"})
    assert (said.texts(), said.taps(), crowd.waiting) == (["/new"], [], 1)

    crowd.sees(FIRST_PERSON, screen("f:7:1:0", "f:7:1:2"))
    crowd.sees(FIRST_PERSON, screen("f:7:2:back"))

    assert (said.texts(), said.taps()) == (["/new", "ici"], ["f:7:1:2"])


def test_a_conversation_counts_when_it_ends_at_home(crowd: Crowd, said: Said) -> None:
    crowd.begins(FIRST_PERSON)
    for data in ("f:7:1:2", "f:7:2:back", HOME_BUTTON):
        assert crowd.completed == 0
        crowd.sees(FIRST_PERSON, screen(data))

    assert crowd.completed == 1
    assert (crowd.answered, crowd.tally.conversations, crowd.waiting) == (3, 1, 0)
    assert len(crowd.tally.waits) == 3
    assert said.texts() == ["/new", "ici"]  # one conversation was wanted


def test_an_unawaited_message_is_nobodys_reply(crowd: Crowd) -> None:
    crowd.sees(FIRST_PERSON, screen("f:7:1:2"))
    crowd.sees(-100, screen("f:7:1:2"))

    assert (crowd.answered, crowd.tally.waits) == (0, [])


def test_who_waits_in_vain_is_named(crowd: Crowd, monkeypatch: pytest.MonkeyPatch) -> None:
    crowd.begins(FIRST_PERSON)
    crowd.sees(FIRST_PERSON, {"text": "sorry"})
    assert crowd.stuck(longest=0) == []

    monkeypatch.setattr("bench.people.STUCK_SECONDS", -1)

    assert crowd.stuck(longest=-1) == ["wants ':2', sees 'sorry'"]


def test_every_step_can_be_answered_from_its_own_keyboard() -> None:
    for step in script(date(2026, 11, 23))[1:]:
        assert bool(step.says) != bool(step.taps)
        assert not step.taps or step.taps == "first" or step.taps in step.options


async def test_updates_come_again_until_a_higher_offset() -> None:
    inbox, answers = Inbox(asyncio.get_running_loop().call_later), list[bytes]()
    inbox.put({"message": {"text": "one"}})
    inbox.put({"message": {"text": "two"}})

    def ask(**params: Any) -> list[str]:
        inbox.ask(params, answers.append)
        return [update["message"]["text"] for update in orjson.loads(answers[-1])["result"]]

    first = 500_000_001
    assert ask() == ask(offset=first) == ["one", "two"]
    assert ask(limit=1) == ["one"]
    assert ask(offset=first + 1) == ["two"]
    assert ask(offset=first + 2) == []


async def test_a_held_question_is_answered_when_something_comes() -> None:
    inbox = Inbox(asyncio.get_running_loop().call_later)
    answer = asyncio.get_running_loop().create_future()
    inbox.ask({"timeout": 30}, answer.set_result)
    assert inbox.polled

    inbox.put({"message": {"text": "one"}})
    inbox.put({"message": {"text": "two"}})

    assert len(orjson.loads(await asyncio.wait_for(answer, 5))["result"]) == 2


def test_messages_have_what_a_bot_reads_of_them() -> None:
    seen: list[tuple[int, Any]] = []
    api = Api(Inbox(lambda *_: None), lambda chat, message: seen.append((chat, message)))
    answers = list[bytes]()
    markup = {"inline_keyboard": [[{"text": "Oui", "callback_data": "f:1:1:yes"}]]}
    params = {"chat_id": "5", "text": "Quoi ?", "reply_markup": orjson.dumps(markup).decode()}

    api.call("sendMessage", params, answers.append)
    api.call("editMessageText", params | {"message_id": 1}, answers.append)
    api.call("sendDice", {"chat_id": 5}, answers.append)

    sent, edited, refused = map(orjson.loads, answers)
    assert sent["result"]["message_id"] == edited["result"]["message_id"] == 1
    assert seen == [(5, sent["result"]), (5, edited["result"])]
    assert seen[0][1]["reply_markup"] == markup
    assert (refused["ok"], api.unknown["sendDice"]) == (False, 1)
