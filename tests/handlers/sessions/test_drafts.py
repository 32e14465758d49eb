"""Which conversations wait behind another one, and which are replaced."""

from typing import Any

from handlers.sessions import drafts
from handlers.sessions.drafts import SessionDraft
from storage.sessions import PARKED, StoredSession


def stored(
    form: str, answers: dict[str, Any], about: dict[str, Any] | None = None
) -> StoredSession:
    return StoredSession(7, 1, 1, form, 3, {"form": form, "turn": 3, "answers": answers}, about)


def test_what_holds_answers_waits_and_what_holds_none_goes() -> None:
    open_one = stored("request", {"address": "12 rue Hoche"})
    assert drafts.waiting_behind(open_one, "agreement", {"revision": 1}) == (
        drafts.draft_of(open_one),
    )
    assert drafts.waiting_behind(stored("request", {}), "agreement", {"revision": 1}) == ()


def test_the_same_thing_is_not_kept_twice() -> None:
    agreeing = stored("agreement", {"name": "Jeanne"}, {"revision": 1})
    assert drafts.waiting_behind(agreeing, "decline", {"revision": 1}) == ()
    assert drafts.waiting_behind(agreeing, "decline", {"revision": 2}) == (
        drafts.draft_of(agreeing),
    )
    assert drafts.waiting_behind(stored("request", {"a": 1}), "request", None) == ()


def test_who_we_are_does_not_wait() -> None:
    assert drafts.waiting_behind(stored("registration", {"a": 1}), "joining", {"code": "x"}) == ()


def test_drafts_are_handed_on_from_one_conversation_to_the_next() -> None:
    waiting = SessionDraft(5, "request", 2, {"turn": 2, "answers": {"a": 1}})
    answering = stored("reply", {}, dict(drafts.with_drafts({"request": 4}, [waiting]) or {}))
    assert drafts.subject_of(answering) == {"request": 4}
    assert drafts.waiting_behind(answering, "question", {"request": 5}) == (waiting,)
    assert drafts.waiting_behind(answering, "request", None) == ()


def test_no_more_than_a_few_wait() -> None:
    begun = [SessionDraft(n, "planning", 0, {}, {"job": n}) for n in range(9)]
    crowded = stored("reply", {"text": "x"}, dict(drafts.with_drafts(None, begun) or {}))
    kept = drafts.waiting_behind(crowded, "question", {"request": 5})
    assert len(kept) == drafts.MOST
    assert kept[-1].form == "reply"


def test_a_parked_place_asks_nothing() -> None:
    assert not drafts.begun(stored(PARKED, {"a": 1}))
    assert not drafts.begun(None)


def test_turning_the_page_makes_old_buttons_old() -> None:
    turned = drafts.with_new_turn(stored("request", {"a": 1}))
    assert (turned.turn, turned.state["turn"]) == (4, 4)
