import pytest

from domain.lifecycle import NotAllowed
from domain.requests import REQUEST, RequestEvent, RequestState, transition

S, E = RequestState, RequestEvent


def after(*events: RequestEvent) -> RequestState:
    state = S.SUBMITTED
    for event in events:
        state = transition(state, event)
    return state


@pytest.mark.parametrize(
    ("events", "state"),
    [
        ([], S.SUBMITTED),
        ([E.ASK], S.ASKED),
        ([E.ASK, E.ANSWER], S.SUBMITTED),
        ([E.ASK, E.QUOTE], S.QUOTED),
        ([E.QUOTE, E.ACCEPT], S.ACCEPTED),
        ([E.QUOTE, E.DECLINE], S.DECLINED),
        ([E.QUOTE, E.QUOTE, E.ACCEPT], S.ACCEPTED),
        ([E.QUOTE, E.DECLINE, E.QUOTE, E.ACCEPT], S.ACCEPTED),
        ([E.REFUSE], S.REFUSED),
        ([E.QUOTE, E.ACCEPT, E.CANCEL], S.CANCELLED),
    ],
)
def test_the_life_of_a_request(events: list[RequestEvent], state: RequestState) -> None:
    assert after(*events) is state


def test_a_request_sent_in_brief_is_completed_before_anything_is_quoted() -> None:
    assert REQUEST.initial is S.BRIEF
    assert transition(S.BRIEF, E.COMPLETE) is S.SUBMITTED
    with pytest.raises(NotAllowed):
        transition(S.BRIEF, E.QUOTE)


@pytest.mark.parametrize(
    ("state", "event"),
    [
        (S.SUBMITTED, E.ACCEPT),
        (S.ACCEPTED, E.ACCEPT),
        (S.ACCEPTED, E.QUOTE),
        (S.DECLINED, E.ACCEPT),
        (S.REFUSED, E.QUOTE),
        (S.CANCELLED, E.CANCEL),
    ],
)
def test_what_cannot_happen_to_a_request(state: RequestState, event: RequestEvent) -> None:
    with pytest.raises(NotAllowed):
        transition(state, event)
