"""Which conversations wait behind another one, and which are replaced."""

from typing import Any

from handlers.sessions import drafts as aside
from handlers.sessions.drafts import SessionDraft
from storage.sessions import PARKED, StoredSession


def stored(
    form: str, answers: dict[str, Any], about: dict[str, Any] | None = None
) -> StoredSession:
    return StoredSession(7, 1, 1, form, 3, {"form": form, "turn": 3, "answers": answers}, about)


def test_what_holds_answers_waits_and_what_holds_none_goes() -> None:
    open_one = stored("request", {"address": "12 rue Hoche"})
    assert aside.waiting_behind(open_one, "agreement", {"revision": 1}) == (
        aside.draft_of(open_one),
    )
    assert aside.waiting_behind(stored("request", {}), "agreement", {"revision": 1}) == ()


def test_the_same_thing_is_not_kept_twice() -> None:
    agreeing = stored("agreement", {"name": "Jeanne"}, {"revision": 1})
    assert aside.waiting_behind(agreeing, "decline", {"revision": 1}) == ()
    assert aside.waiting_behind(agreeing, "decline", {"revision": 2}) == (aside.draft_of(agreeing),)
    assert aside.waiting_behind(stored("request", {"a": 1}), "request", None) == ()


def test_who_we_are_does_not_wait() -> None:
    assert aside.waiting_behind(stored("registration", {"a": 1}), "joining", {"code": "x"}) == ()


def test_drafts_are_handed_on_from_one_conversation_to_the_next() -> None:
    waiting = SessionDraft(5, "request", 2, {"turn": 2, "answers": {"a": 1}})
    answering = stored("reply", {}, dict(aside.with_drafts({"request": 4}, [waiting]) or {}))
    assert aside.subject_of(answering) == {"request": 4}
    assert aside.waiting_behind(answering, "question", {"request": 5}) == (waiting,)
    assert aside.waiting_behind(answering, "request", None) == ()


def test_no_more_than_a_few_wait() -> None:
    drafts = [SessionDraft(n, "planning", 0, {}, {"job": n}) for n in range(9)]
    crowded = stored("reply", {"text": "x"}, dict(aside.with_drafts(None, drafts) or {}))
    kept = aside.waiting_behind(crowded, "question", {"request": 5})
    assert len(kept) == aside.MOST
    assert kept[-1].form == "reply"


def test_a_parked_place_asks_nothing() -> None:
    assert not aside.begun(stored(PARKED, {"a": 1}))
    assert not aside.begun(None)


def test_turning_the_page_makes_old_buttons_old() -> None:
    turned = aside.with_new_turn(stored("request", {"a": 1}))
    assert (turned.turn, turned.state["turn"]) == (4, 4)
