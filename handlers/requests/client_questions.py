"""A coordinator's question to the client and the answer, kept in the thread of the request."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

from handlers.cards.request_cards import request_changed
from handlers.context.callbacks import CardTap, button
from handlers.context.recipients import to_person
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.quotes import follow_ups
from handlers.requests import client_messages
from handlers.requests.thread_forms import QuestionForm, ReplyForm, WritingForm
from handlers.sessions import lifecycle
from storage import people, request_thread, requests
from storage.request_thread import ThreadMessage
from storage.requests import Request


def question_card(request_id: int) -> str:
    return f"question:{request_id}"


async def question_put(ctx: UpdateContext, answers: QuestionForm, about: Mapping[str, Any]) -> None:
    """Send the coordinator's question to the client and add it to the card."""
    await put(ctx, await requests.get(ctx.tx, int(about["request"])), answers.text)


async def put(ctx: UpdateContext, request: Request, text: str) -> None:
    """Send a question to the client, with a button to answer it."""
    await request_thread.say(ctx.tx, request.id, ctx.person.id, text, from_client=False)
    client = to_person(ctx, await people.get(ctx.tx, request.person_id))
    say = client.say
    screen = Screen(
        say("client-question", number=request.number, text=text),
        ((button(say.plain("client-reply"), "reply", request.id, style="primary"),),),
    )
    await client.send(screen, card=question_card(request.id))
    await ctx.show(Screen(ctx.say("question-sent", number=request.number)))
    await request_changed(ctx, request.id)


async def reply_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    request = await requests.get(ctx.tx, tap.id)
    await follow_ups.stop_follow_ups(ctx.tx, request.id)
    if _answered(await request_thread.thread(ctx.tx, request.id)):
        ctx.tell(ctx.say.plain("stale"))
    else:
        await lifecycle.start_once(ctx, "reply", about={"request": request.id})


async def write_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Take what the client wants to write about a request or its job."""
    request = await requests.get(ctx.tx, tap.id)
    await lifecycle.start_once(ctx, "writing", about={"request": request.id})


async def written(ctx: UpdateContext, answers: WritingForm, about: Mapping[str, Any]) -> None:
    """Add it to the thread, and bring it to the coordinators."""
    request = await requests.get(ctx.tx, int(about["request"]))
    await client_messages.record(ctx, request, answers.text.text, answers.text.files)
    await ctx.show(Screen(ctx.say("reply-sent", number=request.number)))


def _answered(thread: Sequence[ThreadMessage]) -> bool:
    """Tell whether the client has said something since our last question."""
    spoken = (one for one in reversed(thread) if one.from_client or one.waits)
    return any(one.from_client for one in islice(spoken, 1))


async def replied(ctx: UpdateContext, answers: ReplyForm, about: Mapping[str, Any]) -> None:
    """Add the client's answer to the card and inform the coordinators."""
    request = await requests.get(ctx.tx, int(about["request"]))
    await client_messages.record(ctx, request, answers.text.text, answers.text.files)
    put = [
        message.text for message in await request_thread.thread(ctx.tx, request.id) if message.waits
    ]
    if put:
        asked = ctx.say("client-question", number=request.number, text=put[-1])
        await ctx.show(Screen(asked), card=question_card(request.id), fresh=False)
    await ctx.show(Screen(ctx.say("reply-sent", number=request.number)))
