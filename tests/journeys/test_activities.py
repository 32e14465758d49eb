"""Each activity with its own questions, and several in one request."""

from dataclasses import dataclass

import pytest
from sqlalchemy import select

from bot.demo.world import DemoWorld
from storage.tables import request_lines, requests
from tests.documents.reading import text_of
from tests.journeys import records
from tests.journeys.counting import Counted
from tests.journeys.steps import asked, register, send_price, ticked

C, L = requests.c, request_lines.c


@dataclass(frozen=True)
class Work:
    """What is tapped and said between the easy access and the photos; `kept` of each line."""

    button: str
    acts: tuple[tuple[str, str, str], ...]  # taps or says, what, then sees
    kept: tuple[tuple[str, str, bool, bool], ...]  # code, quantity, careful, fixed
    particulars: dict[str, str] | None
    tax: tuple[str, ...] = ()  # what a coordinator is asked before it can be quoted
    on_card: tuple[str, ...] = ()
    in_quote: tuple[str, ...] = ()


FIXED_ITEMS = (
    ("taps", "Oui", "Envoyez-le"),
    ("taps", "Passer", "est-ce coupé"),
    ("taps", "Sans objet", "Qui êtes-vous"),
)
WORKS = (
    Work(
        "Débarras de mobilier",
        (
            ("says", "20 bureaux droits 160x80, 3 canapés 2 places", "Voici ce que j’ai compris"),
            ("taps", "Ajouter, et c’est tout", "Qui êtes-vous"),
        ),
        (("BUR-01", "20", False, False), ("SIE-08", "3", False, False)),
        None,
        in_quote=("Débarras de mobilier",),
    ),
    Work(
        "Réemploi de bois",
        (
            ("taps", "🪵 Bois", "Que faut-il enlever"),
            ("taps", "Poutre / solive", "1 m × Poutre"),
            ("says", "240", "240 m × Poutre"),
            ("taps", "C’est tout", "plus grande longueur"),
            ("says", "5,5 m", "est-il traité"),
            ("taps", "🌳 Non", "Qui êtes-vous"),
        ),
        (("BOI-03", "240", False, False),),
        {"wood_length_m": "5.5", "wood_treated": "no"},
        tax=("Des meubles",),
        on_card=("jusqu’à 5,5 m, camion plateau", "Bois traité : 🌳 Non"),
        in_quote=("Réemploi de bois", "jusqu’à 5,5 m, camion plateau"),
    ),
    Work(
        "Verre plat",
        (
            ("taps", "Les vitrages seuls", "Que faut-il enlever"),
            ("says", "12 m² double vitrage 4/16/4", "12 m² × Double vitrage 4/16/4"),
            ("taps", "C’est tout", "amiante"),
            *FIXED_ITEMS,
        ),
        (("VER-03", "12", False, True),),
        {"glass": "panes"},
        tax=("Des éléments fixés", "Non"),
        on_card=("Les vitrages seuls",),
        in_quote=("Verre plat", "Les vitrages seuls"),
    ),
    Work(
        "Dépose soignée",
        (
            ("says", "10 portes pleines", "10 × Vantail âme pleine"),
            ("says", "4 bibliothèques ouvertes", "4 × Bibliothèque ouverte"),
            ("taps", "C’est tout", "fixé au bâtiment"),
            ("taps", "☐ Bibliothèque", "fixé au bâtiment"),
            ("taps", "Terminé", "amiante"),
            *FIXED_ITEMS,
        ),
        (("POR-02", "10", True, True), ("RGT-09", "4", True, True)),
        None,
        tax=("Non",),
        in_quote=("Dépose soignée",),
    ),
    Work(
        "Curage",
        (
            ("says", "120 m² cloisons plaque de plâtre 72/48", "120 m² × Cloison plaque"),
            ("taps", "C’est tout", "amiante"),
            *FIXED_ITEMS,
        ),
        (("CLO-04", "120", False, True),),
        None,
        tax=("Non",),
        in_quote=("Curage",),
    ),
    Work(
        "Inventaire, manutention",
        (
            ("says", "30 chaises visiteur", "30 × Chaise visiteur"),
            ("taps", "C’est tout", "Que faut-il faire des objets"),
            ("taps", "Les porter ailleurs", "Où faut-il les porter"),
            ("says", "3 rue Neuve, 2e étage", "Qui êtes-vous"),
        ),
        (("SIE-03", "30", False, False),),
        {"handling": "elsewhere", "handling_to": "3 rue Neuve, 2e étage"},
        on_card=("Les porter ailleurs : 3 rue Neuve, 2e étage", "Pas dans le tarif"),
    ),
    Work(
        "Transformation",
        (
            ("says", "6 vantaux âme pleine", "6 × Vantail âme pleine"),
            ("taps", "C’est tout", "amiante"),
            *FIXED_ITEMS[:2],
            ("taps", "Sans objet", "Que voulez-vous en faire"),
            ("says", "Un comptoir avec les portes", "Qui êtes-vous"),
        ),
        (("POR-02", "6", False, True),),
        {"transform": "Un comptoir avec les portes"},
        on_card=("Un comptoir avec les portes", "Pas dans le tarif"),
    ),
)


QUOTED = [one for one in WORKS if one.in_quote]


async def opens(client: Counted, *buttons: str) -> None:
    await client.says("/new", "Que faut-il faire")
    if len(buttons) == 1:
        await client.taps(buttons[0], "Où est le chantier")
    else:
        await client.taps("➕ Plusieurs", "Que faut-il faire")
        for button in buttons:
            await client.taps(f"☐ {button}", "Que faut-il faire")
            await ticked(client.person, button)
        await client.taps("Terminé", "Où est le chantier")
    await client.says("12 rue Hoche, 93500 Pantin", "Comment continuer")


