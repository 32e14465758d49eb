"""What activities mean for a line and for the price; what only some of them ask."""

from decimal import Decimal

import pytest

from domain.activities import Activity, by_hand, in_order, is_careful
from domain.hazards import hazard
from domain.json_fields import from_json
from domain.particulars import GlassAs, Handling, Particulars, Treated

A = Activity


@pytest.mark.parametrize(
    ("activities", "fixed", "careful"),
    [
        ([A.CAREFUL_REMOVAL], False, True),  # TC08: all lines of the case
        ([A.CAREFUL_REMOVAL], True, True),
        ([A.CLEARANCE, A.CAREFUL_REMOVAL], True, True),
        ([A.CLEARANCE, A.CAREFUL_REMOVAL], False, False),
        ([A.CLEARANCE, A.SOFT_STRIP], True, False),
    ],
)
def test_beside_other_work_only_what_is_fixed_comes_out_carefully(
    activities: list[Activity], fixed: bool, careful: bool
) -> None:
    assert is_careful(activities, fixed=fixed) is careful


def test_the_price_book_has_no_rate_for_inventory_and_transformation() -> None:
    assert by_hand([A.TRANSFORMATION, A.CLEARANCE, A.INVENTORY]) == (A.INVENTORY, A.TRANSFORMATION)
    assert by_hand([A.CLEARANCE, A.FLAT_GLASS]) == ()
    assert in_order({A.FLAT_GLASS, A.CLEARANCE}) == (A.CLEARANCE, A.FLAT_GLASS)


@pytest.mark.parametrize(
    ("metres", "flatbed"), [(None, False), ("4", False), ("4.001", True), ("12", True)]
)
def test_wood_of_more_than_four_metres_needs_a_flatbed(metres: str | None, flatbed: bool) -> None:
    told = Particulars(wood_length_m=None if metres is None else Decimal(metres))
    assert told.needs_flatbed is flatbed


@pytest.mark.parametrize(
    ("treated", "kinds"),
    [
        (None, ()),
        (Treated.NO, ()),
        (Treated.YES, (hazard("treated_wood"),)),
        (Treated.UNKNOWN, (hazard("doubtful_wood"),)),
    ],
)
def test_treated_wood_is_a_hazard_and_so_is_not_knowing(
    treated: Treated | None, kinds: tuple[object, ...]
) -> None:
    assert Particulars(wood_treated=treated).hazards == kinds


def test_particulars_are_read_back_as_they_were_written() -> None:
    told = Particulars(
        GlassAs.BOTH, Decimal("5.5"), Treated.NO, Handling.ELSEWHERE, "3 rue Neuve", "un comptoir"
    )

    assert from_json(Particulars, told.plain()) == told
    assert Particulars().plain() == {}
    assert from_json(Particulars, None) == Particulars()
