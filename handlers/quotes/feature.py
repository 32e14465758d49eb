"""Quotes: priced, sent, answered, changed, renewed."""

from domain.people import Action
from domain.reminders import ReminderKind
from handlers.context.feature import (
    Callback,
    Command,
    DeepLink,
    Feature,
    FormEnding,
    FormHandler,
    SubjectKind,
)
from handlers.quotes import (
    client_answer,
    client_changes,
    costing,
    follow_up_messages,
    inactive_quotes,
    issue,
    quote_documents,
    renewal,
    signer_facts,
)
from handlers.quotes.costing_forms import (
    CostDiscount,
    CostExtra,
    CostHours,
    CostItem,
    CostQuantity,
)
from handlers.quotes.decision_forms import (
    AgreementForm,
    ChangeForm,
    DeclineForm,
    OrderForm,
    RefusalForm,
    RenewalForm,
)
from handlers.quotes.signer_kind import SIGNERS

REQUEST, REVISION, COSTING = SubjectKind.REQUEST, SubjectKind.REVISION, SubjectKind.COSTING
COLD = Command(inactive_quotes.show, Action.SEE_INACTIVE_QUOTES)


def _priced(handler: FormHandler) -> FormEnding:
    return FormEnding(handler, Action.PRICE_REQUEST, COSTING, "costing")


def _answered(handler: FormHandler) -> FormEnding:
    return FormEnding(handler, Action.ANSWER_QUOTE, REVISION, "revision")


FEATURE = Feature(
    "quotes",
    forms={
        RefusalForm: FormEnding(issue.refused, Action.REFUSE_REQUEST, REQUEST, "request"),
        AgreementForm: _answered(client_answer.agreed),
        OrderForm: _answered(client_changes.ordered),
        ChangeForm: _answered(client_changes.change_asked),
        DeclineForm: _answered(client_answer.declined),
        RenewalForm: _answered(client_changes.renewal_asked),
        CostItem: _priced(costing.item_told),
        CostQuantity: _priced(costing.quantity_told),
        CostHours: _priced(costing.hours_told),
        CostDiscount: _priced(costing.discount_told),
        CostExtra: _priced(costing.extra_told),
    },
    callbacks={
        "cost": Callback(costing.show_tapped, Action.PRICE_REQUEST, COSTING),
        "alter": Callback(costing.alter_tapped, Action.PRICE_REQUEST, COSTING),
        "fill": Callback(costing.fill_tapped, Action.PRICE_REQUEST, COSTING),
        "scrap": Callback(costing.scrap_tapped, Action.PRICE_REQUEST, COSTING),
        "issue": Callback(costing.issue_tapped, Action.SEND_QUOTE, COSTING),
        "renewed": Callback(renewal.send_tapped, Action.SEND_QUOTE, REVISION),
        "cold": Callback(inactive_quotes.tapped, Action.SEE_INACTIVE_QUOTES),
        "accept": Callback(client_answer.accept_tapped, Action.ANSWER_QUOTE, REVISION),
        "decline": Callback(client_answer.decline_tapped, Action.ANSWER_QUOTE, REVISION),
        "amend": Callback(client_changes.change_tapped, Action.ANSWER_QUOTE, REVISION),
        "wished": Callback(client_changes.wished_tapped, Action.ANSWER_QUOTE, REVISION),
        "undo": Callback(client_changes.undo_tapped, Action.ANSWER_QUOTE, REVISION),
        "order": Callback(client_changes.order_tapped, Action.ANSWER_QUOTE, REVISION),
        "renew": Callback(client_changes.renew_tapped, Action.ANSWER_QUOTE, REVISION),
        "reckoned": Callback(client_answer.reckoned_tapped, Action.SEE_QUOTE, REVISION),
        "english": Callback(quote_documents.english_tapped, Action.SEE_QUOTE, REVISION),
        "quoted": Callback(client_answer.show_tapped, Action.SEE_QUOTE, REVISION),
    },
    links={"cost": DeepLink(costing.open_, Action.PRICE_REQUEST, REQUEST)},
    commands={"cold": COLD, "relances": COLD},
    reminders={
        ReminderKind.FOLLOW_UP: follow_up_messages.follow_up,
        ReminderKind.LAST_DAYS: follow_up_messages.follow_up,
        ReminderKind.EXPIRY: follow_up_messages.expire,
        ReminderKind.DRAFT: follow_up_messages.recall_draft,
    },
    facts={SIGNERS: signer_facts.signers},
    errands=frozenset(
        {issue.RENDER_QUOTE, quote_documents.RENDER_AGREEMENT, quote_documents.RENDER_ENGLISH}
    ),
)