async def acts(client: Counted, steps: tuple[tuple[str, str, str], ...]) -> None:
    for how, what, then in steps:
        await (client.taps(what, then) if how == "taps" else client.says(what, then))


async def sends(client: Counted) -> None:
    await client.taps("🏠 Propriétaire", "Envoyez des photos")
    await client.sends_album(3, "3 photos")
    await client.taps("Terminé", "À partir de quel jour")
    await client.taps("lun. 30 nov.", "Jusqu’à quel jour")
    await client.taps("mer. 2 déc.", "Autre chose")
    await client.taps("Passer", "Tout est-il juste")
    await client.taps("Envoyer", "DEM-2026-0001")


@pytest.mark.parametrize("work", WORKS, ids=[one.button for one in WORKS])
async def test_each_activity_asks_its_own_questions_only(world: DemoWorld, work: Work) -> None:
    await register(world.client)
    client = Counted(world.client)
    await opens(client, work.button)
    then = "Comment sortir le verre" if work.button == "Verre plat" else "Que faut-il enlever"
    await client.taps("Plain-pied", then)
    await acts(client, work.acts)
    await sends(client)

    lines = select(L.code, L.quantity, L.careful, L.fixed).order_by(L.position)
    assert tuple(await records.rows(world, lines)) == work.kept
    assert await records.rows(world, select(C.particulars)) == [(work.particulars,)]
    card = await world.coordinator.sees("Bâti Nord", chat=world.group)
    assert [one for one in (work.button, *work.on_card) if one not in card.text] == []


@pytest.mark.parametrize("work", QUOTED, ids=[one.button for one in QUOTED])
async def test_each_activity_is_quoted_with_what_was_said_of_it(
    world: DemoWorld, work: Work
) -> None:
    await register(world.client)
    client = Counted(world.client)
    await opens(client, work.button)
    then = "Comment sortir le verre" if work.button == "Verre plat" else "Que faut-il enlever"
    await client.taps("Plain-pied", then)
    await acts(client, work.acts)
    await sends(client)
    office = world.coordinator
    for answer in work.tax or ("Envoyer le devis",):
        await office.taps(answer, chat=world.group)
    document = await world.client.sees(lambda seen: seen.kind == "document")
    text = text_of(await document.bytes())
    assert [one for one in work.in_quote if one not in text] == []


async def test_several_activities_ask_the_questions_of_each(world: DemoWorld) -> None:
    await register(world.client)
    client = Counted(world.client)
    await opens(client, "🪑 Débarras de mobilier", "🪵 Réemploi de bois", "🧤 Dépose soignée")
    await client.taps("Plain-pied", "Que faut-il enlever")
    await client.says("20 bureaux droits 160x80, 10 portes pleines", "Voici ce que j’ai")
    await client.taps("Ajouter, et c’est tout", "Il manque le bois")
    await client.says("30 ml de poutres", "30 m × Poutre")
    await client.taps("C’est tout", "fixé au bâtiment")
    await client.taps("Terminé", "amiante")
    await acts(client, FIXED_ITEMS[:2])
    await client.taps("Sans objet", "plus grande longueur")
    await client.says("3", "est-il traité")
    await client.taps("Je ne sais pas", "Qui êtes-vous")
    await sends(client)

    lines = select(L.code, L.careful, L.fixed).order_by(L.position)
    assert await records.rows(world, lines) == [
        ("BUR-01", False, False),
        ("POR-02", True, True),
        ("BOI-03", False, False),
    ]
    card = await world.coordinator.sees("Bâti Nord", chat=world.group)
    for words in ("Débarras de mobilier", "Réemploi de bois", "Dépose soignée"):
        assert words in card.text
    assert "bois peut-être traité" in card.text
    assert "⚖️ Décider" in card.labels
    kept = select(C.activity, C.activities, C.held)
    assert await records.rows(world, kept) == [
        ("clearance", ["clearance", "wood_reuse", "careful_removal"], ["doubtful_wood"])
    ]


async def test_work_without_a_rate_is_not_quoted_before_somebody_priced_it(
    world: DemoWorld,
) -> None:
    await register(world.client)
    client = Counted(world.client)
    await opens(client, "Inventaire, manutention")
    await client.taps("Plain-pied", "Que faut-il enlever")
    await acts(client, WORKS[5].acts)
    await sends(client)
    office = world.coordinator
    card = await office.sees("Pas dans le tarif", chat=world.group)
    assert "Envoyer le devis" not in "".join(card.labels)
    await office.taps("Chiffrer", chat=world.group)
    await asked(office, "Chiffrage DEM-2026-0001")
    assert await office.taps("Envoyer au client") == (
        "Une partie du travail n’est pas dans le tarif. Ajoutez une ligne ou changez les heures."
    )
    await office.taps("Ligne libre")
    await office.sees("écrire sur le devis")
    await office.says("Inventaire de 30 chaises")
    await office.sees("Pour combien d’euros")
    await office.says("120")
    await asked(office, "Inventaire de 30 chaises")
    await send_price(office)
    await world.client.sees("Devis DEV-2026-0001")


async def test_treated_wood_is_refused_kindly_and_held(world: DemoWorld) -> None:
    await register(world.client)
    client = Counted(world.client)
    await opens(client, "Réemploi de bois")
    await client.taps("Plain-pied", "Que faut-il enlever")
    await acts(client, (*WORKS[1].acts[:4], ("says", "3", "est-il traité")))
    await client.taps("☣️ Oui", "Qui êtes-vous")
    await sends(client)

    await world.client.sees("collecteur de déchets dangereux")
    assert await records.rows(world, select(C.held)) == [(["treated_wood"],)]
