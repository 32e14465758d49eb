"""What a finished form brings about."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from handlers.clients import quotes, registration, requests
from handlers.coordinators import planning, quoting, ruling, surveys
from handlers.crews import joining
from handlers.visit import Visit

Ending = Callable[[Visit, Any, Mapping[str, Any]], Awaitable[None]]

ENDINGS: Mapping[str, Ending] = {
    "registration": registration.finish,
    "request": requests.finish,
    "question": quoting.question_put,
    "refusal": quoting.refused,
    "ruling": ruling.ruled,
    "surveying": surveys.offered,
    "reply": quotes.replied,
    "agreement": quotes.agreed,
    "decline": quotes.declined,
    "planning": planning.drafted,
    "joining": joining.joined,
}
