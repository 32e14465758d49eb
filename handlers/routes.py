"""Which handler takes an update that goes alone."""

from handlers import alerts, chats, commands, forms, rights, takeover
from handlers.actions import Action, read_tap
from handlers.admin import references
from handlers.buttons import ACTIONS
from handlers.conversation.given import SharedPlace
from handlers.conversation.screen import Screen
from handlers.crews import photos
from handlers.shop import Shop
from handlers.updates import FORM
from handlers.visit import Visit
from storage.work import Unknown, Work


async def route(visit: Visit) -> None:
    """Decide what an update means and do it, inside the open transaction."""
    one = visit.input
    if one.migrated_to is not None:
        await chats.moved(visit, one.migrated_to)
    elif one.blocked is not None:
        await chats.membership(visit)
    elif one.private and await takeover.relayed(visit):
        return
    elif one.tapped is not None:
        await _tapped(visit, one.tapped)
    elif not one.private:
        await chats.in_group(visit)
    elif one.edited:
        if not isinstance(one.given, SharedPlace):  # a place that moves is edited all the time
            await visit.show(Screen(visit.say("edited-message")), silent=True)
    elif one.command is not None:
        await commands.run(visit)
    elif one.given is not None and not await _taken(visit):
        await commands.lost(visit)


async def _taken(visit: Visit) -> bool:
    """Give it to the open conversation, else take it for a proof photo."""
    return await forms.alone(visit) or await photos.taken(visit) or await references.taken(visit)


async def _tapped(visit: Visit, data: str) -> None:
    if data.startswith(FORM):
        if not visit.input.private or not await forms.alone(visit):
            visit.tell(visit.say.plain("stale"))
        return
    tap = read_tap(data)
    action = ACTIONS.get(tap.action) if tap else None
    if tap is None or action is None:
        visit.tell(visit.say.plain("stale"))
    elif not _may(visit, action):
        await rights.refuse(visit, tap.action, tap.id)
    else:
        try:
            await action.deed(visit, tap)
        except Unknown:
            await rights.refuse(visit, tap.action, tap.id)


def _may(visit: Visit, action: Action) -> bool:
    return action.role is None or visit.has(action.role)


async def apologise(work: Work, shop: Shop, visit: Visit | None) -> None:
    """Tell the person in plain words that something broke on our side, and the coordinators too."""
    if visit is not None and visit.input.private:
        await visit.show(Screen(visit.say("sorry")))
    await alerts.tell_coordinators(work, shop, "alert-update")
