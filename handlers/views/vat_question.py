"""What coordinators are asked about the VAT: one question at a time, a button an answer."""

from collections.abc import Callable

from domain.vat import Unclear, VatCase
from handlers.conversation.screen import Button
from handlers.words.catalogue import Say


def words(say: Say, decided: VatCase | Unclear) -> str:
    """Ask, as HTML; nothing where all is clear."""
    if isinstance(decided, VatCase):
        return ""
    return "❓ " + say(f"vat-ask-{decided.question.replace('_', '-')}")


def rows(
    say: Say, unclear: Unclear, make: Callable[[str, str], Button]
) -> tuple[tuple[Button, ...], ...]:
    """Offer the answers; `make` makes a button of its words and « fact.answer »."""
    question = unclear.question
    return tuple(
        (make(say.plain(f"vat-{question}.{answer}"), f"{question}.{answer}"),)
        for answer in unclear.answers
    )
