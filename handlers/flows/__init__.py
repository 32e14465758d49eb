"""The conversations of the trade, by name."""

from collections.abc import Mapping
from typing import Any

from handlers.conversation.form import form_of
from handlers.flows.colleague import Colleague
from handlers.flows.costing import COSTING_FORMS
from handlers.flows.decisions import (
    Agreement,
    Change,
    Decline,
    Order,
    Question,
    Refusal,
    Renewal,
    Reply,
    Ruling,
)
from handlers.flows.joining import Joining
from handlers.flows.planning import Planning
from handlers.flows.poster import Poster
from handlers.flows.registration import Registration
from handlers.flows.request import Request
from handlers.flows.surveying import Surveying

FORMS: tuple[type[Any], ...] = (
    Registration,
    Request,
    Question,
    Reply,
    Refusal,
    Ruling,
    Surveying,
    Agreement,
    Order,
    Change,
    Decline,
    Renewal,
    Planning,
    Joining,
    Colleague,
    *COSTING_FORMS,
    Poster,
)

REGISTRY: Mapping[str, type[Any]] = {form_of(one).name: one for one in FORMS}
