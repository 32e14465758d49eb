import pytest

from domain.hazards import Hazard, HazardAction, find_hazards


@pytest.mark.parametrize(
    ("text", "kind", "action"),
    [
        ("Il y a peut-être de l'amiante dans les dalles", "asbestos", HazardAction.REFUSE),
        ("DALLES VINYLES anciennes", "asbestos", HazardAction.REFUSE),
        ("Électricité encore sous tension", "live_networks", HazardAction.HOLD),
        ("quelques néons à enlever", "electrical", HazardAction.ACCEPT),
        ("bouteilles de gaz au sous-sol", "chemicals", HazardAction.EXCLUDE),
        ("un mur porteur", "structure", HazardAction.REFUSE),
        ("Bois traité à la créosote", "treated_wood", HazardAction.REFUSE),
        ("there is some asbestos", "asbestos", HazardAction.REFUSE),
        ("some mould on the walls", "unhealthy", HazardAction.HOLD),
    ],
)
def test_words_point_to_a_hazard(text: str, kind: str, action: HazardAction) -> None:
    assert (kind, action) in [(found.kind, found.action) for found in find_hazards(text)]


@pytest.mark.parametrize(
    "text",
    ["", "20 bureaux et 20 chaises", "Armoire blanche", "des armoires", "deux plombiers", "rater"],
)
def test_words_that_only_look_alike_do_not(text: str) -> None:
    assert find_hazards(text) == ()


def test_hazards_of_all_texts_are_gathered_with_their_words() -> None:
    assert find_hazards("bois", "traité") == ()
    assert find_hazards("plomb", "Amiante et fibrociment") == (
        Hazard("asbestos", HazardAction.REFUSE, ("amiante", "fibrociment")),
        Hazard("lead", HazardAction.HOLD, ("plomb",)),
    )
