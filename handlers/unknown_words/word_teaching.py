"""The office says what words mean that no list reader understood."""

from collections.abc import Mapping
from typing import Any

from domain.inventory_reader.matching import matcher
from handlers.context.callbacks import CardTap
from handlers.context.update_context import UpdateContext
from handlers.sessions import lifecycle
from handlers.unknown_words.word_form import TeachingForm
from handlers.views import unknown_word_card
from handlers.views.unknown_word_card import WordQueue
from storage import events, unknown_words
from storage.unknown_words import UnknownWord, WordState

CARD_KEY, FORM = "words", "teaching"
LOOKED_AT = 40  # words at once


async def show(ctx: UpdateContext) -> None:
    """Ask about the word that most lists had."""
    await _ask(ctx, await _queue(ctx), fresh=True)


async def show_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Ask about the word after the one that the button names; from the start without one."""
    await _ask(ctx, await _queue(ctx, after=tap.id), fresh=not tap.id)


async def _ask(ctx: UpdateContext, queue: WordQueue, *, fresh: bool) -> None:
    screen = unknown_word_card.asking(ctx.say, ctx.services.catalogue, queue)
    await ctx.show(screen, card=CARD_KEY, fresh=fresh)


async def _queue(ctx: UpdateContext, after: int = 0) -> WordQueue:
    """Line up what still waits; what lists are read with meanwhile is asked no more."""
    known, left = matcher(ctx.services.catalogue), list[UnknownWord]()
    for word in await unknown_words.waiting(ctx.tx, LOOKED_AT):
        if word.version == 1 and known.match(word.word).sure:  # nobody decided on it yet
            locked = await unknown_words.lock(ctx.tx, word.id)
            await unknown_words.decide(ctx.tx, locked, WordState.KNOWN)
        else:
            left.append(word)
    at = next((n for n, word in enumerate(left, 1) if word.id == after), 0) % (len(left) or 1)
    turned = [*left[at:], *left[:at]]
    if not turned:
        return WordQueue(None)
    return WordQueue(turned[0], turned[1:], await unknown_words.count(ctx.tx))


async def teach_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Let the word mean the item that was tapped."""
    item = ctx.services.catalogue.find(tap.more)
    word = await _as_shown(ctx, tap)
    if item is None or word is None or word.state is not WordState.WAITING:
        ctx.tell(ctx.say.plain("stale"))
        return
    await _decide(ctx, word, WordState.TAUGHT, item.code)


async def other_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Ask for the item, by family or by a word."""
    word = await _as_shown(ctx, tap)
    if word is None or word.state is not WordState.WAITING:
        ctx.tell(ctx.say.plain("stale"))
        return
    await lifecycle.start_once(ctx, FORM, about={"word": word.id})


async def taught(ctx: UpdateContext, answers: TeachingForm, about: Mapping[str, Any]) -> None:
    """Let the word mean the item that was found, unless somebody decided meanwhile."""
    word = await unknown_words.lock(ctx.tx, int(about["word"]))
    if word.state is WordState.WAITING:
        await _decide(ctx, word, WordState.TAUGHT, answers.item, fresh=True)
    else:
        await show(ctx)


async def aside_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Ask about the word no more: it is nothing to be taken away."""
    word = await _as_shown(ctx, tap)
    if word is None or word.state is not WordState.WAITING:
        ctx.tell(ctx.say.plain("stale"))
        return
    await _decide(ctx, word, WordState.ASIDE)


async def back_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Take a decision back: the word waits again."""
    word = await _as_shown(ctx, tap)
    if word is None or word.state not in {WordState.TAUGHT, WordState.ASIDE}:
        ctx.tell(ctx.say.plain("stale"))
        return
    waits = await unknown_words.decide(ctx.tx, word, WordState.WAITING)
    await _record(ctx, "word_taken_back", word)
    others = [one for one in await unknown_words.waiting(ctx.tx, LOOKED_AT) if one.id != word.id]
    queue = WordQueue(waits, others, await unknown_words.count(ctx.tx))
    await _ask(ctx, queue, fresh=False)


async def _as_shown(ctx: UpdateContext, tap: CardTap) -> UnknownWord | None:
    """Lock the word; None where somebody decided on it after the button was shown."""
    word = await unknown_words.lock(ctx.tx, tap.id)
    return word if word.version == tap.version else None


async def _decide(
    ctx: UpdateContext,
    word: UnknownWord,
    state: WordState,
    code: str | None = None,
    *,
    fresh: bool = False,
) -> None:
    done = await unknown_words.decide(ctx.tx, word, state, code)
    await _record(ctx, f"word_{state}", done)
    left = await unknown_words.count(ctx.tx)
    screen = unknown_word_card.decided(ctx.say, ctx.services.catalogue, done, left)
    await ctx.show(screen, card=CARD_KEY, fresh=fresh)


async def _record(ctx: UpdateContext, what: str, word: UnknownWord) -> None:
    await events.record(
        ctx.tx, what, "word", word.id, actor_id=ctx.person.id, word=word.word, code=word.code
    )
