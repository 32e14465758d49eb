"""The sentences people read: Fluent catalogues, one folder a language, one key a sentence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from html import escape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from domain.calendar import PARIS
from handlers.words.formats import Formats, formats_of
from handlers.words.pseudo import PSEUDO_RTL, mirrored

HOME = "fr"  # the firm's own language: what a person gets whose language we do not have
GROUP_LANGUAGE = "fr"  # of the coordinators' group and of what only colleagues read
LONG = 500  # Fluent takes no value of more than 2,500 letters; the longer ones it never sees
MARK = "\ue000{}\ue000"
RIGHT_TO_LEFT = ("ar", "fa", "he", "ps", "ur")


class WordsFault(ValueError):
    """A catalogue cannot be read, or names a sentence twice."""


class MissingWords(LookupError):
    """No catalogue has this key, or a sentence wants a value it was not given."""


class Markup(str):
    """HTML made by ourselves, which `say` leaves as it is."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One pattern of a catalogue, and the values it asks for."""

    bundle: FluentBundle
    pattern: Any
    variables: frozenset[str]


@dataclass(frozen=True)
class Say:
    """Says sentences in one language; falls back on the home language's."""

    lang: str
    formats: Formats
    sentences: Mapping[str, Sentence]
    said: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def __call__(self, key: str, /, **params: object) -> str:
        """Say it as HTML: values are escaped unless they are Markup; MissingWords if unknown."""
        return self._say(key, params, html=True)

    def plain(self, key: str, /, **params: object) -> str:
        """Say it where no HTML is read: on a button, in a document."""
        return self._say(key, params, html=False)

    def has(self, key: str) -> bool:
        return key in self.sentences

    def variables(self, key: str) -> frozenset[str]:
        """Tell which values a sentence asks for, itself or through those it quotes."""
        return self._sentence(key).variables

    @property
    def right_to_left(self) -> bool:
        return self.lang.split("-")[0] in RIGHT_TO_LEFT

    def money(self, cents: int) -> str:
        return self.formats.money(cents)

    def number(self, value: Any) -> str:
        return self.formats.number(value)

    def duration(self, hours: Decimal) -> str:
        return self.formats.duration(hours)

    def day(self, on: date) -> str:
        return self.formats.day(on)

    def day_short(self, on: date) -> str:
        return self.formats.day_short(on)

    def instant(self, at: datetime) -> str:
        return self.formats.instant(at)

    def time(self, at: datetime | time) -> str:
        return self.formats.time(at)

    def value(self, value: object) -> object:
        """Write days, times and instants as words; leave the rest."""
        if isinstance(value, datetime):
            return self.instant(value)
        if isinstance(value, date):
            return self.day(value)
        return self.time(value) if isinstance(value, time) else value

    def _sentence(self, key: str) -> Sentence:
        try:
            return self.sentences[key]
        except KeyError:
            raise MissingWords(f"{self.lang}: {key}") from None

    def _say(self, key: str, params: Mapping[str, object], *, html: bool) -> str:
        if (said := self.said.get(key)) is not None:
            return said
        sentence = self._sentence(key)
        values = {name: self._given(value, html=html) for name, value in params.items()}
        long = {name: one for name, one in values.items() if len(str(one)) > LONG}
        marked = values | {name: MARK.format(name) for name in long}
        text, faults = sentence.bundle.format_pattern(sentence.pattern, marked)
        if faults:
            raise MissingWords(f"{self.lang}: {key}: {faults[0]}")
        said = str(text)
        if not sentence.variables:
            self.said[key] = said
        for name, one in long.items():
            said = said.replace(MARK.format(name), str(one))
        return said

    def _given(self, value: object, *, html: bool) -> object:
        value = self.value(value)
        if isinstance(value, str):
            return (
                escape(value, quote=False) if html and not isinstance(value, Markup) else str(value)
            )
        return value


