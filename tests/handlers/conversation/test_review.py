"""The summary, and changing things from it."""

import re

from handlers.conversation.engine import Finished, Refused
from tests.handlers.conversation.talk import Talk


def plain(text: str) -> str:
    return re.sub(r"<[^>]+>", "", text)


def test_every_answer_is_summed_up_with_its_label() -> None:
    talk = Talk().until("lines.0.item").with_lines("C-1", "D-9").until("reviewed", lines=2)

    assert plain(talk.screen.text) == "\n".join(  # noqa: FLY002 a summary reads line by line
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
    talk = Talk()
    talk.says("Claire <b>& fils</b> #set page")
    talk.until("reviewed")

    assert "Claire &lt;b&gt;&amp; fils&lt;/b&gt; #set page" in talk.screen.text


def test_send_is_green_and_ends_the_form() -> None:
    talk = Talk().until("reviewed")

    send = talk.screen.rows[0][0]
    assert (send.text, send.style) == ("✅ Envoyer", "success")
    assert isinstance(talk.taps("send"), Finished)


def test_send_can_be_typed() -> None:
    assert isinstance(Talk().until("reviewed").says("envoyer"), Finished)


def test_the_change_menu_lists_every_question_and_item() -> None:
    talk = Talk().until("reviewed")

    talk.taps("change")
    first = talk.buttons
    talk.taps("m.1")

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
    assert "Ajouter un objet" in talk.buttons
    assert "‹ Retour au résumé" in talk.buttons


def test_an_answer_is_changed_from_the_menu_and_the_summary_returns() -> None:
    talk = Talk().until("reviewed")

    talk.taps("change")
    talk.taps("e.floor")
    assert (talk.path, "↩ Garder 3" in talk.buttons) == ("floor", True)
    talk.says("5")

    assert talk.path == "reviewed"
    assert "Étage\u202f: 5" in plain(talk.screen.text)


def test_a_question_of_an_item_is_changed_from_the_item() -> None:
    talk = Talk().until("reviewed")

    talk.taps("change")
    talk.taps("v.lines.0")
    assert talk.buttons[:5] == ["Objet", "Quantité", "État", "Ascenseur", "➕ Morceaux"]
    talk.taps("e.lines.0.quantity")
    talk.says("7")

    assert "7 pce × Chaise" in talk.screen.text


def test_an_item_is_removed_from_the_item() -> None:
    talk = Talk().until("lines.0.item").with_lines("C-1", "D-9").until("reviewed", lines=2)

    talk.taps("change")
    talk.taps("v.lines.0")
    remove = next(button for row in talk.screen.rows for button in row if button.style == "danger")
    assert remove.text == "🗑 Enlever"
    talk.taps("r.lines.0")

    assert "1. 1 pce × Bureau 9, Bon" in talk.screen.text


def test_an_item_is_added_from_the_menu() -> None:
    talk = Talk().until("reviewed")

    talk.taps("a.lines")

    assert talk.path == "lines.1.item"


def test_an_inner_item_is_changed_through_its_item() -> None:
    talk = Talk().until("reviewed", parts=1)

    talk.taps("v.lines.0")
    assert "1. pied · 1,5 kg" in talk.buttons
    talk.taps("v.lines.0.parts.0")
    talk.taps("e.lines.0.parts.0.name")
    talk.says("plateau")

    assert talk.path == "reviewed"
    assert talk.raw("lines.0.parts.0.name") == "plateau"


def test_the_menu_and_the_summary_are_views_of_one_question() -> None:
    talk = Talk().until("reviewed")
    turn = talk.session.turn

    talk.taps("change")
    talk.taps("v.lines.0")
    talk.taps("summary")

    assert (talk.path, talk.session.turn) == ("reviewed", turn)
    assert "Claire Dubois" in talk.screen.text


def test_a_forged_code_is_refused() -> None:
    talk = Talk().until("reviewed")

    for code in ("v.nothing", "x.name", "e.", "m.x", "done"):
        assert isinstance(talk.taps(code), Refused), code
    assert talk.path == "reviewed"
