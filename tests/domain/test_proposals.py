"""Three teams are proposed: what each factor does to them, and why somebody is left out."""

from dataclasses import replace
from datetime import time
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.planning import JobFacts, Load
from domain.planning.balance import Balance, JobBurden
from domain.planning.proposal_weights import weights_on
from tests.domain.proposal_cases import (
    BENCH,
    HERE,
    MONDAY,
    OTHER_CLIENT,
    OUR_CLIENT,
    ROSTER,
    choice,
    done,
    teams,
)

HARD = JobBurden(OTHER_CLIENT, "93100", Decimal(5_000))
FAR_AWAY = JobBurden(OTHER_CLIENT, "77100", Decimal(10))


def test_three_teams_that_no_hard_rule_forbids() -> None:
    best = choice().best

    assert len(best) == 3
    assert len({frozenset(one.plan.crew) for one in best}) == 3
    for one in best:
        assert not [found for found in BENCH.conflicts(one.plan) if found.hard]
        assert len(one.plan.crew) == 3
        assert one.plan.leader in one.plan.crew
        assert one.plan.vehicle is not None
    assert [one.points for one in best] == sorted(one.points for one in best)


def test_each_team_has_two_lines_of_reasons() -> None:
    for one in choice().best:
        assert one.people
        assert one.work
        assert len(one.people) <= 2


def test_who_carried_much_lately_has_a_rest_from_hard_jobs() -> None:
    """Ali, Chen and Eva had a hard job last week: this hard one goes to the others."""
    hard = replace(HERE, weight_kg=Decimal(2_000))
    light = choice(done(7, 1, (1, 3, 5)), burdens={7: HARD})
    heavy = choice(done(7, 1, (1, 3, 5)), burden=hard, burdens={7: HARD})

    assert heavy.balances[1] == Balance(hard=1)
    assert heavy.demands == ("hard",)
    assert light.demands == ()
    assert teams(heavy)[0] == {"Bintou", "Driss", "Fatou"}
    assert heavy.why_not(5).key == "more_hard"
    assert heavy.why_not(5).params == {"count": 1, "most": 0}


def test_far_and_early_jobs_go_round_as_well() -> None:
    far = choice(done(7, 2, (1, 3, 5)), burden=FAR_AWAY, burdens={7: FAR_AWAY})
    assert far.demands == ("far",)
    assert "Ali" not in teams(far)[0]

    early = choice(done(7, 2, (1, 3, 5), at=time(6, 59)), burdens={7: HERE}, at=time(6, 30))
    assert early.demands == ("early",)
    assert early.balances[1].early == 1
    seven = choice(done(7, 2, (1, 3, 5), at=time(7)), burdens={7: HERE}, at=time(7))
    assert (seven.demands, seven.balances[1].early) == ((), 0)


def test_only_four_weeks_count() -> None:
    assert choice(done(7, 4, (1,)), burdens={7: HARD}).balances[1] == Balance(hard=1)
    assert choice(done(7, 5, (1,)), burdens={7: HARD}).balances[1] == Balance()
    assert choice(done(7, 0, (1,)), burdens={7: HARD}).balances[1] == Balance()  # not before


def test_who_knows_the_client_goes_again() -> None:
    ours = JobBurden(OUR_CLIENT, "93100", Decimal(10))
    known = choice(done(7, 1, (2, 4, 6)), burdens={7: ours})

    assert teams(known)[0] == {"Bintou", "Driss", "Fatou"}
    assert known.best[0].people[0].key == "knows"
    assert set(known.best[0].people[0].params["names"]) == {"Bintou", "Driss", "Fatou"}  # type: ignore[call-overload]
    assert known.why_not(5).key == "others_know"


def test_skills_that_the_job_does_not_need_are_kept_free() -> None:
    """Goran holds a CACES: others who can do the same go; where it is asked for he is as good."""
    assert all("Goran" not in team for team in teams(choice()))
    assert choice().why_not(7).key == "kept_free"
    assert choice().why_not(7).params == {"skills": ("CACES_R489_3",)}
    # One leader and one driver are enough.
    assert all(not {"Ali", "Bintou"} <= team for team in teams(choice()))


def test_a_rule_says_why_somebody_cannot_come() -> None:
    hindered = choice().why_not(8)
    assert (hindered.key, hindered.params["rule"]) == ("rule", "contract_ended")
    booked = choice(done(9, 0, (5,)))
    assert booked.why_not(5).params["rule"] == "already_booked"
    assert booked.why_not(5).params["number"] == "INT-9"


def test_who_comes_from_a_site_nearby_that_day_is_nearer() -> None:
    """Eva and Fatou have an hour at dawn: one in the same department, one in another."""
    near, away = (
        replace(done(job, 0, (who,), at=time(5)), hours=Decimal(1)) for job, who in ((7, 5), (8, 6))
    )
    nearby = choice(near, away, burdens={7: HARD, 8: FAR_AWAY})

    assert nearby.points[6] > nearby.points[5]
    assert "Eva" in teams(nearby)[0]
    assert "Fatou" not in teams(nearby)[0]


def test_the_vehicle_that_fits_goes_and_the_larger_one_stays() -> None:
    small = choice().best[0]
    assert small.plan.vehicles == (1,)
    heavy = choice(facts=JobFacts(load=Load(Decimal(18), Decimal(900))))  # 800 kg in the van
    assert heavy.best[0].plan.vehicles == (2,)
    both = choice(facts=JobFacts(load=Load(Decimal(18), Decimal(3_300))))  # together
    assert both.best[0].plan.vehicles == (1, 2)
    assert choice(facts=JobFacts(load=Load(Decimal(18), Decimal(3_301)))).best == ()
    assert choice(facts=JobFacts()).best[0].plan.vehicles == ()  # nothing to carry


def test_a_vehicle_that_is_free_once_the_crew_is_done_goes() -> None:
    """Three people need from 08:00 to 15:30; the van is away from 16:00 on."""
    evening = replace(done(9, 0, (8,), at=time(16)), vehicle=1)
    assert choice(evening).best[0].plan.vehicles == (1,)


def test_nobody_is_proposed_where_nobody_may_lead() -> None:
    away = choice(done(9, 0, (1, 2)))
    assert away.best == ()
    assert away.why_not(5).key == "no_team"


def test_weights_are_dated() -> None:
    assert weights_on(MONDAY).weeks == 4


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 5), st.sets(st.integers(1, 8), min_size=1, max_size=3), st.booleans()
        ),
        max_size=8,
    ),
    st.sampled_from([HERE, HARD, FAR_AWAY]),
)
def test_whatever_was_before_a_team_breaks_no_hard_rule_and_the_same_is_proposed_again(
    before: list[tuple[int, set[int], bool]], burden: JobBurden
) -> None:
    plans = [done(10 + n, weeks, tuple(crew)) for n, (weeks, crew, _) in enumerate(before)]
    burdens = {10 + n: HARD if hard else HERE for n, (_, _, hard) in enumerate(before)}
    first = choice(*plans, burden=burden, burdens=burdens)
    again = choice(*reversed(plans), burden=burden, burdens=burdens)

    assert [one.plan for one in first.best] == [one.plan for one in again.best]
    for one in first.best:
        assert not [found for found in first.bench.conflicts(one.plan) if found.hard]
    taken = {member for one in first.best for member in one.plan.crew}
    assert all(first.why_not(member).key for member in ROSTER if member not in taken)