class Words:
    """All sentences in all languages, and the zone whose clock they tell."""

    def __init__(self, resources: Mapping[str, ast.Resource], zone: ZoneInfo = PARIS) -> None:
        self._resources, self.zone = dict(resources), zone
        self._sentences = {lang: _sentences(lang, resource) for lang, resource in resources.items()}
        self._says: dict[str, Say] = {}

    @classmethod
    def load(cls, folder: Path | None = None) -> "Words":
        """Read every catalogue below a folder (this one by default); WordsFault if one is bad."""
        folder = folder or Path(__file__).parent
        spoken = [path for path in sorted(folder.iterdir()) if any(path.glob("*.ftl"))]
        return cls({path.name: _read(path) for path in spoken})

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self._sentences)

    def language_of(self, code: str | None) -> str:
        """Find the language for a person whose Telegram says "en-GB"."""
        asked = (code or HOME).replace("_", "-")
        return next((one for one in (asked, asked.split("-")[0]) if one in self._sentences), HOME)

    def say(self, lang: str | None) -> Say:
        """Give the words of a language, or of the home language where we do not have it."""
        lang = self.language_of(lang)
        if lang not in self._says:
            sentences = self._sentences.get(HOME, {}) | self._sentences[lang]
            self._says[lang] = Say(lang, formats_of(lang, self.zone), sentences)
        return self._says[lang]

    def keys(self, lang: str) -> frozenset[str]:
        """List the keys a language has, attributes as "key.attribute"."""
        return frozenset(self._sentences[lang])

    def having(self, texts: Mapping[str, str]) -> "Words":
        """Add the sentences of Fluent texts, by language."""
        added = {lang: _parsed(text, lang) for lang, text in texts.items()}
        empty = ast.Resource([])
        both = {
            lang: ast.Resource(
                [*self._resources.get(lang, empty).body, *added.get(lang, empty).body]
            )
            for lang in self._resources | added
        }
        return Words(both, self.zone)

    def telling(self, zone: ZoneInfo) -> "Words":
        """Tell the time by another zone's clock."""
        return Words(self._resources, zone)

    def pseudo_rtl(self) -> "Words":
        """Add a made-up language written from right to left, made from the English one."""
        return Words(self._resources | {PSEUDO_RTL: mirrored(self._resources["en"])}, self.zone)


def missing_keys(words: Words) -> dict[str, set[str]]:
    """Tell which keys each language lacks that another has; empty where all is said."""
    every = frozenset[str]().union(*(words.keys(lang) for lang in words.languages))
    lacks = {lang: set(every - words.keys(lang)) for lang in words.languages}
    return {lang: keys for lang, keys in lacks.items() if keys}


def _read(folder: Path) -> ast.Resource:
    body: list[Any] = []
    seen: dict[str, Path] = {}
    for path in sorted(folder.glob("*.ftl")):
        for entry in _parsed(path.read_text("utf-8"), str(path)).body:
            if isinstance(entry, ast.Message | ast.Term):
                name = _name(entry)
                if name in seen:
                    raise WordsFault(f"{path}: {name} is already in {seen[name].name}")
                seen[name] = path
                body.append(entry)
    return ast.Resource(body)


def _parsed(text: str, where: str) -> ast.Resource:
    resource = FluentParser(with_spans=False).parse(text)
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            raise WordsFault(f"{where}: cannot be read: {(entry.content or '').strip()[:80]!r}")
    return resource


def _name(entry: ast.Message | ast.Term) -> str:
    return ("-" if isinstance(entry, ast.Term) else "") + entry.id.name


def _sentences(lang: str, resource: ast.Resource) -> dict[str, Sentence]:
    """Isolating marks only where writing goes from right to left: they count as characters."""
    rtl = lang.split("-", maxsplit=1)[0] in RIGHT_TO_LEFT
    bundle = FluentBundle([str(formats_of(lang).locale)], use_isolating=rtl)
    bundle.add_resource(resource)
    asked = _Variables(resource)
    found = {}
    for key, pattern in _patterns(resource):
        name, _, attribute = key.partition(".")
        message = bundle.get_message(name)
        compiled = message.attributes[attribute] if attribute else message.value
        found[key] = Sentence(bundle, compiled, asked.of(pattern))
    return found


def _patterns(resource: ast.Resource) -> Iterator[tuple[str, ast.Pattern]]:
    for entry in resource.body:
        if isinstance(entry, ast.Message):
            if entry.value:
                yield entry.id.name, entry.value
            for attribute in entry.attributes:
                yield f"{entry.id.name}.{attribute.id.name}", attribute.value


class _Variables(Visitor):
    """Collects the values that patterns ask for, through the sentences they quote."""

    def __init__(self, resource: ast.Resource) -> None:
        self._entries = {_name(entry): entry for entry in resource.body}  # type: ignore[arg-type]
        self._found: set[str] = set()
        self._seen: set[str] = set()

    def of(self, pattern: ast.Pattern) -> frozenset[str]:
        self._found, self._seen = set(), set()
        self.visit(pattern)
        return frozenset(self._found)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 named by fluent
        self._found.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 named by fluent
        quoted = self._entries.get(node.id.name)
        if quoted is not None and node.id.name not in self._seen:
            self._seen.add(node.id.name)
            self.visit(quoted)
