"""What a client sends outside any question: it goes to the thread of their open request."""

from collections.abc import Sequence
from datetime import timedelta

from domain.followups import may_undo, rules_on
from domain.json_fields import from_json, to_json
from domain.message_intents import MessageIntent, message_intents
from domain.people import Action
from domain.quotes import QuoteState
from handlers.context import sent_files
from handlers.context.callbacks import CardTap, button
from handlers.context.rights import allowed
from handlers.context.update_context import UpdateContext
from handlers.conversation.kinds import SentFile
from handlers.conversation.kinds.files import BIGGEST
from handlers.conversation.screen import Button, Screen
from handlers.requests import client_messages
from handlers.views.client_request_card import change_acts
from storage import jobs, quotes, request_lists, requests, unfiled_messages
from storage.jobs import Job
from storage.quotes import Revision
from storage.requests import Request
from storage.unfiled_messages import UnfiledMessage

GATHER_SECONDS = 1.0  # the parts of an album come one by one: one answer, after the last
SENT_CARD, ASKED_CARD = "unprompted", "unfiled"
OVER_AFTER = timedelta(days=30)  # after the work is done, nobody writes about it any more
MOST_OFFERED = 7

_OFFERED = {
    QuoteState.SENT: (
        (MessageIntent.CHANGE, "change", "wished"),
        (MessageIntent.CANCEL, "decline", "decline"),
    ),
    QuoteState.ACCEPTED: (
        (MessageIntent.ORDER, "order", "order"),
        (MessageIntent.CANCEL, "undo", "undo"),
    ),
}


async def taken(ctx: UpdateContext) -> bool:
    """File what a client sends, or ask which request it is about; False for anybody else."""
    if ctx.person.company_id is None or not _writes_as_client(ctx):
        return False
    file, text = sent_files.file_of(ctx.input.given), sent_files.words_of(ctx.input.given)
    if file is None and not any(map(str.isalnum, text)):
        return False
    since = ctx.tx.now - OVER_AFTER
    offered = await request_lists.written_about(
        ctx.tx, ctx.person.company_id, ctx.person.id, since, MOST_OFFERED
    )
    if not offered:
        return False
    if file is not None and file.size > BIGGEST:
        await ctx.show(Screen(ctx.say("rejected-file-too-big", most=BIGGEST // 1_000_000)))
        return True
    message = UnfiledMessage(text, to_json(file) if file else None)
    waiting = await unfiled_messages.of_person(ctx.tx, ctx.person.id)
    if len(offered) == 1 and not waiting:
        await _file(ctx, offered[0], [message])
    else:
        await unfiled_messages.keep(ctx.tx, ctx.person.id, message)
        await _ask_which(ctx, offered, [*waiting, message])
    return True


def _writes_as_client(ctx: UpdateContext) -> bool:
    """Tell whether words are a client's; a coordinator's are something to find."""
    return allowed(ctx, Action.ANSWER_QUESTION) and not allowed(ctx, Action.FIND_REQUEST)


async def _ask_which(
    ctx: UpdateContext, offered: Sequence[Request], waiting: Sequence[UnfiledMessage]
) -> None:
    rows = [
        (button(f"{request.number} · {request.asked.site.address}"[:60], "about", request.id),)
        for request in offered
    ]
    none = button(ctx.say.plain("message-about-none"), "aboutnone", 0)
    screen = Screen(ctx.say("message-about-which", count=len(waiting)), (*rows, (none,)))
    await ctx.show(screen, card=ASKED_CARD, delay_seconds=GATHER_SECONDS)


async def about_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """File what waits with the request that was tapped."""
    waiting = await unfiled_messages.take(ctx.tx, ctx.person.id)
    if not waiting:
        ctx.tell(ctx.say.plain("stale"))
        return
    await _file(ctx, await requests.get(ctx.tx, tap.id), waiting, card=ASKED_CARD)


async def none_tapped(ctx: UpdateContext, _tap: CardTap) -> None:
    """Forget what waits: it is about no request."""
    if not await unfiled_messages.take(ctx.tx, ctx.person.id):
        ctx.tell(ctx.say.plain("stale"))
        return
    fresh = button(ctx.say.plain("new-request"), "new", 0)
    screen = Screen(ctx.say("message-left-aside"), ((fresh,),))
    await ctx.show(screen, card=ASKED_CARD, fresh=False)


async def _file(
    ctx: UpdateContext,
    request: Request,
    messages: Sequence[UnfiledMessage],
    card: str = SENT_CARD,
) -> None:
    """Put it into the thread, say so, and offer what the words ask for."""
    text = "\n".join(message.text for message in messages if message.text)
    files = [from_json(SentFile, message.file) for message in messages if message.file]
    await client_messages.record(ctx, request, text, files)
    words = "\n".join([text, *(file.caption for file in files)])
    revision = await quotes.newest(ctx.tx, request.id)
    intents = message_intents(words)
    row = _acts(ctx, revision, intents) if revision else ()
    if not row and (job := await jobs.of_request(ctx.tx, request.id)):
        row = _job_acts(ctx, job, intents)
    screen = Screen(ctx.say("reply-sent", number=request.number), (row,) if row else ())
    delay = GATHER_SECONDS if files and card == SENT_CARD else 0.0
    await ctx.show(screen, card=card, fresh=card == SENT_CARD, delay_seconds=delay)


def _acts(
    ctx: UpdateContext, revision: Revision, intents: frozenset[MessageIntent]
) -> tuple[Button, ...]:
    """Offer the acts on a quote that the words point to and its state allows."""
    at = revision.answered_at
    late = at is not None and not may_undo(at, ctx.tx.now, rules_on(ctx.tx.today))
    return tuple(
        button(ctx.say.plain(f"quote-{words}"), action, revision.id, revision.version)
        for intent, words, action in _OFFERED.get(revision.state, ())
        if intent in intents and not (late and action == "undo")
    )


def _job_acts(
    ctx: UpdateContext, job: Job, intents: frozenset[MessageIntent]
) -> tuple[Button, ...]:
    """Offer another day, or to cancel, where the words point to it and the job may still move."""
    acts = change_acts(ctx.say, job)
    return tuple(
        acts[intent]
        for intent in (MessageIntent.CHANGE, MessageIntent.CANCEL)
        if intent in intents & acts.keys()
    )
