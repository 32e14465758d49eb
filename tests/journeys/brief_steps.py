"""Steps of a request that is sent in brief."""

from bot.demo.world import DemoWorld
from tests.journeys.counting import Counted
from tests.journeys.steps import register


async def send_brief(world: DemoWorld) -> Counted:
    """From the registration to a request that is sent, in a hurry."""
    await register(world.client)
    client = Counted(world.client)
    await client.taps("Débarras de mobilier", "Où est le chantier")
    await client.says("12 rue Hoche, 93500 Pantin", "Comment continuer")
    await client.taps("⚡ Vite", "Envoyez des photos")
    await client.sends_album(3, "3 photos")
    await client.taps("Terminé", "À partir de quel jour")
    await client.taps("lun. 30 nov.", "Tout est-il juste")
    await client.taps("Envoyer", "DEM-2026-0001")
    return client
