"""The reader of lists and the usual way are timed and judged on the same lines."""

from decimal import Decimal

from bench.reading import UsualReader, compare, lines


def test_the_usual_way_takes_the_first_number_and_the_nearest_name() -> None:
    usual = UsualReader()

    assert usual.read("12 chaises pliantes") == ("SIE-05", Decimal(12))
    assert usual.read("armoire à rideaux") == ("RGT-03", Decimal(1))


def test_both_are_timed_and_judged() -> None:
    figure = compare(rounds=1)

    assert figure.ours_ms > 0 < figure.usual_ms
    assert figure.ours_right > figure.usual_right
    assert figure.ours_silent < figure.usual_silent
    assert f"{figure.times:.1f} ×" in lines(figure)[-1]
