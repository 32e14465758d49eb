import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.jobs import (
    JOB,
    CrewAnswer,
    CrewReply,
    JobEvent,
    JobState,
    TooLateToAnswer,
    answer,
    settled,
    transition,
)
from domain.lifecycle import NotAllowed

S, E, A = JobState, JobEvent, CrewAnswer


def after(*events: JobEvent) -> JobState:
    state = JOB.initial
    for event in events:
        state = transition(state, event)
    return state


@pytest.mark.parametrize(
    ("events", "state"),
    [
        ([E.PUBLISH], S.PUBLISHED),
        ([E.PUBLISH, E.CONFIRM, E.SET_OFF, E.ARRIVE, E.FINISH, E.REPORT], S.REPORTED),
        ([E.PUBLISH, E.SET_OFF], S.EN_ROUTE),
        ([E.PUBLISH, E.CONFIRM, E.DOUBT], S.PUBLISHED),
        ([E.PUBLISH, E.CONFIRM, E.REPLAN], S.DRAFT),
        ([E.PUBLISH, E.CONFIRM, E.SET_OFF, E.CANCEL], S.CANCELLED),
    ],
)
def test_the_life_of_a_job(events: list[JobEvent], state: JobState) -> None:
    assert after(*events) is state


@pytest.mark.parametrize(
    ("state", "event"),
    [
        (S.DRAFT, E.SET_OFF),
        (S.PUBLISHED, E.ARRIVE),
        (S.ON_SITE, E.ARRIVE),
        (S.EN_ROUTE, E.FINISH),
        (S.DONE, E.CANCEL),
        (S.REPORTED, E.REPORT),
        (S.CANCELLED, E.PUBLISH),
    ],
)
def test_what_cannot_happen_to_a_job(state: JobState, event: JobEvent) -> None:
    with pytest.raises(NotAllowed):
        transition(state, event)


@pytest.mark.parametrize("state", [S.PUBLISHED, S.CONFIRMED])
def test_a_member_may_answer_and_change_their_mind(state: JobState) -> None:
    assert answer(state, CrewReply.CONFIRM) is A.CONFIRMED
    assert answer(state, CrewReply.DECLINE) is A.DECLINED


@pytest.mark.parametrize("state", [S.DRAFT, S.EN_ROUTE, S.ON_SITE, S.DONE, S.REPORTED, S.CANCELLED])
def test_a_member_is_not_asked_otherwise(state: JobState) -> None:
    with pytest.raises(TooLateToAnswer) as refusal:
        answer(state, CrewReply.CONFIRM)

    assert refusal.value.state is state


@pytest.mark.parametrize(
    ("state", "answers", "then"),
    [
        (S.PUBLISHED, [A.CONFIRMED, A.CONFIRMED], S.CONFIRMED),
        (S.PUBLISHED, [A.CONFIRMED, A.WAITING], S.PUBLISHED),
        (S.PUBLISHED, [], S.PUBLISHED),
        (S.CONFIRMED, [A.CONFIRMED, A.DECLINED], S.PUBLISHED),
        (S.CONFIRMED, [A.CONFIRMED, A.WAITING], S.PUBLISHED),
        (S.CONFIRMED, [A.CONFIRMED], S.CONFIRMED),
        (S.EN_ROUTE, [A.WAITING], S.EN_ROUTE),
        (S.DRAFT, [A.CONFIRMED], S.DRAFT),
    ],
)
def test_a_job_is_confirmed_once_everybody_has(
    state: JobState, answers: list[CrewAnswer], then: JobState
) -> None:
    assert settled(state, answers) is then


@given(st.sampled_from(JobState), st.lists(st.sampled_from(CrewAnswer)))
def test_settling_twice_is_settling_once(state: JobState, answers: list[CrewAnswer]) -> None:
    assert settled(settled(state, answers), answers) is settled(state, answers)
