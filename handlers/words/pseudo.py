"""A made-up language written from right to left, to try layouts before a translator has come."""

import re
from copy import deepcopy

from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

PSEUDO_RTL = "ar-XB"  # the usual name of a right-to-left pseudo-language
EMBED, END = "\u202b", "\u202c"

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_HEBREW = "אבכדהפגחיקךלםנוןרסשתטצשצעז"
_LOOKS = str.maketrans(_LATIN + _LATIN.upper(), _HEBREW * 2)
_MARKUP = re.compile(r"&\w+;|<[^<>]*>|<[^<>]*$|^[^<>]*>")  # a tag may be cut by a value


def mirrored(resource: ast.Resource) -> ast.Resource:
    """Write every sentence in letters of a right-to-left script; tags and values stay."""
    copy = deepcopy(resource)
    _Mirror().visit(copy)
    return copy


class _Mirror(Visitor):
    def visit_Pattern(self, node: ast.Pattern) -> None:  # noqa: N802 named by fluent
        open_tag = False
        for element in node.elements:
            if isinstance(element, ast.TextElement):
                text = element.value
                element.value = _letters(text, open_tag=open_tag)
                open_tag = text.rfind("<") > text.rfind(">") or (open_tag and ">" not in text)
            else:
                self.visit(element)
        node.elements = [ast.TextElement(EMBED), *node.elements, ast.TextElement(END)]

    def visit_NamedArgument(self, node: ast.NamedArgument) -> None:  # noqa: N802 named by fluent
        """Options of functions are not words."""


def _letters(text: str, *, open_tag: bool) -> str:
    kept = _MARKUP.finditer(text)
    parts, last = [], 0
    for found in kept:
        if found.group().endswith(">") and not found.group().startswith("<") and not open_tag:
            continue
        parts += [text[last : found.start()].translate(_LOOKS), found.group()]
        last = found.end()
    return "".join([*parts, text[last:].translate(_LOOKS)])
