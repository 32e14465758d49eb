import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.jobs import (
    JOB,
    UNDER_WAY,
    UPCOMING,
    CrewAnswer,
    CrewReply,
    JobEvent,
    JobState,
    TooLateToAnswer,
    answer,
    settling,
)
from domain.lifecycle import NotAllowed

S, E, A = JobState, JobEvent, CrewAnswer


def settled(state: JobState, answers: list[CrewAnswer]) -> JobState:
    event = settling(state, answers)
    return JOB.after(state, event) if event else state


def test_a_silent_member_does_not_keep_the_others_at_home() -> None:
    assert JOB.before(E.SET_OFF) == UPCOMING


def test_work_that_is_done_is_not_called_off() -> None:
    assert JOB.before(E.POSTPONE) == UNDER_WAY
    assert JOB.before(E.CANCEL) == UPCOMING | {S.DRAFT, S.EN_ROUTE, S.ON_SITE}


@pytest.mark.parametrize("state", [S.PUBLISHED, S.CONFIRMED])
def test_a_member_may_answer_and_change_their_mind(state: JobState) -> None:
    assert answer(state, A.WAITING, CrewReply.CONFIRM) is A.CONFIRMED
    assert answer(state, A.CONFIRMED, CrewReply.DECLINE) is A.DECLINED
    assert answer(state, A.DECLINED, CrewReply.CONFIRM) is A.CONFIRMED


def test_the_same_answer_twice_is_refused() -> None:
    with pytest.raises(NotAllowed):
        answer(S.PUBLISHED, A.CONFIRMED, CrewReply.CONFIRM)


@pytest.mark.parametrize("state", [S.DRAFT, S.EN_ROUTE, S.ON_SITE, S.DONE, S.REPORTED, S.CANCELLED])
def test_a_member_is_not_asked_otherwise(state: JobState) -> None:
    with pytest.raises(TooLateToAnswer) as refusal:
        answer(state, A.WAITING, CrewReply.CONFIRM)

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
