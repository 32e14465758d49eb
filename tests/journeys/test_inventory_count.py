"""How much a client must do for a quote of ten lines: every message and every tap counts."""

import pytest
from sqlalchemy import select

from bot.demo.world import DemoWorld
from storage.tables import request_lines
from tests.journeys import records
from tests.journeys.counting import Counted
from tests.journeys.steps import register

TEN = (
    "20 bureaux droits 160x80, 20 fauteuils de bureau, 15 chaises visiteur, 2 tables ovales, "
    "10 caissons mobiles métal, 6 armoires basses mélaminé, 4 tableaux blancs, "
    "12 écrans 24 pouces, 3 photocopieurs et 8 extincteurs"
)
PICKED = (
    ("Bureaux, tables", ("Bureau droit 160", "Bureau droit 120", "Bench 2 postes", "Retour de")),
    ("Sièges", ("Fauteuil de bureau", "Chaise visiteur", "Chaise empilable")),
    ("Rangements", ("Caisson mobile métal", "Armoire haute méta", "Armoire basse métal")),
)


async def _opens(client: Counted) -> None:
    await client.says("/new", "Que faut-il faire")
    await client.taps("Débarras de mobilier", "Où est le chantier")
    await client.says("12 rue Hoche, 93500 Pantin", "Comment continuer")
    await client.taps("Plain-pied", "Que faut-il enlever")


async def _sends(client: Counted) -> None:
    await client.taps("🏠 Propriétaire", "Envoyez des photos")
    await client.taps("Passer", "À partir de quel jour")
    await client.taps("lun. 30 nov.", "Jusqu’à quel jour")
    await client.taps("mer. 2 déc.", "Autre chose")
    await client.taps("Passer", "Tout est-il juste")
    await client.taps("Envoyer", "DEM-2026-0001")


async def _lines(world: DemoWorld) -> int:
    return len(await records.rows(world, select(request_lines.c.code)))


async def test_ten_lines_by_pasted_list(
    world: DemoWorld, capsys: pytest.CaptureFixture[str]
) -> None:
    await register(world.client)
    client = Counted(world.client)
    await _opens(client)
    await client.says(TEN, "Voici ce que j’ai compris")
    await client.taps("Ajouter, et c’est tout", "Qui êtes-vous")
    await _sends(client)

    assert await _lines(world) == 10
    client.told("10 lines by pasted list", 12, capsys)


async def test_ten_lines_by_tapping(world: DemoWorld, capsys: pytest.CaptureFixture[str]) -> None:
    await register(world.client)
    client = Counted(world.client)
    await _opens(client)
    for n, (family, items) in enumerate(PICKED):
        if n:
            await client.taps("Toutes les familles", "Que faut-il enlever")
        await client.taps(family, "Que faut-il enlever")
        if not n:
            await client.taps("par 10", "Que faut-il enlever")
        for item in items:
            await client.taps(item, f"10 × {item}")
    await client.taps("C’est tout", "Qui êtes-vous")
    await _sends(client)

    assert await _lines(world) == 10
    client.told("10 lines by tapping", 27, capsys)
