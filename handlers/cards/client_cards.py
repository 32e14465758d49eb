"""Whom of a client company a request concerns, and their card of it, which follows in silence."""

from handlers.context.context_protocols import CardContext
from handlers.context.recipients import Recipient, to_person
from handlers.views import client_request_card
from storage import outbox, people, requests
from storage.requests import Request


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


async def concerned(ctx: CardContext, request: Request, asker_id: int | None) -> list[Recipient]:
    """Return who made the request, and the colleague who asked, while they are of the company."""
    requester = await people.get(ctx.tx, request.person_id)
    asker = await people.find(ctx.tx, asker_id) if asker_id not in {None, requester.id} else None
    found = [requester]
    if asker is not None and asker.company_id == request.company_id:
        found.append(asker)
    return [to_person(ctx, person) for person in found]
