"""The size of a thing that the catalogue lacks is read as people write it."""

from decimal import Decimal

import pytest

from domain.measures import Measures, read_measures


@pytest.mark.parametrize(
    ("written", "sides", "volume"),
    [
        ("120x60x80", (120, 60, 80), "0.576"),
        ("120 x 60 x 80 cm", (120, 60, 80), "0.576"),
        ("120×60×80cm", (120, 60, 80), "0.576"),
        ("1,2 x 0,6 x 0,8 m", (120, 60, 80), "0.576"),
        ("1.2x0.6x0.8", (120, 60, 80), "0.576"),
        ("1200x600x800", (120, 60, 80), "0.576"),
        ("1200 x 600 x 800 mm", (120, 60, 80), "0.576"),
        ("1,2 m sur 60 cm sur 80 cm", (120, 60, 80), "0.576"),
        ("L 120 x l 60 x H 80", (120, 60, 80), "0.576"),
        ("120 by 60 by 80 cm", (120, 60, 80), "0.576"),
        ("120x60", (120, 60), None),
        ("0,5 m³", (), "0.5"),
        ("2 m3", (), "2"),
        ("300 litres", (), "0.3"),
    ],
)
def test_sides_and_volumes_are_read(
    written: str, sides: tuple[int, ...], volume: str | None
) -> None:
    expected = Measures(tuple(map(Decimal, sides)), None if volume is None else Decimal(volume))
    assert read_measures(written) == expected


@pytest.mark.parametrize(
    "written", ["", "grand", "12", "120x", "0x60x80", "50 m3", "5000x60x80 cm", "1x2x3x4", "3 kg"]
)
def test_what_is_no_size_of_a_thing_is_none(written: str) -> None:
    assert read_measures(written) is None
