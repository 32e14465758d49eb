"""Entities: those Telegram finds by itself, and a text with entities as safe HTML."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from sandbox.markup import length

_FOUND = (
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@\w+)?(?![\w/<>])")),
    ("url", re.compile(r"\b(?:https?://|t\.me/|www\.)[^\s<>\"]*[^\s<>\".,;:!?)»]")),
    ("email", re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.-]*\w")),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z]\w{3,31}")),
    ("hashtag", re.compile(r"(?<![\w#])#[^\W\d_]\w*")),
)
_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
    "spoiler": "tg-spoiler",
}


def with_found(text: str, entities: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Adds commands, links, mentions where no given entity stands already."""
    if not re.search(r"[/@#.]", text):
        return entities
    given = [(e["offset"], e["offset"] + e["length"], e["type"] in _SOLID) for e in entities]
    found = list(entities)
    for kind, pattern in _FOUND:
        for match in pattern.finditer(text):
            start = length(text[: match.start()])
            end = start + length(match[0])
            if all(_apart(start, end, *other) for other in given):
                given.append((start, end, True))
                found.append({"type": kind, "offset": start, "length": end - start})
    return sorted(found, key=lambda e: (e["offset"], -e["length"]))


_SOLID = {"code", "pre", "text_link"}


def _apart(start: int, end: int, other: int, other_end: int, solid: bool) -> bool:
    if end <= other or start >= other_end:
        return True
    within = other <= start and end <= other_end
    around = start <= other and other_end <= end
    return not solid and (within or around)


def to_html(text: str, entities: list[dict[str, Any]]) -> str:
    """HTML of b, i, u, s, code, pre, a, blockquote, tg-spoiler only; everything else escaped."""
    units = text.encode("utf-16-le")
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for entity in entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        tag, attributes = _tag(entity, units[start * 2 : end * 2].decode("utf-16-le", "replace"))
        if tag:
            opening.setdefault(start, []).append(f"<{tag}{attributes}>")
            closing.setdefault(end, []).insert(0, f"</{tag}>")
    cuts = sorted({0, len(units) // 2, *opening, *closing})
    out: list[str] = []
    for start, end in zip(cuts, [*cuts[1:], cuts[-1]], strict=True):
        out += closing.get(start, [])
        out += opening.get(start, [])
        out.append(escape(units[start * 2 : end * 2].decode("utf-16-le", "replace")))
    return "".join(out)


def _tag(entity: dict[str, Any], shown: str) -> tuple[str, str]:
    kind = entity["type"]
    if kind in _TAGS:
        return _TAGS[kind], ""
    link = {
        "text_link": entity.get("url", ""),
        "url": shown if "://" in shown else f"https://{shown}",
        "email": f"mailto:{shown}",
    }.get(kind)
    if link and re.match(r"(https?|mailto|tel|tg):", link):
        return "a", f' href="{escape(link)}"'
    return "", ""
