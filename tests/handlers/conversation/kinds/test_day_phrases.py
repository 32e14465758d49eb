"""Days and periods as people say them; today is Monday 23 November 2026."""

from datetime import date

import pytest

from handlers.conversation.kinds import Day
from handlers.words.catalogue import Say
from tests.handlers.conversation.example_words import say
from tests.handlers.conversation.kinds.reading import facts, read


def _december(first: int, last: int) -> list[str]:
    return [f"2026-12-{day:02}" for day in range(first, last + 1)]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("lundi 14", date(2026, 12, 14)),
        ("le lundi 14", date(2026, 12, 14)),
        ("mardi 1er", date(2026, 12, 1)),
        ("jeudi 14", date(2027, 1, 14)),
        ("Tuesday the 15th", date(2026, 12, 15)),
        ("Tue 15th", date(2026, 12, 15)),
        ("mardi en huit", date(2026, 12, 1)),
        ("mardi en quinze", date(2026, 12, 8)),
        ("Tuesday week", date(2026, 12, 1)),
        ("a week on Tuesday", date(2026, 12, 1)),
        ("mardi de la semaine prochaine", date(2026, 12, 1)),
        ("Friday next week", date(2026, 12, 4)),
        ("à partir du 14 décembre", date(2026, 12, 14)),
        ("à compter du 14/12", date(2026, 12, 14)),
        ("dès le 14 décembre", date(2026, 12, 14)),
        ("from 14 December", date(2026, 12, 14)),
        ("from the 14th of December", date(2026, 12, 14)),
        ("à partir de lundi 14", date(2026, 12, 14)),
        ("demain matin", date(2026, 11, 24)),
        ("demain après-midi", date(2026, 11, 24)),
        ("demain à 8h30", date(2026, 11, 24)),
        ("tomorrow morning", date(2026, 11, 24)),
        ("ce soir", date(2026, 11, 23)),
        ("14/12/2026 à 8h", date(2026, 12, 14)),
        ("14/12 8h-12h", date(2026, 12, 14)),
        ("lundi 14 décembre à 14 h", date(2026, 12, 14)),
        ("lundi 14/12", date(2026, 12, 14)),
        ("le 14/12/2026 à 8h", date(2026, 12, 14)),
        ("14 December at 2pm", date(2026, 12, 14)),
        ("\u202a14\u201112\u20112026\u202c", date(2026, 12, 14)),
        ("lundi 14 décembre, si possible", date(2026, 12, 14)),
        ("\u200f14/12/2026\ufeff", date(2026, 12, 14)),
    ],
)
def test_what_can_mean_only_that_day_is_taken(said: str, day: date) -> None:
    assert read(Day(), said) == day


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("mar 15", ["2026-12-15", "2027-03-15"]),
        ("le 14", ["2026-12-14", "2027-01-14"]),
        ("the 14th", ["2026-12-14", "2027-01-14"]),
        ("lundi en huit", ["2026-11-30", "2026-12-07"]),
        ("mardi 14 décembre", ["2026-12-14", "2026-12-15"]),
        ("mardi 14/12", ["2026-12-14", "2026-12-15"]),
        ("lundi 3 mars 2027", ["2027-03-03", "2027-03-01"]),
        ("avant le 14 décembre", ["2026-12-14"]),
        ("by 14 December", ["2026-12-14"]),
        ("14-18 décembre", _december(14, 18)),
        ("du 14 au 18 décembre", _december(14, 18)),
        ("entre le lundi 14 et le vendredi 18 décembre", _december(14, 18)),
        ("du 14/12 au 18/12", _december(14, 18)),
        ("du 14 au 18/12", _december(14, 18)),
        ("the week of the 14th of December", _december(14, 18)),
        ("December 14-18", _december(14, 18)),
        ("14 to 18 December", _december(14, 18)),
        ("semaine du 14 décembre", _december(14, 18)),
        ("week of 14 December", _december(14, 18)),
        ("les 14 et 15 décembre", _december(14, 15)),
        ("dans la semaine du 14 décembre", _december(14, 18)),
        ("d'ici mi-décembre", [*_december(11, 11), *_december(14, 18)]),
        ("semaine prochaine", ["2026-11-30", *_december(1, 4)]),
        ("next week", ["2026-11-30", *_december(1, 4)]),
        ("début de semaine prochaine", ["2026-11-30", "2026-12-01"]),
        ("cette semaine", [f"2026-11-{day}" for day in range(23, 28)]),
        ("fin décembre", [*_december(21, 24), *_december(28, 31)]),
        ("fin du mois", [*(f"2026-11-{day}" for day in range(23, 28)), "2026-11-30"]),
        ("mi-décembre", [*_december(11, 11), *_december(14, 18)]),
        ("mid December", [*_december(11, 11), *_december(14, 18)]),
        ("early December", [*_december(1, 4), *_december(7, 10)]),
        (
            "courant décembre",
            [
                *(*_december(1, 4), *_december(7, 11), *_december(14, 18)),
                *(*_december(21, 24), *_december(28, 31)),
            ],
        ),
    ],
)
def test_what_can_mean_several_days_offers_them(said: str, days: list[str]) -> None:
    found = read(Day(), said)

    assert isinstance(found, dict)
    assert found["open"] == days


