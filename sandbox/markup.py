"""HTML as the Bot API reads it: text and entities, or the fault with its byte offset."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from sandbox.errors import bad_request

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
}
REFERENCES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-z]+);?")
_ATTRIBUTE = re.compile(r"\s*([^\s=>]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[a-zA-Z0-9.\-]+))?")


def length(text: str) -> int:
    """Telegram counts UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


@dataclass(slots=True)
class _OpenTag:
    tag: str
    attributes: dict[str, str]
    start: int


@dataclass(slots=True)
class _Reader:
    source: str
    at: int = 0
    out: list[str] = field(default_factory=list)
    units: int = 0
    stack: list[_OpenTag] = field(default_factory=list)
    entities: list[dict[str, Any]] = field(default_factory=list)

    def offset(self, at: int) -> int:
        return len(self.source[:at].encode())

    def write(self, text: str) -> None:
        self.out.append(text)
        self.units += length(text)

    def read(self) -> None:
        while self.at < len(self.source):
            mark = self.source[self.at]
            if mark == "&":
                self.reference()
            elif mark != "<":
                self.plain()
            elif self.source.startswith("</", self.at):
                self.end_tag()
            else:
                self.start_tag()
        if self.stack:
            raise fault(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].tag}"')

    def plain(self) -> None:
        end = self.at
        while end < len(self.source) and self.source[end] not in "<&":
            end += 1
        self.write(self.source[self.at : end])
        self.at = end

    def reference(self) -> None:
        found = _REFERENCE.match(self.source, self.at)
        char = _decode(found[1]) if found else None
        if found and char is not None:
            self.write(char)
            self.at = found.end()
        else:
            self.write("&")
            self.at += 1

    def start_tag(self) -> None:
        begin = self.at
        end = self.source.find(">", begin)
        if end < 0:
            raise fault(f"Unclosed start tag at byte offset {self.offset(begin)}")
        name = re.split(r"\s", self.source[begin + 1 : end], maxsplit=1)[0].lower()
        if name not in KINDS:
            raise fault(f'Unsupported start tag "{name}" at byte offset {self.offset(begin)}')
        attributes, self.at = self.attributes(begin + 1 + len(name), name, begin)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise fault(
                f'Tag "span" must have class "tg-spoiler" at byte offset {self.offset(begin)}'
            )
        self.stack.append(_OpenTag(name, attributes, self.units))

    def attributes(self, at: int, name: str, begin: int) -> tuple[dict[str, str], int]:
        found: dict[str, str] = {}
        while True:
            while at < len(self.source) and self.source[at].isspace():
                at += 1
            if self.source.startswith(">", at):
                return found, at + 1
            match = _ATTRIBUTE.match(self.source, at)
            if match is None:
                where = self.offset(begin)
                raise fault(f'Unclosed start tag "{name}" at byte offset {where}')
            value = (match[2] or "").strip("\"'")
            found[match[1].lower()] = _REFERENCE.sub(lambda r: _decode(r[1]) or r[0], value)
            at = match.end()

    def end_tag(self) -> None:
        begin = self.at
        where = self.offset(begin)
        end = self.source.find(">", begin)
        if not self.stack:
            raise fault(f"Unexpected end tag at byte offset {where}")
        if end < 0:
            raise fault(f"Unclosed end tag at byte offset {where}")
        name = self.source[begin + 2 : end].strip().lower()
        opened = self.stack.pop()
        if name and name != opened.tag:
            raise fault(
                f'Unmatched end tag at byte offset {where}, expected "</{opened.tag}>", '
                f'found "</{name}>"'
            )
        self.at = end + 1
        self.close(opened)

    def close(self, opened: _OpenTag) -> None:
        size = self.units - opened.start
        if size == 0:
            return
        entity: dict[str, Any] = {
            "type": KINDS[opened.tag],
            "offset": opened.start,
            "length": size,
        }
        if opened.tag == "a":
            target = opened.attributes.get("href", "")
            if not re.match(r"(https?|tg|mailto|tel):", target):
                return
            entity["url"] = target
        if opened.tag == "blockquote" and "expandable" in opened.attributes:
            entity["type"] = "expandable_blockquote"
        if opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = opened.attributes.get("emoji-id", "")
        self.entities.append(entity)


def fault(text: str) -> Exception:
    return bad_request(f"can't parse entities: {text}")


def _decode(name: str) -> str | None:
    if not name.startswith("#"):
        return REFERENCES.get(name)
    digits, base = (name[2:], 16) if name.startswith("#x") else (name[1:], 10)
    code = int(digits, base)
    return chr(code) if 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else None


def parse_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """Text and entities, trimmed as Telegram trims; offsets in UTF-16 units."""
    reader = _Reader(source)
    reader.read()
    return trimmed("".join(reader.out), reader.entities)


def trimmed(text: str, entities: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
    """Outer blanks go, entities move and shrink with the text."""
    left = length(text) - length(text.lstrip())
    text = text.strip()
    whole = length(text)
    kept = []
    for entity in entities:
        start = max(entity["offset"] - left, 0)
        end = min(entity["offset"] + entity["length"] - left, whole)
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    return text, sorted(kept, key=lambda e: (e["offset"], -e["length"]))
