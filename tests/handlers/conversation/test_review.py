"""The summary, and changing things from it."""

import re

from handlers.conversation.engine import Finished, Refused
from tests.handlers.conversation.example_person import ExamplePerson


def plain(text: str) -> str:
    return re.sub(r"<[^>]+>", "", text)


def test_every_answer_is_summed_up_with_its_label() -> None:
    person = (
        ExamplePerson().until("lines.0.item").with_lines("C-1", "D-9").until("reviewed", lines=2)
    )

    assert plain(person.screen.text) == "\n".join(  # noqa: FLY002 a summary reads line by line
        [
            "Tout est juste ?",
            "",
            "Nom : Claire Dubois",
            "Téléphone : 06 39 98 00 01",
            "SIRET : 732 829 320 00074",
            "Code postal : 93200",
            "Accès : Ascenseur",
            "Étage : 3",
            "Outils : Scie",
            "Camion : Le grand camion",
            "Objets (2)",
            "1. 1 pce × Chaise, Bon",
            "2. 1 pce × Bureau 9, Bon",
            "Photos : 1 photo",
            "Documents : aucun document",
            "Lieu : non précisé",
            "Premier jour : lundi 30 novembre 2026",
            "Dernier jour : lundi 7 décembre 2026",
            "Heure : 08:30",
            "Accord : oui",
            "Remarque : non précisé",
        ]
    ).replace(" :", "\u202f:").replace("732 829 320 00074", "732\u00a0829\u00a0320\u00a000074")


def test_what_people_wrote_is_shown_as_they_wrote_it() -> None:
    person = ExamplePerson()
    person.says("Claire <b>& fils</b> #set page")
    person.until("reviewed")

    assert "Claire &lt;b&gt;&amp; fils&lt;/b&gt; #set page" in person.screen.text


def test_send_is_green_and_ends_the_form() -> None:
    person = ExamplePerson().until("reviewed")

    send = person.screen.rows[0][0]
    assert (send.text, send.style) == ("✅ Envoyer", "success")
    assert isinstance(person.taps("send"), Finished)


def test_send_can_be_typed() -> None:
    assert isinstance(ExamplePerson().until("reviewed").says("envoyer"), Finished)


def test_the_change_menu_lists_every_question_and_item() -> None:
    person = ExamplePerson().until("reviewed")

    person.taps("change")
    first = person.buttons
    person.taps("m.1")

    assert first[:9] == [
        "Nom",
        "Téléphone",
        "SIRET",
        "Code postal",
        "Accès",
        "Étage",
        "Outils",
        "Camion",
        "1. 12 pce × Chaise, Cassé",
    ]
    assert "Ajouter un objet" in person.buttons
    assert "‹ Retour au résumé" in person.buttons


def test_an_answer_is_changed_from_the_menu_and_the_summary_returns() -> None:
    person = ExamplePerson().until("reviewed")

    person.taps("change")
    person.taps("e.floor")
    assert (person.path, "↩ Garder 3" in person.buttons) == ("floor", True)
    person.says("5")

    assert person.path == "reviewed"
    assert "Étage\u202f: 5" in plain(person.screen.text)


def test_a_question_of_an_item_is_changed_from_the_item() -> None:
    person = ExamplePerson().until("reviewed")

    person.taps("change")
    person.taps("v.lines.0")
    assert person.buttons[:5] == ["Objet", "Quantité", "État", "Ascenseur", "➕ Morceaux"]
    person.taps("e.lines.0.quantity")
    person.says("7")

    assert "7 pce × Chaise" in person.screen.text


def test_an_item_is_removed_from_the_item() -> None:
    person = (
        ExamplePerson().until("lines.0.item").with_lines("C-1", "D-9").until("reviewed", lines=2)
    )

    person.taps("change")
    person.taps("v.lines.0")
    remove = next(
        button for row in person.screen.rows for button in row if button.style == "danger"
    )
    assert remove.text == "🗑 Enlever"
    person.taps("r.lines.0")

    assert "1. 1 pce × Bureau 9, Bon" in person.screen.text


def test_an_item_is_added_from_the_menu() -> None:
    person = ExamplePerson().until("reviewed")

    person.taps("a.lines")

    assert person.path == "lines.1.item"


def test_an_inner_item_is_changed_through_its_item() -> None:
    person = ExamplePerson().until("reviewed", parts=1)

    person.taps("v.lines.0")
    assert "1. pied · 1,5 kg" in person.buttons
    person.taps("v.lines.0.parts.0")
    person.taps("e.lines.0.parts.0.name")
    person.says("plateau")

    assert person.path == "reviewed"
    assert person.raw("lines.0.parts.0.name") == "plateau"


def test_the_menu_and_the_summary_are_views_of_one_question() -> None:
    person = ExamplePerson().until("reviewed")
    turn = person.session.turn

    person.taps("change")
    person.taps("v.lines.0")
    person.taps("summary")

    assert (person.path, person.session.turn) == ("reviewed", turn)
    assert "Claire Dubois" in person.screen.text


def test_a_forged_code_is_refused() -> None:
    person = ExamplePerson().until("reviewed")

    for code in ("v.nothing", "x.name", "e.", "m.x", "done"):
        assert isinstance(person.taps(code), Refused), code
    assert person.path == "reviewed"
