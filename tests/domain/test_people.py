import pytest

from domain.people import RIGHTS, Action, Role, may

CLIENT, CREW, COORDINATOR, ADMIN = Role.CLIENT, Role.CREW, Role.COORDINATOR, Role.ADMIN


def test_every_action_is_somebodys_right() -> None:
    assert {*RIGHTS} == {*Action}
    assert all(RIGHTS.values())


@pytest.mark.parametrize(
    ("role", "action"),
    [
        (CLIENT, Action.ANSWER_QUOTE),
        (CLIENT, Action.SEE_REQUEST),
        (CLIENT, Action.RATE_JOB),
        (CREW, Action.SEE_JOB),
        (CREW, Action.ANSWER_JOB),
        (CREW, Action.LEAD_JOB),
    ],
)
def test_clients_and_crew_may_what_is_their_own(role: Role, action: Action) -> None:
    assert may({role}, action, own=True)
    assert not may({role}, action)


@pytest.mark.parametrize(
    ("role", "action"),
    [
        (CLIENT, Action.SEND_QUOTE),
        (CLIENT, Action.ANSWER_JOB),
        (CLIENT, Action.SEE_BOARD),
        (CREW, Action.ANSWER_QUOTE),
        (CREW, Action.PLAN_JOB),
        (COORDINATOR, Action.ANSWER_QUOTE),
        (COORDINATOR, Action.ANSWER_JOB),
        (COORDINATOR, Action.INVITE_COORDINATOR),
    ],
)
def test_nobody_may_what_is_another_roles(role: Role, action: Action) -> None:
    assert not may({role}, action, own=True)


@pytest.mark.parametrize(
    "action", [Action.SEND_QUOTE, Action.REFUSE_REQUEST, Action.PLAN_JOB, Action.PUBLISH_JOB]
)
def test_the_office_may_decide_about_everything(action: Action) -> None:
    assert may({COORDINATOR}, action)
    assert may({ADMIN}, action)


def test_roles_add_up_and_a_stranger_has_none() -> None:
    assert may({CREW, COORDINATOR}, Action.PLAN_JOB)
    assert not any(may((), action, own=True) for action in Action)
    assert may({ADMIN}, Action.INVITE_COORDINATOR)
