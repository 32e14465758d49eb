"""The same questions on python-telegram-bot's ConversationHandler, in memory."""

import argparse
import asyncio
import os
import warnings
from collections import Counter
from collections.abc import Callable, Coroutine, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import uvloop
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    filters,
)
from telegram.request import HTTPXRequest
from telegram.warnings import PTBUserWarning

from bench.gauge import Gauge
from bench.plan import HOME_BUTTON, TOKEN
from bench.script import NAVIGATION, Step, script

CONNECTIONS = 512
AT_ONCE = 256
POOL_SECONDS = 60.0

Context = ContextTypes.DEFAULT_TYPE
Deed = Callable[[Update, Context], Coroutine[Any, Any, int]]


def keyboard(step: Step, turn: int) -> InlineKeyboardMarkup:
    """Put the options three in a row, and a row to leave by, as the bot's own forms have it."""
    if step.sign == HOME_BUTTON:
        button = InlineKeyboardButton("Nouvelle demande", callback_data=HOME_BUTTON)
        return InlineKeyboardMarkup([[button]])
    codes = [*step.options]
    rows = [codes[at : at + 3] for at in range(0, len(codes), 3)]
    rows.append([NAVIGATION, "cancel"])
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(f"• {code}", callback_data=f"f:1:{turn}:{code}") for code in row]
            for row in rows
        ]
    )


def question(steps: Sequence[Step], turn: int) -> Deed:
    """Make the handler that keeps the answer to one question and puts the next."""
    after = (turn + 1) % len(steps)
    markup = keyboard(steps[after], after)

    async def answered(update: Update, context: Context) -> int:
        kept = context.user_data if context.user_data is not None else {}
        query = update.callback_query
        message = update.effective_message
        kept[turn] = query.data if query else message.text if message else None
        text = steps[after].asked
        if after == len(steps) - 1:
            text += "\n\n" + "\n".join(f"<b>{n}</b> : {kept[n]}" for n in sorted(kept))
        if query:
            await query.answer()
            await query.edit_message_text(text, parse_mode="HTML", reply_markup=markup)
        elif message:
            await message.reply_text(text, parse_mode="HTML", reply_markup=markup)
        return after or ConversationHandler.END

    return answered


def conversation(steps: Sequence[Step]) -> ConversationHandler[Context]:
    """Put a state for each question."""
    states: dict[object, list[Any]] = {}
    for turn, step in enumerate(steps[1:], 1):
        deed = question(steps, turn)
        words = filters.TEXT & ~filters.COMMAND
        states[turn] = [
            CallbackQueryHandler(deed, pattern=rf"^f:\d+:{turn}:")
            if step.taps
            else MessageHandler(words, deed)
        ]
    entry: Any = CommandHandler("new", question(steps, 0))
    return ConversationHandler[Context]([entry], states, [], allow_reentry=True)


def application(api: str, line: str, at_once: int) -> Application[Any, Any, Any, Any, Any, Any]:
    """Build the bot on python-telegram-bot's own transport, or on ours."""
    builder = Application.builder().token(TOKEN).base_url(f"{api}/bot")
    if line == "aiohttp":
        from bot.telegram.client import AiohttpRequest  # noqa: PLC0415 only where it is what is measured

        builder = builder.request(AiohttpRequest(CONNECTIONS))
        builder = builder.get_updates_request(AiohttpRequest(1))
    else:
        builder = builder.request(HTTPXRequest(CONNECTIONS, pool_timeout=POOL_SECONDS))
    return builder.concurrent_updates(at_once).build()


async def main(words: argparse.Namespace) -> None:
    gauge = Gauge(words.report, words.profile)
    errors: Counter[str] = Counter()
    stop = asyncio.Event()
    obeying = asyncio.create_task(gauge.obey(stop))
    app = application(os.environ["TELEGRAM_API_URL"], words.line, words.at_once)
    app.add_handler(conversation(script(datetime.now(UTC).date())))

    async def failed(_update: object, context: Context) -> None:
        errors[type(context.error).__name__] += 1

    app.add_error_handler(failed)
    await app.initialize()
    if app.updater is None:
        raise RuntimeError("a bot that polls has an updater")
    await app.start()
    await app.updater.start_polling(timeout=10, allowed_updates=Update.ALL_TYPES)
    await stop.wait()
    await obeying
    gauge.write(errors=dict(errors))
    os._exit(0)  # stopping in order would first work off its queue, minutes long at times


def _words() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--report", type=Path, required=True)
    parser.add_argument("--profile", type=Path)
    parser.add_argument("--line", choices=("httpx", "aiohttp"), default="httpx")
    parser.add_argument("--at-once", type=int, default=AT_ONCE)
    return parser.parse_args()


if __name__ == "__main__":
    warnings.filterwarnings("ignore", category=PTBUserWarning)
    os.environ.setdefault("PTB_TIMEDELTA", "1")
    uvloop.run(main(_words()))
