"""Where a site is, as clients say it: address, pin, postcode, commune."""

from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from domain.activities import Activity, Parking
from domain.communes import Commune, Pin
from domain.inventory import Access, InventoryLine
from handlers.conversation.given import SentOther, SharedPlace, Tapped, Typed
from handlers.conversation.kinds import MapPin, Rejected
from handlers.requests import submission
from handlers.requests.address_kinds import (
    Address,
    CommuneOf,
    SitePostcode,
    commune_of,
    pinned,
    postcode_of,
    postcode_unsaid,
    several_communes,
    street_of,
)
from handlers.views.job_views import map_button
from handlers.words.catalogue import Words
from storage import requests
from storage.engine import Database
from storage.request_content import RequestContent, Site
from tests import trade
from tests.conftest import NOW
from tests.handlers.conversation.kinds.reading import code, facts, read

SAY = Words.load().say("fr")
MEUDON = Commune("92048", "Meudon")
NANTERRE = SharedPlace(48.8924, 2.2153)


def test_an_address_is_words_or_a_pin() -> None:
    assert read(Address(), "12 bis, rue de l’Œuvre") == "12 bis, rue de l’Œuvre"
    assert read(Address(), NANTERRE) == MapPin(48.8924, 2.2153)
    assert Address().show([48.8924, 2.2153], "", facts(), SAY) == "📍 48.89240, 2.21530"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (Typed("ici"), "too-short"),
        (Typed("12345"), "needs-letter"),
        (Typed("x" * 201), "too-long"),
        (SentOther("sticker"), "expected-address"),
        (SharedPlace(40.7, -74.0), "pin-abroad"),
        (SharedPlace(-20.9, 55.5), "pin-abroad"),
        (SharedPlace(99.0, 2.0), "expected-place"),
    ],
)
def test_what_is_no_address_is_told_apart(said: Any, why: str) -> None:
    assert code(Address(), said) == why


@pytest.mark.parametrize("said", ["93500", "93 500 Pantin", "Pantin", "PANTIN"])
def test_a_postcode_may_be_given_by_the_name_of_its_commune(said: str) -> None:
    assert read(SitePostcode(), said) == "93500"
    assert SitePostcode().show("93500", "", facts(), SAY) == "93500 Pantin"


def test_a_name_with_several_postcodes_is_asked_back_ours_first() -> None:
    begun = read(SitePostcode(), "st denis")
    offered = [option.text for option in SitePostcode().options(begun, facts())]

    assert offered == [
        "93200 Saint-Denis",
        "93210 Saint-Denis",
        "93380 Saint-Denis",
        "11310",
        "30500",
    ]
    assert SitePostcode().lines(begun, facts(), SAY) == ["Quel code postal\u202f?"]
    assert read(SitePostcode(), Tapped("93210"), begun) == "93210"
    assert code(SitePostcode(), Tapped("75001"), begun) == "expected-postcode"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("93207", "postcode-unlisted"),
        ("95999", "postcode-unlisted"),
        ("93207 Saint-Denis CEDEX", "postcode-cedex"),
        ("97400", "postcode-overseas"),
        ("Mamoudzou", "expected-postcode"),
        ("Paris", "expected-postcode"),
        ("Atlantis", "expected-postcode"),
        ("96000", "postcode-unknown"),
    ],
)
def test_what_is_no_postcode_of_a_commune_is_told_apart(said: str, why: str) -> None:
    assert code(SitePostcode(), said) == why


def test_the_commune_is_asked_only_where_there_are_several() -> None:
    assert [
        several_communes(SimpleNamespace(address="12 rue X", postcode=one))
        for one in ("93500", "92190")
    ] == [
        False,
        True,
    ]
    assert [pinned(SimpleNamespace(address=one)) for one in ("12 rue X", MapPin(1.0, 2.0))] == [
        False,
        True,
    ]


def test_communes_are_tapped_or_written() -> None:
    kind = CommuneOf()
    labels = [
        option.text
        for option in kind.options(None, facts(address="12 rue Hoche", postcode="92190"))
    ]

    assert labels == ["Clamart", "Meudon"]
    for said in (Tapped("92048"), Typed("MEUDON"), Typed("meud")):
        assert read(kind, said, address="12 rue X", postcode="92190") == "92048"
    assert kind.show("92048", "", facts(), SAY) == "Meudon"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (Typed("Pantin"), "commune-unknown"),
        (Typed("😀"), "commune-unknown"),
        (Tapped("93055"), "not-offered"),
        (Tapped("p.x"), "not-offered"),
        (SentOther("sticker"), "expected-commune"),
    ],
)
def test_a_commune_elsewhere_is_refused(said: Any, why: str) -> None:
    assert code(CommuneOf(), said, address="12 rue X", postcode="92190") == why


def test_many_communes_come_in_pages_of_eight() -> None:
    kind = CommuneOf()
    seen: list[str] = []
    for page in range(6):
        begun = read(kind, Tapped(f"p.{page}"), address="12 rue X", postcode="51300")
        options = kind.options(begun, facts(address="12 rue Hoche", postcode="51300"))
        seen += [option.code for option in options if not option.code.startswith("p.")]
        assert len(options) <= 10
    first = kind.options(None, facts(address="12 rue Hoche", postcode="51300"))

    assert len(set(seen)) == len(seen) == 46
    assert [option.code for option in first if option.key] == ["p.1"]
    last = kind.options({"page": 999}, facts(address="12 rue Hoche", postcode="51300"))
    assert [option.code for option in last if option.key] == ["p.4"]


