"""Every row of §2.4 in both languages, small typos, and words that only look alike."""

import pytest

from domain.catalogue import shipped_catalogue
from domain.hazards import Hazard, HazardAction, find_hazards, hazard, together

REFUSE, HOLD = HazardAction.REFUSE, HazardAction.HOLD
EXCLUDE, ACCEPT = HazardAction.EXCLUDE, HazardAction.ACCEPT

ROWS = {
    ("asbestos", REFUSE): (
        "Il y a peut-être de l'amiante",
        "toit en fibrociment",
        "DALLES VINYLES anciennes",
        "flocage au plafond",
        "calorifugeage des tuyaux",
        "de la colle noire",
        "amyante au plafond",
        "there is some asbestos",
        "asbestoss panels",
        "fibre cement sheets",
        "old vinyl tiles",
    ),
    ("lead", HOLD): (
        "tuyaux au plomb",
        "de la peinture ancienne",
        "deux vitraux",
        "un vitrail",
        "peinture au plomb",
        "lead paint on doors",
        "lead pipes",
        "a stained glass window",
        "old paint",
    ),
    ("chemicals", EXCLUDE): (
        "des produits chimiques",
        "dix pots de peinture",
        "du solvant",
        "bidon d'acide",
        "produits phyto",
        "bouteilles de gaz au sous-sol",
        "fûts d'huile",
        "vieilles batteries",
        "3 extincteurs",
        "extinteurs",
        "some chemicals",
        "paint cans",
        "solvents",
        "gas bottles",
        "car batteries",
        "fire extinguishers",
    ),
    ("medical", REFUSE): (
        "bacs DASRI",
        "des seringues",
        "des médicaments",
        "seringe usagée",
        "used syringes",
        "medicines",
    ),
    ("weapons", REFUSE): (
        "une caisse de munitions",
        "des armes",
        "un explosif",
        "weapons in a cupboard",
        "ammunition",
        "explosives",
    ),
    ("electrical", ACCEPT): (
        "quelques tubes fluo",
        "des lampes",
        "DEEE divers",
        "deux frigos",
        "une clim",
        "old fridges",
        "fluorescent tubes",
        "an air conditioner",
    ),
    ("live_networks", HOLD): (
        "Électricité encore sous tension",
        "gaz ouvert",
        "eau non coupée",
        "chauffage non vidangé",
        "live cables",
        "the power is still on",
        "water not cut off",
        "heating not drained",
    ),
    ("height", HOLD): (
        "travail en hauteur",
        "travaux en hauteur",
        "sur la toiture",
        "près d'une trémie",
        "sous la verrière",
        "plafond à 4,5 m de haut",
        "hauteur 5 m",
        "work at height",
        "on the roof",
        "ceiling 4 m high",
    ),
    ("structure", REFUSE): (
        "un mur porteur",
        "démolition des murs",
        "terrassement",
        "a load-bearing wall",
        "demolition work",
        "earthworks",
    ),
    ("treated_wood", REFUSE): (
        "Bois traité à la créosote",
        "des traverses",
        "poteaux CCA",
        "planches traitées : bois traité",
        "treated wood",
        "creosote posts",
        "railway sleepers",
    ),
    ("unhealthy", HOLD): (
        "moisissures aux murs",
        "fientes de pigeon",
        "il y a des rats",
        "punaises de lit",
        "syndrome de Diogène",
        "du sang au sol",
        "mould on the walls",
        "bed bugs",
        "blood on the floor",
        "pigeon droppings",
    ),
    ("heavy", HOLD): (
        "un piano",
        "un coffre",
        "un coffre-fort",
        "une machine-outil",
        "presse de 450 kg",
        "une armoire de 1 200 kg",
        "cuve de 2 tonnes",
        "a grand piano",
        "a machine",
        "a heavy safe",
    ),
    ("vehicles", REFUSE): (
        "un VHU",
        "une épave",
        "un bateau",
        "40 pneus",
        "a boat",
        "tyres",
        "scrap cars",
    ),
    ("occupied", REFUSE): (
        "le site est squatté",
        "un squat",
        "des squatteurs",
        "litige sur la propriété",
        "squatters",
        "people living there",
        "an ownership dispute",
    ),
}


@pytest.mark.parametrize(
    ("text", "kind", "action"),
    [(text, *row) for row, texts in ROWS.items() for text in texts],
)
def test_words_point_to_a_hazard(text: str, kind: str, action: HazardAction) -> None:
    assert (kind, action) in [(found.kind, found.action) for found in find_hazards(text)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "20 bureaux et 20 chaises",
        "Armoire blanche",
        "des armoires",
        "deux plombiers",
        "rater",
        "derrière la voiture, souvent",
        "salle de peinture",
        "la peinture fraîche du hall",
        "un peintre en ceinture",
        "murs en béton armé, portes en verre armé",
        "température ambiante",
        "à travers la cour",
        "le couloir qui traverse le bâtiment",
        "coffret électrique",
        "cabinet de médecine du travail",
        "bureaux réglables en hauteur, plafond à 2,50 m de haut",
        "hauteur sous plafond 2,7 m",
        "bois non traité",
        "il faut vider avant démolition",
        "the building is safe, the door has a tire-lait",
        "monte-charge : charge utile 1 000 kg",
        "goods lift 630 kg",
        "armoire de 80 kg",
        "machine à café",
        "un rateau, un gateau",
        "blocage de la porte",
        "fente dans la porte",
    ],
)
def test_words_that_only_look_alike_do_not(text: str) -> None:
    assert find_hazards(text) == ()


def test_hazards_of_all_texts_are_gathered_with_their_words() -> None:
    assert find_hazards("bois", "traité") == ()
    assert find_hazards("plomb", "Amiante et fibrociment", "amiante") == (
        Hazard("asbestos", REFUSE, ("amiante", "fibrociment"), fixed=True),
        Hazard("lead", HOLD, ("plomb",)),
    )


def test_a_word_belongs_to_the_longest_phrase_only() -> None:
    assert [hazard.kind for hazard in find_hazards("de la peinture ancienne")] == ["lead"]
    assert [hazard.kind for hazard in find_hazards("peinture ancienne, peinture en pots")] == [
        "lead",
        "chemicals",
    ]


def test_what_the_client_denies_is_listed_all_the_same() -> None:
    """Nobody is told that a site is safe: « pas d'amiante » is something to check."""
    assert [hazard.kind for hazard in find_hazards("Il n'y a pas d'amiante.")] == ["asbestos"]


def test_only_refused_and_held_ones_wait_for_a_decision() -> None:
    kinds = ("asbestos", "no_survey", "chemicals", "electrical")
    assert [hazard(kind).waits for kind in kinds] == [True, True, False, False]


def test_findings_of_several_places_are_joined_in_the_order_of_the_table() -> None:
    joined = together(
        find_hazards("un piano"), (hazard("no_survey"),), find_hazards("piano et plomb")
    )
    assert joined == (
        Hazard("no_survey", HOLD, (), fixed=True),
        Hazard("lead", HOLD, ("plomb",)),
        Hazard("heavy", HOLD, ("piano",)),
    )


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_catalogue_itself_raises_no_false_alarm(language: str) -> None:
    """What we list, we take: only these names say a word of the table, rightly."""
    items = shipped_catalogue().items
    spotted = {item.code for item in items if find_hazards(item.label(language))}
    assert spotted <= {
        *("LUM-02", "LUM-03", "LUM-04", "LUM-05", "CUI-04", "CUI-05"),  # taken in own containers
        *("TEC-09", "RGT-14"),  # taken because they are listed
    }