@pytest.mark.parametrize(
    "said",
    [
        "dès que possible",
        "le plus tôt possible",
        "au plus vite",
        "asap",
        "dès que possible svp",
        "urgent",
    ],
)
def test_as_soon_as_possible_offers_the_first_days_that_will_do(said: str) -> None:
    found = read(Day(notice=2, buttons=3), said)

    assert found["open"] == ["2026-11-25", "2026-11-26", "2026-11-27"]
    assert _below(found).startswith("Le premier jour possible est le mercredi 25 novembre 2026")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("mardi 14 décembre", "Cette date est le lundi 14 décembre 2026."),
        ("mardi 14", "Cette date est le lundi 14 décembre 2026."),
        ("fin décembre", "du lundi 21 décembre 2026 au jeudi 31 décembre 2026"),
        ("14-18 décembre", "du lundi 14 décembre 2026 au vendredi 18 décembre 2026"),
        ("avant le 14 décembre", "Quel jour exactement"),
        ("lundi prochain", "Quel jour exactement"),
    ],
)
def test_what_was_understood_is_told_with_the_days(said: str, told: str) -> None:
    assert told in _below(read(Day(), said))


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("lundi 7 ou mardi 8 décembre", ["2026-12-07", "2026-12-08"]),
        ("le 7 ou le 8 décembre", ["2026-12-07", "2026-12-08"]),
        ("7/12 ou 9/12", ["2026-12-07", "2026-12-09"]),
        ("lundi ou jeudi", ["2026-11-26", "2026-11-30"]),
        ("Monday 7 or Tuesday 8 December", ["2026-12-07", "2026-12-08"]),
        ("7 or 8 December", ["2026-12-07", "2026-12-08"]),
        ("première semaine de décembre", [*_december(1, 4), *_december(7, 7)]),
        ("first week of December", [*_december(1, 4), *_december(7, 7)]),
        ("deuxième quinzaine de décembre", [*_december(16, 18), *_december(21, 24)]),
        ("second half of December", [*_december(16, 18), *_december(21, 24)]),
        ("à Noël", [*_december(22, 24), *_december(28, 28)]),
        ("at Christmas", [*_december(22, 24), *_december(28, 28)]),
        ("avant Noël", [*_december(11, 11), *_december(14, 18), *_december(21, 24)]),
        ("before Christmas", [*_december(11, 11), *_december(14, 18), *_december(21, 24)]),
        ("après Noël", [*_december(28, 31), "2027-01-04"]),
        ("after Christmas", [*_december(28, 31), "2027-01-04"]),
        ("après les fêtes", [f"2027-01-{day:02}" for day in (*range(4, 9), *range(11, 16))]),
        ("entre Noël et le jour de l’an", _december(28, 31)),
        ("between Christmas and New Year", _december(28, 31)),
        ("d’ici 8 jours", [*(f"2026-11-{day}" for day in range(23, 28)), "2026-11-30"]),
        ("within a week", [*(f"2026-11-{day}" for day in range(23, 28)), "2026-11-30"]),
        ("dans 15 jours", _december(7, 11)),
        ("in a fortnight", _december(7, 11)),
        ("dans un mois", _december(21, 24)),
        ("the week after next", _december(7, 11)),
        ("semaine 51", _december(14, 18)),
        ("semaine 51 de 2026", _december(14, 18)),
        ("fin de semaine 51", _december(17, 18)),
        ("week 51", _december(14, 18)),
        ("après le 15 décembre", [*_december(16, 18), *_december(21, 24), *_december(28, 29)]),
        ("fin d’année", [*_december(10, 11), *_december(14, 18), *_december(21, 24)]),
        ("by the end of the year", [*_december(10, 11), *_december(14, 18), *_december(21, 24)]),
        ("début 2027", ["2027-01-04", "2027-01-05"]),
        ("early 2027", ["2027-01-04", "2027-01-05"]),
        ("T1 2027", ["2027-01-04", "2027-01-05"]),
        ("first quarter of 2027", ["2027-01-04", "2027-01-05"]),
        ("fin janvier", ["2027-01-21", "2027-01-22"]),
        ("end of January", ["2027-01-21", "2027-01-22"]),
        ("cet hiver", _december(21, 24)),
        ("in spring 2027", ["2027-03-22", "2027-03-23"]),
        ("next year", ["2027-01-04", "2027-01-05"]),
    ],
)
def test_what_is_named_without_its_ends_offers_the_first_days_in_it(
    said: str, days: list[str]
) -> None:
    found = read(Day(), said)

    assert isinstance(found, dict)
    assert found["open"][: len(days)] == days


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("jeudi prochain 26", date(2026, 11, 26)),
        ("next Thursday the 26th", date(2026, 11, 26)),
        ("premier lundi de décembre", date(2026, 12, 7)),
        ("first Monday of December", date(2026, 12, 7)),
        ("le dernier vendredi du mois", date(2026, 11, 27)),
    ],
)
def test_a_day_told_by_its_place_is_taken(said: str, day: date) -> None:
    assert read(Day(), said) == day


@pytest.mark.parametrize(
    "said",
    ["après Noël", "d’ici 15 jours", "Q1 2027", "7 ou 8 décembre", "dans un mois", "next year"],
)
def test_a_span_is_never_one_day_in_silence(said: str) -> None:
    found = read(Day(), said)

    assert isinstance(found, dict)
    assert len(found["open"]) > 1
    assert _below(found)


@pytest.mark.parametrize(
    "said", ["mardi dernier 14", "lundi 45", "31 février au 3 mars", "hier soir"]
)
def test_what_is_no_day_is_never_guessed(said: str) -> None:
    assert not isinstance(read(Day(), said), date | dict)


def _below(found: object) -> str:
    return str(next(iter(Day().lines(found, facts(), _french()))))  # type: ignore[arg-type]


def _french() -> Say:
    return say("fr")
