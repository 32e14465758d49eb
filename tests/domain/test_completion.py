from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.catalogue import UnknownCode, shipped_catalogue
from domain.completion import (
    BadCount,
    CompletionReport,
    LineCount,
    Missing,
    NotDone,
    all_to,
    complete,
    counted,
    missing_before_done,
    steps,
)
from domain.outcomes import Outcome, OutcomeWeights

CATALOGUE = shipped_catalogue()
D = Decimal


def report(*counts: LineCount) -> CompletionReport:
    return complete(counts, CATALOGUE, photos_before=1, photos_after=1)


@pytest.mark.parametrize(
    ("before", "after", "missing"),
    [
        (0, 0, (Missing.PHOTO_BEFORE, Missing.PHOTO_AFTER)),
        (1, 0, (Missing.PHOTO_AFTER,)),
        (0, 5, (Missing.PHOTO_BEFORE,)),
        (1, 1, ()),
    ],
)
def test_a_photo_before_and_one_after_are_needed(
    before: int, after: int, missing: tuple[Missing, ...]
) -> None:
    assert missing_before_done(before, after) == missing


def test_a_job_without_its_photos_is_not_done() -> None:
    with pytest.raises(NotDone) as refusal:
        complete((), CATALOGUE, photos_before=3, photos_after=0)

    assert refusal.value.missing == (Missing.PHOTO_AFTER,)


def test_counting_goes_up_and_down_and_stops_at_nothing() -> None:
    line = LineCount("SIE-01", D(12))
    line = counted(line, Outcome.REUSED, 10)
    line = counted(line, Outcome.REUSED, 1)
    line = counted(line, Outcome.DISPOSED, 1)

    assert line == LineCount("SIE-01", D(12), reused=D(11), disposed=D(1))
    assert (line.counted, line.left) == (D(12), D(0))
    assert counted(line, Outcome.DISPOSED, -10) == LineCount("SIE-01", D(12), reused=D(11))


def test_more_can_be_found_than_was_planned() -> None:
    line = counted(LineCount("SIE-01", D(2)), Outcome.RECYCLED, 3)

    assert line.left == -1
    assert all_to(line, Outcome.REUSED) == line


def test_the_rest_of_a_line_goes_to_one_outcome() -> None:
    line = LineCount("SIE-01", D(12), disposed=D(2))

    assert all_to(line, Outcome.REUSED) == LineCount("SIE-01", D(12), reused=D(10), disposed=D(2))


@pytest.mark.parametrize(
    ("planned", "offered"), [("0.5", (1,)), ("19", (1,)), ("20", (1, 10)), ("250", (1, 10, 100))]
)
def test_many_things_are_counted_in_larger_steps(planned: str, offered: tuple[int, ...]) -> None:
    assert steps(D(planned)) == offered


def test_a_report_weighs_the_outcomes() -> None:
    desks = LineCount("BUR-01", D(10), reused=D(6), transformed=D(3), disposed=D(1))
    cables = LineCount("TEC-04", D("30.5"), recycled=D("30.5"))
    drawn_up = report(desks, cables)

    assert drawn_up.weights == OutcomeWeights(D(240), D(120), D("30.5"), D(40))
    assert [line.planned_kg for line in drawn_up.lines] == [D(400), D("30.5")]
    assert drawn_up.planned_kg == D("430.5")
    assert drawn_up.reuse_rate == D(240) / D("430.5")
    assert drawn_up.recovery_rate == D("390.5") / D("430.5")
    assert (drawn_up.photos_before, drawn_up.photos_after) == (1, 1)


def test_a_report_of_nothing_has_no_rates() -> None:
    assert (report().reuse_rate, report().recovery_rate) == (None, None)


@pytest.mark.parametrize(("reused", "differs"), [(9, False), (8, True), (11, False), (12, True)])
def test_more_than_a_tenth_of_the_weight_apart_is_a_difference(reused: int, differs: bool) -> None:
    assert report(LineCount("BUR-01", D(10), reused=D(reused))).differs is differs


def test_counts_that_cannot_be_are_refused() -> None:
    with pytest.raises(BadCount):
        report(LineCount("SIE-01", D(2), reused=D("0.5")))
    with pytest.raises(BadCount):
        report(LineCount("SIE-01", D(2), reused=D(-1)))
    with pytest.raises(UnknownCode):
        report(LineCount("NOPE", D(2)))


taps = st.lists(st.tuples(st.sampled_from(Outcome), st.sampled_from([-10, -1, 1, 10])), max_size=40)


@given(taps)
def test_counts_are_never_negative_and_their_weights_add_up(
    tapped: list[tuple[Outcome, int]],
) -> None:
    line = LineCount("BUR-01", D(20))
    for outcome, by in tapped:
        line = counted(line, outcome, by)

    assert all(line.of(outcome) >= 0 for outcome in Outcome)
    assert report(line).weights.total == line.counted * CATALOGUE.get("BUR-01").weight_kg
