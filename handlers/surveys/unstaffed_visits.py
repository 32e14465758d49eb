"""A booked visit whose surveyor no longer coordinates: the coordinators find somebody else."""

from handlers.context import coordinator_group
from handlers.context.callbacks import button
from handlers.context.context_protocols import CardContext
from handlers.context.deep_links import link
from handlers.conversation.screen import Screen
from handlers.views.survey_wording import survey_time
from storage import outbox, people, requests
from storage.outbox import Urgency
from storage.surveys import Survey


def card_key(survey: Survey) -> str:
    return f"unstaffed:{survey.id}"


async def alert(ctx: CardContext, survey: Survey, *, key: str | None = None) -> None:
    """Tell the coordinators that a visit needs another surveyor; `key` is said first."""
    request = await requests.get(ctx.tx, survey.request_id)
    gone = await people.get(ctx.tx, survey.surveyor_id)
    for office in await coordinator_group.listeners(ctx):
        say = office.say
        text = say(
            "survey-unstaffed",
            number=request.number,
            when=survey_time(say, survey),
            name=gone.display_name,
        )
        again = link(ctx.services, say.plain("survey-again"), "survey", request.id)
        cancel = button(
            say.plain("survey-cancel"), "unsurvey", survey.id, survey.version, style="danger"
        )
        screen = Screen(f"{say(key)}\n\n{text}" if key else text, ((again,), (cancel,)))
        await office.send(screen, card=card_key(survey), urgency=Urgency.NOTICE)


async def settle(ctx: CardContext, survey: Survey) -> None:
    """Take the buttons off the alert, wherever one stands, once nobody is missing."""
    card = card_key(survey)
    offices = {one.chat_id: one for one in await coordinator_group.followers(ctx, card)}
    held = await outbox.holders(ctx.tx, card, offices)
    if not held:
        return
    request = await requests.get(ctx.tx, survey.request_id)
    for chat_id in held:
        words = offices[chat_id].say("survey-staffed", number=request.number)
        await offices[chat_id].send(words, card=card, fresh=False, urgency=Urgency.NOTICE)
