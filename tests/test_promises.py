"""Every promise in our words stands beside what keeps it: code, or an entry of the company file."""

import re
import tomllib
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest

import handlers.words
from domain.company import EXAMPLE, load_company
from domain.job_preferences import Bound, WastePaper
from domain.promises import Promise, is_kept
from handlers.conversation.form import Ask, form_of
from handlers.conversation.kind import Facts
from handlers.requests.promised_kind import PROMISES, Promised
from handlers.requests.request_form import RequestForm

FRENCH = Path(handlers.words.__file__).parent / "fr"
WE_WILL = re.compile(
    r"\b[Nn]ous (?:vous |le |les |la )?(?:répondons|mettons|trouverons|préparons|planifions"
    r"|proposons|revenons|venons voir|regardons|gardons|faisons ce|envoyons|effaçons)|effacé"
)
ANSWER = "handlers.requests.client_questions:question_put"
QUOTE = "handlers.quotes.issue:send"
VISIT = "handlers.surveys.coordinator_survey:offered"
RULING = "handlers.requests.hazard_ruling:ruled"
PHONE, EMAIL = "company file: identity.phone", "company file: identity.email"

# A sentence that says « we will » → what does it.
KEPT_BY = {
    "quote-wish-change": ANSWER,
    "quote-wish-renew": "handlers.quotes.renewal:send_tapped",
    "change-sent": ANSWER,
    "renewal-sent": "handlers.quotes.renewal:send_tapped",
    "undo-too-late": PHONE,
    "undo-published": PHONE,
    "privacy-notice": EMAIL,
    "request-sent": QUOTE,
    "quote-agreed": "handlers.jobs.planning:drafted",
    "hazard-unread.client": RULING,
    "hazard-doubtful_wood.client": RULING,
    "client-ruled-lift": QUOTE,
    "client-ruled-exclude": QUOTE,
    "home-held": RULING,
    "survey-will-come": VISIT,
    "client-survey-none_fits": VISIT,
    "client-survey-cancelled": VISIT,
    "anotherday-day.hint": "handlers.jobs.day_wishes:accept_tapped",
    "day-asked": "handlers.jobs.day_wishes:accept_tapped",
    "day-offered": "handlers.jobs.day_wishes:offer_told",
    "home-day-offered": "handlers.jobs.day_wishes:offer_told",
    "plan-unpublished": "handlers.jobs.unpublication:unpublish_tapped",
    "terms-scope": "bot.errands.quote_pdf:quote_document",
    "terms-liability": "company file: insurance.contract",
}
# A paper or act that a client can ask for and that no person of the company need remember.
ASKED = {
    WastePaper.REUSE: "documents.report:render_report",
    WastePaper.PHOTOS: "documents.report:render_report",
    Bound.CHARITY: "handlers.views.site_wording:wishes_words",
    Bound.ON_SITE: "handlers.views.site_wording:wishes_words",
    Bound.NO_RESALE: "handlers.views.site_wording:wishes_words",
}


def sentences() -> Iterator[tuple[str, str]]:
    """Read the French sentences, attributes as key.attribute."""
    key = attribute = ""
    for file in sorted(FRENCH.glob("*.ftl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if found := re.match(r"([\w-]+) = ?(.*)", line):
                key = attribute = found[1]
            elif found := re.match(r"    \.(\w+) = (.*)", line):
                attribute = f"{key}.{found[1]}"
            yield attribute, line


def offers(question: str, promises: frozenset[Promise]) -> set[str]:
    """Name what the request form offers, for a company that keeps these promises."""
    asks = {step.name: step for step in form_of(RequestForm).steps if isinstance(step, Ask)}
    kind = asks[question].kind
    assert isinstance(kind, Promised)
    facts = Facts({PROMISES: promises}, SimpleNamespace(lift=None))
    return {option.code for option in kind.offers(facts)}


def test_every_sentence_that_promises_is_listed() -> None:
    assert {key for key, line in sentences() if WE_WILL.search(line)} == {*KEPT_BY}


@pytest.mark.parametrize("keeper", sorted({*KEPT_BY.values(), *ASKED.values()}))
def test_every_keeper_is_there(keeper: str) -> None:
    if keeper.startswith("company file: "):
        table, entry = keeper.removeprefix("company file: ").split(".")
        assert tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))[table][entry]
    else:
        module, name = keeper.split(":")
        assert callable(getattr(import_module(module), name))


def test_every_paper_is_kept_by_code_or_by_hand() -> None:
    codes: list[Enum] = [*WastePaper, *Bound]
    assert {one for one in codes if is_kept(str(one.value), ())} == {*ASKED}


@pytest.mark.parametrize(
    ("question", "by_hand"),
    [
        ("papers", {"register", "slips", "co2"}),
        ("bounds", {"convention", "certificate"}),
        ("more", {"insertion"}),
    ],
)
def test_what_is_not_delivered_by_hand_is_not_offered(question: str, by_hand: set[str]) -> None:
    assert offers(question, frozenset(Promise)) - offers(question, frozenset()) == by_hand


def test_a_company_file_that_names_nothing_promises_nothing() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    start, end = text.index("[promises]"), text.index("# The general conditions")
    assert load_company(text[:start] + text[end:]).promises == frozenset()
    assert load_company(text).promises == frozenset(Promise)
