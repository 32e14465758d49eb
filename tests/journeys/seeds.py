"""Where a journey begins in the middle: a client with an agreed quote, a crew with phones on."""

from bot.clock import real_now
from bot.demo.world import DemoWorld
from storage.engine import Database
from tests import trade


async def agreed_quotes(scene: DemoWorld, *desks: int) -> None:
    """Write down a client and, for each number of desks, an agreed quote and its job."""
    db = Database(scene.settings.database_url)
    try:
        async with db.begin(scene.clock.now(), real_now=real_now()) as tx:
            await trade.client(tx, scene.client.id, scene.client.user.phone)
            for count in desks:
                await trade.agreed_job(tx, count, person_id=scene.client.id)
    finally:
        await db.close()
    for person in (scene.client, scene.coordinator, *scene.crew):
        person.acts.private_chat(person.user).started = True
