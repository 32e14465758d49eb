from domain.requests import (
    OPEN,
    QUOTABLE,
    REFUSABLE,
    REQUEST,
    UNDECIDED,
    RequestEvent,
    RequestState,
)

S, E = RequestState, RequestEvent


def test_a_brief_request_can_be_refused_and_must_be_completed_before_it_is_quoted() -> None:
    assert S.BRIEF in REFUSABLE - QUOTABLE
    assert REQUEST.after(S.BRIEF, E.COMPLETE) in QUOTABLE


def test_a_quoted_request_is_quoted_again_also_after_a_no_but_never_refused() -> None:
    assert {S.QUOTED, S.DECLINED} <= QUOTABLE - REFUSABLE


def test_nothing_happens_to_a_request_that_we_refused() -> None:
    assert REQUEST.table[S.REFUSED] == {}


def test_an_agreed_request_is_decided_and_still_open() -> None:
    assert {S.ACCEPTED} == OPEN - UNDECIDED
