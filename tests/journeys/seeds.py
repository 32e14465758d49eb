"""Where a journey begins in the middle: a client with an agreed quote, a crew with phones on."""

from bot.clock import real_now
from bot.demo.world import DemoWorld
from storage.engine import Database
from tests import trade


async def agreed_quotes(world: DemoWorld, *desks: int) -> None:
    """Write down a client and, for each number of desks, an agreed quote and its job."""
    db = Database(world.settings.database_url)
    try:
        async with db.begin(world.clock.now(), real_now=real_now()) as tx:
            await trade.client(tx, world.client.id, world.client.user.phone)
            for count in desks:
                await trade.agreed_job(tx, count, person_id=world.client.id)
    finally:
        await db.close()
    for person in (world.client, world.coordinator, *world.crew):
        person.acts.private_chat(person.user).started = True
