"""The client's card of a request follows, in silence, wherever it was opened."""

from handlers.context.context_protocols import CardContext
from handlers.context.recipients import to_person
from handlers.views import client_request_card
from storage import outbox, people, requests


async def follow(ctx: CardContext, request_id: int) -> None:
    """Bring the card up to date for each person of the client company who has opened it."""
    name = client_request_card.card_key(request_id)
    chats = await outbox.holders(ctx.tx, name)
    if not chats:
        return
    request = await requests.get(ctx.tx, request_id)
    company_id = (await people.get(ctx.tx, request.person_id)).company_id
    found = await people.of_ids(ctx.tx, chats)
    for person in found.values():
        if company_id is None or person.company_id != company_id:
            continue  # who left the company keeps the card as it was
        recipient = to_person(ctx, person)
        screen = await client_request_card.draw(ctx.tx, recipient.say, request)
        await recipient.send(screen, card=name, fresh=False)
