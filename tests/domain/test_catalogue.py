import pytest

from domain.catalogue import Catalogue, UnknownCode, read_catalogue, shipped_catalogue
from domain.outcomes import Outcome
from domain.pricebook import shipped_price_books

CATALOGUE = shipped_catalogue()


def found(word: str, lang: str = "fr", limit: int = 8) -> list[str]:
    return [item.code for item in CATALOGUE.search(word, lang, limit)]


def test_get_returns_the_item_of_a_code() -> None:
    item = CATALOGUE.get("BUR-08")

    assert (item.fr, item.label("en"), item.unit) == ("Retour de bureau 80x60", "Desk return", "u")
    assert (item.planned, item.fallback) == (Outcome.TRANSFORMED, Outcome.RECYCLED)


def test_get_raises_for_an_unknown_code_and_find_does_not() -> None:
    with pytest.raises(UnknownCode) as refusal:
        CATALOGUE.get("BUR-99")

    assert refusal.value.code == "BUR-99"
    assert CATALOGUE.find("BUR-99") is None


def test_the_shipped_catalogue_is_whole() -> None:
    assert len(CATALOGUE.items) == 131
    assert len({item.code for item in CATALOGUE.items}) == 131
    assert {item.unit for item in CATALOGUE.items} == {"u", "m2", "ml", "kg", "m3"}
    assert all(item.weight_kg > 0 and item.dismantled_m3 > 0 for item in CATALOGUE.items)


def test_every_stream_of_the_catalogue_has_a_gate_fee() -> None:
    fees = {name for name in shipped_price_books().figures if name.startswith("gate_fee.")}

    assert {f"gate_fee.{item.stream}" for item in CATALOGUE.items} <= fees


def test_categories_hold_every_item_once() -> None:
    assert [*CATALOGUE.categories][:3] == ["office", "seating", "storage"]
    assert sorted(i.code for items in CATALOGUE.categories.values() for i in items) == sorted(
        i.code for i in CATALOGUE.items
    )


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("bureau", "BUR-01"),
        ("Bureaux", "BUR-01"),
        ("BUREAU DROIT 120", "BUR-02"),
        ("evier", "SAN-05"),
        ("Évier", "SAN-05"),
        ("canapés", "SIE-08"),
        ("canapée", "SIE-08"),
        ("chiase", "SIE-03"),
        ("refrigirateur", "CUI-04"),
        ("table de reunion", "TAB-01"),
        ("reunion table", "TAB-01"),
        ("BUR-06", "BUR-06"),
        ("bur06", "BUR-06"),
        ("frigo", "CUI-04"),
        ("néons", "LUM-04"),
        ("desk", "BUR-01"),
    ],
)
def test_search_in_french_forgives(word: str, first: str) -> None:
    assert found(word)[0] == first


@pytest.mark.parametrize(
    ("word", "first"),
    [("desks", "BUR-01"), ("ofice chair", "SIE-01"), ("shelves", "RGT-10"), ("sofas", "SIE-08"),
     ("window", "VER-08"), ("whitebord", "ACC-01"), ("fauteuil", "SIE-01")],
)  # fmt: skip
def test_search_in_english_forgives(word: str, first: str) -> None:
    assert found(word, "en")[0] == first


@pytest.mark.parametrize(
    "word", ["", "   ", "de la", "!?", "😀", "zzzz", "5000000", "'; drop table"]
)
def test_search_finds_nothing_where_nothing_is_meant(word: str) -> None:
    assert found(word) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("refrigerateru", True), ("rfrigeratur", True), ("rfrigrateru", False), ("evir", True),
     ("evi", True), ("vie", False), ("12O", False)],
)  # fmt: skip
def test_one_typo_in_short_words_two_in_long_ones(typed: str, meant: bool) -> None:
    assert bool({"CUI-04", "SAN-05"} & {*found(typed)}) is meant


def test_a_close_word_comes_after_a_longer_one_that_begins_so() -> None:
    catalogue = read_catalogue(
        "code,fr,en,unit,category,m3,m3_dismantled,kg,stream,outcome,dismantle_min,handling_min,"
        "min_persons,basis\n"
        "A-1,Balle,Ball,u,x,1,1,1,DIB,X,0,0,1,E\n"
        "A-2,Ballet,Ballet,u,x,1,1,1,DIB,X,0,0,1,E\n"
        "A-3,Malle,Trunk,u,x,1,1,1,DIB,X,0,0,1,E\n"
        "A-4,Grande balle,Large ball,u,x,1,1,1,DIB,X,0,0,1,E\n"
    )

    assert [item.code for item in catalogue.search("balle")] == ["A-1", "A-4", "A-2", "A-3"]


def test_search_keeps_to_the_limit_and_puts_exact_words_before_close_ones() -> None:
    assert len(found("bureau", limit=3)) == 3
    assert found("armoire basse métal") == ["RGT-05"]
    assert set(found("porte")) >= {"POR-03", "POR-04", "POR-05", "POR-06"}


def test_every_item_is_found_by_its_own_name_in_both_languages() -> None:
    for item in CATALOGUE.items:
        assert item.code in found(item.fr, "fr", 20)
        assert item.code in found(item.en, "en", 20)


def test_a_synonym_of_an_unknown_item_is_refused() -> None:
    with pytest.raises(UnknownCode):
        read_catalogue("code\n", "word,codes\nfrigo,CUI-99\n")


def test_an_empty_catalogue_finds_nothing() -> None:
    assert Catalogue((), {}).search("bureau") == ()
