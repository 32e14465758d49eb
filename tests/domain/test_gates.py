"""What waits for a decision, and which lines a decision leaves out."""

from dataclasses import replace
from decimal import Decimal

import pytest

from domain.catalogue import shipped_catalogue
from domain.gates import excluded, waiting
from domain.hazards import find_hazards, hazard
from domain.inventory import InventoryLine
from domain.survey import AsbestosSurvey, CutOff, answered_hazards

CATALOGUE = shipped_catalogue()
BOLTED = InventoryLine("BUR-01", Decimal(1), fixed=True)
DESK, DOOR = InventoryLine("BUR-01", Decimal(2)), InventoryLine("POR-01", Decimal(3))
GONE = InventoryLine("???", Decimal(1))


def test_a_quote_waits_until_every_refused_or_held_kind_is_ruled_on() -> None:
    found = find_hazards("amiante, plomb, peinture, frigo")
    assert [hazard.kind for hazard in waiting(found, ())] == ["asbestos", "lead"]
    assert [hazard.kind for hazard in waiting(found, {"asbestos"})] == ["lead"]
    assert waiting(found, {"asbestos", "lead"}) == ()


def test_asbestos_concerns_the_fixed_lines_only() -> None:
    assert excluded((DESK, DOOR), find_hazards("amiante"), CATALOGUE) == (DOOR,)
    assert excluded((DESK, BOLTED), find_hazards("amiante"), CATALOGUE) == (BOLTED,)
    assert excluded((DESK, DOOR), (hazard("no_survey"),), CATALOGUE) == (DOOR,)
    assert excluded((DESK, DOOR), find_hazards("un piano"), CATALOGUE) == ()


@pytest.mark.parametrize(
    ("asbestos", "cut_off", "kinds"),
    [
        (AsbestosSurvey.YES, CutOff.CERTIFIED, []),
        (AsbestosSurvey.RECENT, CutOff.NOT_APPLICABLE, []),
        (AsbestosSurvey.NO, CutOff.CERTIFIED, ["no_survey"]),
        (AsbestosSurvey.UNKNOWN, CutOff.NO, ["no_survey", "live_networks"]),
        (AsbestosSurvey.YES, CutOff.NO, ["live_networks"]),
        (None, None, ["no_survey"]),
    ],
)
def test_answers_about_fixed_items(
    asbestos: AsbestosSurvey | None, cut_off: CutOff | None, kinds: list[str]
) -> None:
    found = answered_hazards([DESK, DOOR], CATALOGUE, asbestos, cut_off)
    assert [hazard.kind for hazard in found] == kinds
    assert answered_hazards([DESK, GONE], CATALOGUE, asbestos, cut_off) == ()
    marked = [replace(DESK, fixed=True)]  # screwed to the floor: the client says so
    assert [
        hazard.kind for hazard in answered_hazards(marked, CATALOGUE, asbestos, cut_off)
    ] == kinds
