import pytest

from domain.people import RIGHTS, Action, Reach, Role, Standing, may, reaches


def test_every_action_is_somebodys_right() -> None:
    assert {*RIGHTS} == {*Action}
    assert all(RIGHTS.values())


def test_a_right_to_all_needs_no_relation_to_the_subject() -> None:
    assert may({Role.COORDINATOR}, Action.PUBLISH_JOB)


@pytest.mark.parametrize(
    ("role", "action", "held"),
    [
        (Role.CLIENT, Action.ANSWER_QUOTE, Reach.COMPANY),
        (Role.CLIENT, Action.MANAGE_TEAM, Reach.LEAD),
        (Role.CREW, Action.ANSWER_JOB, Reach.ASSIGNED),
        (Role.CREW, Action.LEAD_JOB, Reach.LEADER),
        (Role.COORDINATOR, Action.GIVE_BACK, Reach.OWN),
    ],
)
def test_a_limited_right_holds_only_within_its_reach(
    role: Role, action: Action, held: Reach
) -> None:
    others = {*Reach} - {held, Reach.ALL}
    assert may({role}, action, {held})
    assert not may({role}, action, others)
    assert not may({role}, action)


def test_whoever_is_on_a_job_does_not_lead_it() -> None:
    assert not may({Role.CREW}, Action.LEAD_JOB, {Reach.ASSIGNED})


def test_a_relation_gives_no_right_that_the_role_has_not() -> None:
    assert not may({Role.CREW}, Action.ANSWER_QUOTE, [*Reach])
    assert not may({Role.COORDINATOR}, Action.ANSWER_QUOTE, [*Reach])
    assert not may({Role.COORDINATOR}, Action.REPLACE_REFERENCE_FILE, [*Reach])


def test_rights_of_several_roles_add_up() -> None:
    roles = {Role.CLIENT, Role.COORDINATOR}
    assert reaches(roles, Action.COMPLETE_REQUEST) == {Reach.COMPANY, Reach.ALL}


def test_who_has_no_role_may_only_come_in() -> None:
    stranger = {Standing.ANYONE, Standing.NEWCOMER}
    assert {action for action in Action if may(stranger, action, [*Reach])} == {
        Action.CHOOSE_LANGUAGE,
        Action.RESUME_DRAFT,
        Action.OPEN_POSTER,
        Action.REGISTER,
        Action.JOIN_COMPANY,
        Action.JOIN_CREW,
        Action.JOIN_OFFICE,
        Action.BEGIN_REQUEST,
    }
