"""HTML in, text and entities out; and back to HTML that a page may show."""

import contextlib
import string
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.entities import to_html, with_found
from sandbox.errors import ApiError
from sandbox.markup import length, parse_html


def entity(kind: str, offset: int, size: int, **more: str) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": size, **more}


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("plain", "plain", []),
        ("<b>fat</b> thin", "fat thin", [entity("bold", 0, 3)]),
        ("<strong>a</strong><em>b</em>", "ab", [entity("bold", 0, 1), entity("italic", 1, 1)]),
        ("<b>a<i>b</i></b>", "ab", [entity("bold", 0, 2), entity("italic", 1, 1)]),
        (
            "<ins>u</ins><del>s</del>",
            "us",
            [entity("underline", 0, 1), entity("strikethrough", 1, 1)],
        ),
        ("<code>x &lt; y</code>", "x < y", [entity("code", 0, 5)]),
        ("🛋️<b>!</b>", "🛋️!", [entity("bold", 3, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [entity("spoiler", 0, 1)]),
        ("<tg-spoiler>x</tg-spoiler>", "x", [entity("spoiler", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [entity("expandable_blockquote", 0, 1)]),
        (
            "<a href='https://r4.fr/?a=1&amp;b'>r</a>",
            "r",
            [entity("text_link", 0, 1, url="https://r4.fr/?a=1&b")],
        ),
        ('<a href="nowhere">r</a>', "r", []),
        ("AT&T &amp; &eacute; &#233;&#xe9;", "AT&T & &eacute; éé", []),
        ("<b></b>empty", "empty", []),
        ("  <b> a </b>  ", "a", [entity("bold", 0, 1)]),
        ("<B>case</B>", "case", [entity("bold", 0, 4)]),
        ("<b>x</>", "x", [entity("bold", 0, 1)]),
    ],
)
def test_html_that_telegram_takes(source: str, text: str, entities: list[dict[str, Any]]) -> None:
    assert parse_html(source) == (text, entities)


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("<b>open", 'Can\'t find end tag corresponding to start tag "b"'),
        ("shut</b>", "Unexpected end tag at byte offset 4"),
        ("é</b>", "Unexpected end tag at byte offset 2"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("ça <br> va", 'Unsupported start tag "br" at byte offset 4'),
        ("1 < 2", "Unclosed start tag at byte offset 2"),
        ("a < b > c", 'Unsupported start tag "" at byte offset 2'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ('<a href="x>y</a>', 'Unclosed start tag "a" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_html_that_telegram_refuses(source: str, fault: str) -> None:
    with pytest.raises(ApiError) as refusal:
        parse_html(source)
    assert refusal.value.description == f"Bad Request: can't parse entities: {fault}"


@given(st.text(alphabet=string.printable + "éß🛋️ع<>&\"'"))
def test_escaped_text_comes_out_as_it_went_in(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert parse_html(escaped) == (text.strip(), [])


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(ApiError):
        read, entities = parse_html(text)
        assert all(e["offset"] + e["length"] <= length(read) for e in entities)


words = st.text(alphabet="ab <&>é🛋", min_size=1, max_size=5)
trees = st.recursive(
    words.map(lambda w: w.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")),
    lambda inner: st.tuples(st.sampled_from(["b", "i", "u", "s", "code"]), inner, inner).map(
        lambda t: f"<{t[0]}>{t[1]}</{t[0]}>{t[2]}"
    ),
    max_leaves=8,
)


@given(trees)
def test_what_is_shown_reads_as_what_was_sent(source: str) -> None:
    text, entities = parse_html(source)
    again, entities_again = parse_html(to_html(text, entities))
    assert again == text
    assert merged(entities_again) == merged(entities)


def merged(entities: list[dict[str, Any]]) -> list[tuple[str, int, int]]:
    return sorted((e["type"], e["offset"], e["length"]) for e in entities)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("/start abc", [entity("bot_command", 0, 6)]),
        ("/start@r4_demo_bot", [entity("bot_command", 0, 18)]),
        ("see /help", [entity("bot_command", 4, 5)]),
        ("1/2 and/or", []),
        ("https://r4.fr/x.", [entity("url", 0, 15)]),
        ("write to a.b@r4.fr", [entity("email", 9, 9)]),
        ("ask @r4_demo_bot", [entity("mention", 4, 12)]),
        ("🛋️ #bureau", [entity("hashtag", 4, 7)]),
        ("nothing here", []),
    ],
)
def test_what_telegram_finds_by_itself(text: str, kinds: list[dict[str, Any]]) -> None:
    assert with_found(text, []) == kinds


def test_nothing_is_found_inside_code() -> None:
    code = [entity("code", 0, 6)]
    assert with_found("/start", code) == code


def test_nothing_is_found_across_an_edge() -> None:
    bold = [entity("bold", 0, 10)]
    assert with_found("see https://r4.fr", bold) == bold


def test_a_page_gets_no_markup_from_text() -> None:
    assert to_html('<script>"', []) == "&lt;script&gt;&quot;"


def test_a_page_gets_links_that_lead_out_only() -> None:
    evil = [entity("text_link", 0, 1, url="javascript:alert(1)")]
    assert to_html("x", evil) == "x"
    good = [entity("text_link", 0, 1, url='https://r4.fr/"')]
    assert to_html("x", good) == '<a href="https://r4.fr/&quot;">x</a>'


def test_a_page_gets_bare_links_as_links() -> None:
    assert to_html("t.me/r4", with_found("t.me/r4", [])) == '<a href="https://t.me/r4">t.me/r4</a>'
