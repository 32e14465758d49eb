from decimal import Decimal

import pytest

from domain.catalogue import shipped_catalogue
from domain.hazards import find_hazards
from domain.inventory import Access, InventoryLine, Lift
from domain.survey import SurveyReason, is_fixed, survey_needed

CATALOGUE = shipped_catalogue()
EASY = Access(0, Lift.NONE)
CHAIRS = InventoryLine("SIE-01", Decimal(20))


def reasons(
    *lines: InventoryLine, access: Access = EASY, photos: int = 3, note: str = ""
) -> tuple[SurveyReason, ...]:
    return survey_needed(lines, access, CATALOGUE, photos=photos, hazards=find_hazards(note))


def test_a_plain_clearance_can_be_priced_unseen() -> None:
    assert reasons(CHAIRS) == ()


@pytest.mark.parametrize(
    ("code", "quantity", "found"),
    [
        ("SIE-01", 95, ()),
        ("SIE-01", 96, (SurveyReason.VOLUME,)),  # 40.32 m³
        ("BUR-01", 66, ()),  # 62.7 m³ as found, 11.88 loaded
        ("ACC-08", 250, ()),
        ("ACC-08", 251, (SurveyReason.WEIGHT,)),
        ("ACC-03", 600, ()),  # 3,000 kg
        ("ACC-03", 601, (SurveyReason.WEIGHT,)),
        ("DIV-06", 40, ()),
        ("CLO-04", 21, (SurveyReason.FIXED_ITEMS,)),  # m², and no glass
        ("POR-06", 21, (SurveyReason.FIXED_ITEMS,)),  # glass, and no m²
        ("POR-01", 1, (SurveyReason.FIXED_ITEMS,)),
        ("CLO-07", 1, ()),  # an acoustic screen stands on the floor
        ("VER-01", 20, (SurveyReason.FIXED_ITEMS,)),
        ("VER-01", 21, (SurveyReason.FIXED_ITEMS, SurveyReason.GLASS)),
    ],
)  # fmt: skip
def test_reasons_of_the_inventory(
    code: str, quantity: int, found: tuple[SurveyReason, ...]
) -> None:
    assert reasons(InventoryLine(code, Decimal(quantity))) == found


@pytest.mark.parametrize(
    ("access", "found"),
    [
        (Access(2, Lift.NONE), ()),
        (Access(3, Lift.NONE), (SurveyReason.STAIRS,)),
        (Access(9, Lift.PASSENGER), ()),
        (Access(0, Lift.NONE, occupied=True), (SurveyReason.OCCUPIED,)),
    ],
)
def test_reasons_of_the_access(access: Access, found: tuple[SurveyReason, ...]) -> None:
    assert reasons(CHAIRS, access=access) == found


def test_reasons_of_what_is_shown_and_written() -> None:
    assert reasons(CHAIRS, photos=1) == ()
    assert reasons(CHAIRS, photos=0) == (SurveyReason.NO_PHOTOS,)
    assert reasons(CHAIRS, note="peinture ancienne au plomb") == (SurveyReason.HAZARD,)
    assert reasons(CHAIRS, note="deux frigos") == ()


def test_what_is_fixed() -> None:
    assert is_fixed(CATALOGUE.get("SAN-01"))
    assert not is_fixed(CATALOGUE.get("BUR-01"))
