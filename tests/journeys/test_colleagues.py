"""Who comes second from a company sees nothing of it before somebody of it says yes."""

from sqlalchemy import select

from bot.stage import Stage
from sandbox import Person
from storage.tables import events, people
from tests.journeys import records
from tests.journeys.steps import register, request


async def comes_second(scene: Stage) -> Person:
    """Hugo registers with the SIRET of Claire's company, which has a request."""
    await register(scene.client)
    await request(scene.client)
    await scene.client.sees("DEM-2026-0001")
    second = scene.other_client
    await second.says("/start")
    await second.taps("Français")
    await second.taps("J’ai compris")
    await second.says("732 829 320 00074")
    await second.sees("nom de votre entreprise")
    await second.says("Bâti Nord")
    await second.sees("Quel est votre nom")
    await second.says("Hugo Petit")
    await second.sees("téléphone")
    await second.shares_contact()
    await second.sees("Un collègue doit dire oui")
    return second


async def test_a_colleague_is_let_in_and_then_sees_the_requests(scene: Stage) -> None:
    second = await comes_second(scene)
    mark = second.mark()
    await second.says("/status")
    assert "DEM-2026" not in (await second.sees_after(mark, "Un collègue doit dire oui")).text
    mark = second.mark()
    await second.says("/new")
    await second.sees_after(mark, "/start")

    asked = await scene.client.sees("Hugo Petit")
    await scene.client.taps("✅ Oui", on=asked)
    await scene.client.sees("Hugo Petit a rejoint Bâti Nord")
    await second.sees("Bâti Nord est enregistrée")
    mark = second.mark()
    await second.says("/status")
    await second.sees_after(mark, "DEM-2026-0001")
    assert await scene.client.presses(asked.code("Oui"), asked) == "C’est déjà répondu 👍"


async def test_a_stranger_is_kept_out(scene: Stage) -> None:
    second = await comes_second(scene)
    await scene.client.taps("❌ Non", on=await scene.client.sees("Hugo Petit"))
    await second.sees("n’a pas confirmé")
    inside = select(people.c.company_id).where(people.c.id == second.id)
    assert await records.rows(scene, inside) == [(None,)]


async def test_a_coordinator_may_let_in_and_nobody_else_may(scene: Stage) -> None:
    second = await comes_second(scene)
    waits = await second.sees("Un collègue doit dire oui")
    yes = (await scene.client.sees("Hugo Petit")).code("Oui")
    assert await second.presses(yes, waits) == "Ce bouton n’est pas pour vous."
    refused = select(events.c.actor_id).where(events.c.what == "refused")
    assert await records.rows(scene, refused) == [(second.id,)]

    card = await scene.coordinator.sees("Hugo Petit", chat=scene.group)
    await scene.coordinator.taps("✅ Oui", chat=scene.group, on=card)
    await second.sees("Bâti Nord est enregistrée")