def test_a_commune_given_before_the_postcode_changed_is_asked_again() -> None:
    assert CommuneOf().still("92048", facts(address="12 rue Hoche", postcode="92190")) is None
    assert CommuneOf().still("92048", facts(address="12 rue Hoche", postcode="94340")) == Rejected(
        "not-offered"
    )
    assert isinstance(CommuneOf().load("99999"), Rejected)


def _answers(**given: Any) -> Any:
    known = {
        "address": "12 rue X",
        "landmark": None,
        "postcode": "93500",
        "commune": None,
        "pin": None,
    }
    way = {"floor": 0, "lift": None, "carry": 10, "occupied": False, "hours": None}
    return SimpleNamespace(**{**known, **way, "parking": Parking.DOCK, **given})


def test_a_site_knows_its_commune_and_its_pin() -> None:
    pin = MapPin(48.8924, 2.2153)
    plain = submission.site(_answers())
    chosen = submission.site(_answers(postcode="92190", commune="92048"))
    bare = submission.site(_answers(address=pin))
    named = submission.site(_answers(address=pin, landmark="Portail vert"))
    shown = submission.site(_answers(pin=pin))

    assert (plain.address, plain.town, plain.pin) == ("12 rue X", "93500 Pantin", None)
    assert (chosen.commune, chosen.town) == (Commune("92048", "Meudon"), "92190 Meudon")
    assert (bare.address, bare.pin) == ("GPS 48.89240, 2.21530", Pin(48.8924, 2.2153))
    assert (named.address, named.pin) == ("Portail vert", Pin(48.8924, 2.2153))
    assert (shown.address, shown.pin) == ("12 rue X", Pin(48.8924, 2.2153))


async def test_a_site_is_read_back_as_it_was_written(db: Database) -> None:
    async with db.begin(NOW) as tx:
        person = await trade.client(tx)
        assert person.company_id is not None
        site = Site("Portail vert", "92190", MEUDON, Access(), Parking.YARD, Pin(48.8135, 2.235))
        lines = (InventoryLine("BUR-01", Decimal(2)),)
        asked = RequestContent((Activity.CLEARANCE,), site, lines, trade.MONDAY, trade.FRIDAY, None)
        kept = await requests.open_(tx, asked, company_id=person.company_id, person_id=person.id)
        assert await requests.get(tx, kept.id) == kept


def test_the_map_shows_the_pin_where_there_is_one_else_the_address() -> None:
    site = Site("12 rue Hoche", "92190", MEUDON, Access(), Parking.YARD)
    by_pin = map_button("Carte", replace(site, pin=Pin(48.8135, 2.235)))

    assert (by_pin.url or "").endswith("&query=48.8135%2C2.235")
    assert "query=12+rue+Hoche+92190+Meudon+France" in (map_button("Carte", site).url or "")


@pytest.mark.parametrize(
    ("said", "parted"),
    [
        ("12 rue Hoche, 93500 Pantin", ("12 rue Hoche", "93500", "93055")),
        ("12 rue Hoche 93500", ("12 rue Hoche", "93500", "93055")),
        ("12 bis rue de la Paix 92190 meudon", ("12 bis rue de la Paix", "92190", "92048")),
        ("ZAC du Pont - 93200 St Denis, bâtiment B", ("ZAC du Pont, bâtiment B", "93200", "93066")),
    ],
)
def test_an_address_may_hold_its_postcode_and_town(said: str, parted: tuple[str, str, str]) -> None:
    answers = SimpleNamespace(address=said, postcode=None, commune=None)

    assert not postcode_unsaid(answers)
    assert not several_communes(answers)
    told = (street_of(answers), postcode_of(answers), commune_of(answers).insee)
    assert told == parted


@pytest.mark.parametrize(
    "said",
    [
        "12 rue Hoche",
        "12 rue Hoche, 93500 Marseille",  # another town: which is wrong is asked
        "12 rue Hoche, 97400 Saint-Denis",  # overseas: the question says why not
        "12 rue Hoche, 99999 Nulle-Part",
        "93500 Pantin",  # no street
        "rue du 19 mars 1962",
        "boîte 123456",
    ],
)
def test_an_address_that_cannot_be_parted_is_kept_whole_and_the_postcode_asked(said: str) -> None:
    answers = SimpleNamespace(address=said, postcode="93500", commune=None)

    assert postcode_unsaid(answers)
    assert (street_of(answers), postcode_of(answers)) == (said, "93500")


def test_a_postcode_of_several_communes_without_a_town_is_asked_on() -> None:
    answers = SimpleNamespace(address="12 rue Hoche, 92190", postcode=None, commune=None)
    assert several_communes(answers)


@pytest.mark.parametrize("said", ["chantier", "Le chantier", "sur site", "on site", "sur place !"])
def test_the_word_site_alone_is_no_address(said: str) -> None:
    assert code(Address(), said) == "address-vague"


@pytest.mark.parametrize("said", ["12 rue du Chantier", "Site de la Plaine, hall 4"])
def test_an_address_may_have_the_word_site_in_it(said: str) -> None:
    assert read(Address(), said) == said
