"""Prices in words: what a line is reckoned from, what changed, which VAT."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from domain.catalogue import Catalogue, Item
from domain.json_fields import to_json
from domain.price_explanation import FigureValue, explain
from domain.pricing import SHARE, Estimate, EstimateLine
from domain.revision_diff import QuoteChange
from domain.vat import VatCase
from handlers.conversation.kinds.choice import said
from handlers.words.catalogue import Markup, Say
from storage.quotes import Revision

INSIDE, CLIENT = "why", "reckoned"  # who reads it: colleagues in figures, the client in plain words
_MINUS = "\u2212"
PLAIN_AMOUNT = frozenset({"u"})


def reckoning(say: Say, estimate: Estimate, reader: str) -> list[str]:
    """Say each line of a price: quantity × rate = amount, and its rule below it."""
    return [
        f"{line_words(say, line)}\n<i>{rule_words(say, line, estimate, reader)}</i>"
        for line in estimate.lines
    ]


def line_words(say: Say, line: EstimateLine) -> str:
    """« Main-d’œuvre : 26,25 h × 32,00 € = 840,00 € »."""
    label, amount = line_label(say, line), money(say, line.cents)
    if line.unit in PLAIN_AMOUNT:
        return say("line-plain", label=label, amount=amount)
    if line.unit == SHARE:
        share, base = say.number(line.quantity * 100), say.money(int(line.rate_cents))
        return say("line-share", label=label, share=share, base=base, amount=amount)
    quantity = f"{say.number(line.quantity)} {say.plain(f'pdf-unit-{line.unit}')}"
    rate = money(say, int(line.rate_cents))
    return say("line-rate", label=label, quantity=quantity, rate=rate, amount=amount)


def line_label(say: Say, line: EstimateLine) -> str:
    """Name a line in plain words."""
    if line.words is not None:
        return line.words
    stream = {"stream": stream_words(say, line.stream)} if line.stream else {}
    return say.plain(line.label, **stream)


def rule_words(say: Say, line: EstimateLine, estimate: Estimate, reader: str) -> str:
    """Say the rule of a line to its reader, as HTML."""
    why = explain(line, estimate)
    figures = {name: _figure(say, name, one) for name, one in why.figures.items()}
    return say(f"{reader}-{why.rule}", **figures)


def _figure(say: Say, name: str, figure: FigureValue) -> str | int:
    if isinstance(figure, int):
        return figure
    if name == "stream":
        return stream_words(say, str(figure))
    if name.endswith("_cents"):
        return say.money(int(figure))
    if name.endswith("_share"):
        return say.number(Decimal(figure) * 100)
    return say.number(figure)


def stream_words(say: Say, stream: str) -> str:
    return say.plain(f"stream-{stream.replace('_', '-')}")


def vat_words(say: Say, case: VatCase) -> str:
    return say(f"vat-case-{case.key.replace('_', '-')}")


def amount(say: Say, item: Item, quantity: Decimal) -> str:
    """Write how much of an item: « 3 », « 5,5 m² »."""
    number = say.number(quantity)
    return number if item.whole else say.plain(f"unit-{item.unit}", number=number)


def signed(say: Say, cents: int) -> str:
    """« +182,40 € », « −82,00 € »."""
    return ("+" if cents > 0 else "") + money(say, cents)


def money(say: Say, cents: int) -> str:
    """Write an amount with a true minus."""
    return say.money(cents).replace("-", _MINUS)


def kept_changes(changes: Iterable[QuoteChange], catalogue: Catalogue) -> list[dict[str, Any]]:
    """Write changes as plain JSON, with the names that things have today."""
    return [
        {
            **to_json(change),
            "names": {lang: item.label(lang) for lang in ("fr", "en")} if item else None,
        }
        for change in changes
        for item in (catalogue.find(change.of),)
    ]


def changes_words(say: Say, changes: Sequence[Mapping[str, Any]]) -> list[str]:
    """Say changes that were kept, each as HTML: « +4 Armoire haute », « −1 étage »."""
    return [_change(say, change) for change in changes]


def revision_words(say: Say, revision: Revision) -> list[str]:
    """Say where a revision stands, and what it has that the one before had not."""
    said = [say(f"revision-{revision.state}", number=revision.label)]
    if revision.newer:
        said.append(say("revision-newer", number=revision.newer))
    return said + difference_words(say, revision)


def difference_words(say: Say, revision: Revision) -> list[str]:
    """« +4 Armoire haute, −1 étage, +182,40 € HT »; nothing for a first revision."""
    if revision.changes is None:
        return []
    cents = int(revision.changes["cents"])
    price = signed(say, cents) if cents else say.money(0)
    words = changes_words(say, revision.changes["items"])
    told = ", ".join([*words, say("change-price", amount=price)])
    asked = revision.changes.get("asked")
    carried = [say("revision-carries", words=asked)] if asked else []
    return [*carried, say("revision-changes", changes=Markup(told))]


def _change(say: Say, kept: Mapping[str, Any]) -> str:
    by, names = Decimal(kept["by"]), kept["names"]
    name = (names.get(say.lang) or names["en"]) if names else kept["of"]
    sign = "+" if by > 0 else _MINUS if by < 0 else ""
    detail = kept["detail"]
    if kept["what"] == "lift":
        detail = said(say, "request-lift", detail)
    return say(
        f"change-{kept['what']}",
        by=Markup(f"{sign}{say.number(abs(by))}"),
        number=say.number(abs(by)),
        count=int(abs(by)),
        name=name,
        detail=detail,
        amount=_amount(say, kept["what"], by),
    )


def _amount(say: Say, what: str, by: Decimal) -> str:
    if what == "extra":
        return signed(say, int(by))
    return money(say, int(by)) if what == "discount" else ""
