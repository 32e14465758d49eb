"""What somebody writes and sends before they are known is kept for their first request."""

from dataclasses import asdict, replace
from typing import Any

from domain.document_kinds import OTHER
from domain.json_fields import from_json, to_json
from handlers.context import sent_files
from handlers.context.posts import short
from handlers.context.update_context import UpdateContext
from handlers.conversation.given import Typed
from handlers.conversation.kinds import SentFile, Told
from handlers.conversation.kinds.files import BIGGEST, PAPERS, VOICE
from handlers.conversation.kinds.text import clean
from handlers.conversation.screen import Screen
from storage import unfiled_messages
from storage.unfiled_messages import UnfiledMessage

MOST, MOST_FILES = 5, 10  # what a newcomer sends beyond is answered and not kept
FEWEST_WORDS = 3  # fewer are a greeting
LONGEST_NOTE, SHOWN = 2000, 300  # letters


async def keep(ctx: UpdateContext) -> None:
    """Keep words that say something, and files; a greeting is only answered."""
    given = ctx.input.given
    file = sent_files.file_of(given)
    words = clean(given.text, multiline=True) if isinstance(given, Typed) else ""
    if file is None and len(words.split()) < FEWEST_WORDS:
        return
    if file is not None and file.size > BIGGEST:
        await ctx.show(Screen(ctx.say("rejected-file-too-big", most=BIGGEST // 1_000_000)))
        return
    kept = await unfiled_messages.of_person(ctx.tx, ctx.person.id)
    alike = [one for one in kept if (one.file is None) is (file is None)]
    if len(alike) < (MOST if file is None else MOST_FILES):
        message = UnfiledMessage(words, to_json(file) if file else None)
        await unfiled_messages.keep(ctx.tx, ctx.person.id, message)


async def keep_told(ctx: UpdateContext, told: Told) -> None:
    """Keep what was said while they told who they are: they may have to wait for a company."""
    messages = [UnfiledMessage("", to_json(file)) for file in told.files]
    messages += [UnfiledMessage(told.text)] if told.text else []
    for message in messages:
        await unfiled_messages.keep(ctx.tx, ctx.person.id, message)


async def as_answers(ctx: UpdateContext) -> dict[str, Any]:
    """Take what was kept as note and photos of the request that begins now, and say so."""
    kept = await unfiled_messages.take(ctx.tx, ctx.person.id)
    text = "\n".join(message.text for message in kept if message.text)[:LONGEST_NOTE]
    files = [_named(from_json(SentFile, one.file)) for one in kept if one.file]
    if text:
        await ctx.show(Screen(ctx.say("first-words-kept", text=short(text, SHOWN))), silent=True)
    if files:
        await ctx.show(Screen(ctx.say("first-files-kept", count=len(files))), silent=True)
    photos = {"photos": {"open": [asdict(file) for file in files]}} if files else {}
    return {**photos, **({"said": text} if text else {})}


def _named(file: SentFile) -> SentFile:
    """Say that a file is a document, where it is neither a picture, a PDF nor a voice note."""
    known = file.mime in {*PAPERS.values(), VOICE}
    return file if known else replace(file, paper=OTHER)
