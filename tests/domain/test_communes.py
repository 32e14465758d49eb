"""French communes: postcodes, names, codes of before a merger (§10.2)."""

import re
import runpy
from pathlib import Path

import pytest

from domain import communes
from domain.communes import Commune, Pin
from domain.distances import is_served

SAINT_DENIS = Commune("93066", "Saint-Denis")
POSTCODE = re.compile(r"(?:0[1-9]|[1-8]\d|9[0-58])\d{3}|97[1-8]\d{2}")
INSEE = re.compile(r"(?:(?:0[1-9]|[1-9]\d|2[AB])\d{3}|97[1-8]\d{2}|98[4-9]\d{2})")


@pytest.mark.parametrize(
    ("postcode", "names"),
    [
        ("93500", ["Pantin"]),
        ("93380", ["Saint-Denis"]),
        ("92190", ["Clamart", "Meudon"]),
        ("75016", ["Boulogne-Billancourt", "Paris 16e Arrondissement"]),
        ("75116", ["Paris 16e Arrondissement"]),
        ("20200", ["Bastia", "San-Martino-di-Lota", "Santa-Maria-di-Lota", "Ville-di-Pietrabugno"]),
        ("93207", []),
        ("99999", []),
        ("", []),
    ],
)
def test_a_postcode_serves_one_commune_or_several_or_none(postcode: str, names: list[str]) -> None:
    assert [commune.name for commune in communes.of_postcode(postcode)] == names


def test_a_code_of_before_a_merger_is_the_commune_of_today() -> None:
    assert communes.find("93059") == SAINT_DENIS
    assert communes.find("93066") == SAINT_DENIS
    assert communes.find("93000") is None


@pytest.mark.parametrize(
    "said",
    ["Saint-Denis", "st denis", "ST. DENIS", "saint  denis", "Pierrefitte-sur-Seine"],
)
def test_a_name_is_known_however_it_is_written(said: str) -> None:
    assert SAINT_DENIS in communes.named(said)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("l’hay les roses", "94038"),
        ("L'Haÿ-les-Roses", "94038"),
        ("ILE SAINT DENIS", ""),
        ("L'ÎLE-SAINT-DENIS", "93039"),
        ("sainte genevieve des bois", "91549"),
        ("Atlantis", ""),
        ("", ""),
    ],
)
def test_accents_apostrophes_and_hyphens_do_not_count(said: str, code: str) -> None:
    assert any(commune.insee == code for commune in communes.named(said)) == bool(code)


def test_the_town_of_an_arrondissement_is_the_city() -> None:
    found = [communes.find(code) for code in ("75101", "69381", "13216", "93066")]
    assert [commune.town for commune in found if commune] == [
        "Paris",
        "Lyon",
        "Marseille",
        "Saint-Denis",
    ]


@pytest.mark.parametrize(
    ("insee", "department"),
    [("93066", "93"), ("2A004", "2A"), ("2B033", "2B"), ("97411", "974"), ("98818", "988")],
)
def test_the_department_comes_from_the_code(insee: str, department: str) -> None:
    assert Commune(insee, "X").department == department


def test_postcodes_of_a_commune_include_those_of_one_it_took_in() -> None:
    assert communes.postcodes_of("93066") == ("93200", "93210", "93380")
    assert communes.postcodes_of("93059") == ()


def test_every_code_of_the_table_has_its_form_and_every_former_one_leads_somewhere() -> None:
    served = communes._by_postcode()
    known = communes._by_code()
    assert [code for code in served if not POSTCODE.fullmatch(code)] == []
    assert [code for code in known if not INSEE.fullmatch(code)] == []
    assert [code for code in communes._former_codes() if communes.find(code) is None] == []
    assert len(served) > 6_000
    assert len(known) > 34_900
    assert all(commune.name and commune.name == commune.name.strip() for commune in known.values())


def test_we_go_to_the_departments_whose_distance_is_known() -> None:
    assert [is_served(one) for one in ("93", "75116", "69", "974", "2A")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_a_pin_is_written_in_degrees() -> None:
    assert str(Pin(48.936, 2.357)) == "48.93600, 2.35700"


def test_a_merged_commune_is_mapped_to_the_one_that_took_it_in() -> None:
    script = Path(communes.__file__).parent / "data" / "make_communes.py"
    listed = [
        {"code": "10", "type": "commune-actuelle", "nom": "A", "anciensCodes": ["13", "10"]},
        {"code": "11", "type": "commune-deleguee", "nom": "B", "chefLieu": "10"},
        {"code": "10", "type": "commune-deleguee", "nom": "A", "chefLieu": "10"},
        {"code": "12", "type": "commune-actuelle", "nom": "C"},
    ]

    assert runpy.run_path(str(script))["former_codes"](listed) == {"11": "10", "13": "10"}
