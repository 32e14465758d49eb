"""Which conversations wait behind another one, and which are replaced."""

from typing import Any

from handlers import aside
from handlers.aside import Draft
from storage.sessions import Place


def place(form: str, answers: dict[str, Any], about: dict[str, Any] | None = None) -> Place:
    return Place(7, 1, 1, form, 3, {"form": form, "turn": 3, "answers": answers}, about)


def test_what_holds_answers_waits_and_what_holds_none_goes() -> None:
    open_one = place("request", {"address": "12 rue Hoche"})
    assert aside.staying(open_one, "agreement", {"revision": 1}) == (aside.draft_of(open_one),)
    assert aside.staying(place("request", {}), "agreement", {"revision": 1}) == ()


def test_the_same_thing_is_not_kept_twice() -> None:
    agreeing = place("agreement", {"name": "Jeanne"}, {"revision": 1})
    assert aside.staying(agreeing, "decline", {"revision": 1}) == ()
    assert aside.staying(agreeing, "decline", {"revision": 2}) == (aside.draft_of(agreeing),)
    assert aside.staying(place("request", {"a": 1}), "request", None) == ()


def test_who_we_are_does_not_wait() -> None:
    assert aside.staying(place("registration", {"a": 1}), "joining", {"code": "x"}) == ()


def test_drafts_are_handed_on_from_one_conversation_to_the_next() -> None:
    waiting = Draft(5, "request", 2, {"turn": 2, "answers": {"a": 1}})
    answering = place("reply", {}, dict(aside.having({"request": 4}, [waiting]) or {}))
    assert aside.thing_of(answering) == {"request": 4}
    assert aside.staying(answering, "question", {"request": 5}) == (waiting,)
    assert aside.staying(answering, "request", None) == ()


def test_no_more_than_a_few_wait() -> None:
    drafts = [Draft(n, "planning", 0, {}, {"job": n}) for n in range(9)]
    crowded = place("reply", {"text": "x"}, dict(aside.having(None, drafts) or {}))
    kept = aside.staying(crowded, "question", {"request": 5})
    assert len(kept) == aside.MOST
    assert kept[-1].form == "reply"


def test_a_parked_place_asks_nothing() -> None:
    assert not aside.begun(place(aside.PARKED, {"a": 1}))
    assert not aside.begun(None)


def test_turning_the_page_makes_old_buttons_old() -> None:
    turned = aside.turned(place("request", {"a": 1}))
    assert (turned.turn, turned.state["turn"]) == (4, 4)
