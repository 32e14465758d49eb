"""Requests: sent in full or in brief, searched, decided on."""

from domain.people import Action
from handlers.context.feature import Callback, Command, DeepLink, Feature, FormEnding, SubjectKind
from handlers.inventory.inventory_kind import MAKE_TEMPLATE, READ_SHEET
from handlers.quotes.decision_forms import RulingForm
from handlers.requests import (
    brief_request,
    change_replies,
    client_questions,
    coordinator_decisions,
    hazard_ruling,
    known_sites,
    search,
    submission,
    unprompted_message,
)
from handlers.requests.address_lookup import LOOK_UP
from handlers.requests.poster_form import PosterForm
from handlers.requests.request_form import RequestForm
from handlers.requests.thread_forms import ChangeReplyForm, QuestionForm, ReplyForm, WritingForm

REQUEST, SITE = SubjectKind.REQUEST, SubjectKind.SITE
FIND = Command(search.command, Action.FIND_REQUEST)
POSTER = Command(known_sites.poster, Action.MAKE_POSTER)

FEATURE = Feature(
    "requests",
    forms={
        RequestForm: FormEnding(
            brief_request.finish,
            Action.COMPLETE_REQUEST,
            REQUEST,
            "request",
            begin_anew=submission.begin_anew,
        ),
        PosterForm: FormEnding(known_sites.poster_finished, Action.HANG_POSTER),
        QuestionForm: FormEnding(
            client_questions.question_put, Action.ASK_CLIENT, REQUEST, "request"
        ),
        ChangeReplyForm: FormEnding(change_replies.replied, Action.ASK_CLIENT, REQUEST, "request"),
        ReplyForm: FormEnding(client_questions.replied, Action.ANSWER_QUESTION, REQUEST, "request"),
        WritingForm: FormEnding(
            client_questions.written, Action.ANSWER_QUESTION, REQUEST, "request"
        ),
        RulingForm: FormEnding(hazard_ruling.ruled, Action.RULE_ON_HAZARDS, REQUEST, "request"),
    },
    callbacks={
        "site": Callback(known_sites.chosen, Action.USE_SITE, SITE),
        "again": Callback(known_sites.again_tapped, Action.REQUEST_QUOTE),
        "posters": Callback(known_sites.posters_tapped, Action.USE_SITE),
        "poster": Callback(known_sites.poster_tapped, Action.USE_SITE, SITE),
        "quote": Callback(coordinator_decisions.quote_tapped, Action.SEND_QUOTE, REQUEST),
        "askrest": Callback(brief_request.ask_tapped, Action.ASK_CLIENT, REQUEST),
        "rest": Callback(brief_request.begin_tapped, Action.BEGIN_REST, REQUEST),
        "write": Callback(client_questions.write_tapped, Action.ANSWER_QUESTION, REQUEST),
        "reply": Callback(client_questions.reply_tapped, Action.ANSWER_QUESTION, REQUEST),
        "about": Callback(unprompted_message.about_tapped, Action.ANSWER_QUESTION, REQUEST),
        "aboutnone": Callback(unprompted_message.none_tapped, Action.ANSWER_QUESTION),
        "look": Callback(search.look_tapped, Action.FIND_REQUEST, REQUEST),
    },
    links={
        "ask": DeepLink(coordinator_decisions.ask_client, Action.ASK_CLIENT, REQUEST),
        "refuse": DeepLink(coordinator_decisions.refuse, Action.REFUSE_REQUEST, REQUEST),
        "tell": DeepLink(brief_request.begin_link, Action.TELL_FOR_CLIENT, REQUEST),
        "decide": DeepLink(hazard_ruling.decide, Action.RULE_ON_HAZARDS, REQUEST),
    },
    commands={"find": FIND, "chercher": FIND, "poster": POSTER, "affiche": POSTER},
    errands=frozenset({known_sites.POSTER, LOOK_UP, READ_SHEET, MAKE_TEMPLATE}),
)
