"""A coordinator answers the change that a client asked for: agreed, not agreed, or asked about."""

from collections.abc import Mapping
from typing import Any

from domain.quotes import AGREED_CHANGE, QuoteState
from handlers.cards.request_cards import request_changed
from handlers.context.recipients import to_person
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.requests import client_questions
from handlers.requests.thread_forms import ChangeReply, ChangeReplyForm
from handlers.views.quote_card import card_key, draw
from storage import people, quote_activity, quotes, request_thread, requests
from storage.quotes import Revision


def is_asked(revision: Revision | None) -> bool:
    """Tell whether a client waits for an answer to a change."""
    return revision is not None and revision.wish == "change"


async def replied(ctx: UpdateContext, answers: ChangeReplyForm, about: Mapping[str, Any]) -> None:
    """Send the answer; once a change is agreed, only a revision with it can be accepted."""
    request = await requests.get(ctx.tx, int(about["request"]))
    await quotes.lock(ctx.tx, request.id)
    revision = await quotes.newest(ctx.tx, request.id)
    if answers.reply is ChangeReply.ASK:
        await client_questions.put(ctx, request, answers.text)
        return
    await request_thread.say(
        ctx.tx, request.id, ctx.person.id, answers.text, from_client=False, asks=False
    )
    client, key = to_person(ctx, await people.get(ctx.tx, request.person_id)), "client-answer"
    if revision is not None and is_asked(revision) and revision.state is QuoteState.SENT:
        agreed = answers.reply is ChangeReply.AGREED
        await quote_activity.wish(ctx.tx, revision.id, AGREED_CHANGE if agreed else None)
        key = f"client-answer-{answers.reply}"
        now = await quotes.get(ctx.tx, revision.id)
        await client.send(draw(client.say, now, ctx.tx.now), card=card_key(now), fresh=False)
    await client.send(client.say(key, number=request.number, text=answers.text))
    await ctx.show(Screen(ctx.say("answer-sent", number=request.number)))
    await request_changed(ctx, request.id)
