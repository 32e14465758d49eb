"""Questions with a usual answer."""

from datetime import date
from typing import Any

from domain.catalogue import shipped_catalogue
from handlers.conversation.engine import Session
from handlers.conversation.render import render
from handlers.words.catalogue import Words

SAY = Words.load().say("fr")


KNOWN: dict[str, Any] = {"catalogue": shipped_catalogue(), "today": date(2026, 11, 24)}


def labels(session: Session, outcome: Any) -> list[str]:
    screen = render(session, outcome, SAY, 1, KNOWN)
    return [button.text for row in screen.rows for button in row]
