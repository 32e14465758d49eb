"""Jobs: planned, published, answered, done, counted, rated."""

from domain.people import Action
from domain.reminders import ReminderKind
from handlers.context.feature import Callback, DeepLink, Feature, FormEnding, SubjectKind
from handlers.jobs import (
    cancellation,
    client_rating,
    counting,
    crew_answer,
    crew_steps,
    day_wishes,
    job_reminders,
    job_shaping,
    papers,
    phone_answer,
    plan_changes,
    planning,
    planning_facts,
    publication,
    replacement,
    unpublication,
)
from handlers.jobs.cancellation_form import CancellationForm
from handlers.jobs.day_wish_forms import AnotherDayForm, OfferDayForm
from handlers.jobs.override_form import MoveAnywayForm, OverrideForm
from handlers.jobs.plan_change_forms import MoveDayForm, MoveHourForm
from handlers.jobs.planning_form import PlanningForm

JOB = SubjectKind.JOB

FEATURE = Feature(
    "jobs",
    forms={
        PlanningForm: FormEnding(planning.drafted, Action.PLAN_JOB, JOB, "job"),
        MoveDayForm: FormEnding(plan_changes.day_told, Action.PLAN_JOB, JOB, "job"),
        AnotherDayForm: FormEnding(day_wishes.another_told, Action.MOVE_OWN_JOB, JOB, "job"),
        OfferDayForm: FormEnding(day_wishes.offer_told, Action.PLAN_JOB, JOB, "job"),
        CancellationForm: FormEnding(cancellation.office_told, Action.CANCEL_JOB, JOB, "job"),
        MoveAnywayForm: FormEnding(plan_changes.anyway_told, Action.PLAN_JOB, JOB, "job"),
        MoveHourForm: FormEnding(plan_changes.hour_told, Action.PLAN_JOB, JOB, "job"),
        OverrideForm: FormEnding(publication.override_told, Action.PUBLISH_JOB, JOB, "job"),
    },
    callbacks={
        "jobplan": Callback(planning.open_tapped, Action.PLAN_JOB, JOB),
        "change": Callback(planning.change_tapped, Action.PLAN_JOB, JOB),
        "replan": Callback(planning.replan_tapped, Action.PLAN_JOB, JOB),
        "publish": Callback(publication.publish_tapped, Action.PUBLISH_JOB, JOB),
        "unpublish": Callback(unpublication.unpublish_tapped, Action.PUBLISH_JOB, JOB),
        "move": Callback(plan_changes.move_tapped, Action.PLAN_JOB, JOB),
        "moveto": Callback(plan_changes.moveto_tapped, Action.PLAN_JOB, JOB),
        "swapof": Callback(replacement.whom_tapped, Action.REPLACE_MEMBER, JOB),
        "swapto": Callback(replacement.swapto_tapped, Action.REPLACE_MEMBER, JOB),
        "shape": Callback(job_shaping.shape_tapped, Action.PLAN_JOB, JOB),
        "reshape": Callback(job_shaping.reshape_tapped, Action.PLAN_JOB, JOB),
        "papers": Callback(papers.papers_tapped, Action.PLAN_JOB, JOB),
        "paper": Callback(papers.paper_tapped, Action.PLAN_JOB, JOB),
        "saidyes": Callback(phone_answer.said_tapped, Action.ANSWER_FOR_MEMBER, JOB),
        "saidno": Callback(phone_answer.said_tapped, Action.ANSWER_FOR_MEMBER, JOB),
        "swap": Callback(replacement.swap_tapped, Action.REPLACE_MEMBER, JOB),
        "yes": Callback(crew_answer.answer_tapped, Action.ANSWER_JOB, JOB),
        "no": Callback(crew_answer.answer_tapped, Action.ANSWER_JOB, JOB),
        "show": Callback(crew_steps.show_tapped, Action.SEE_JOB, JOB),
        "go": Callback(crew_steps.set_off_tapped, Action.LEAD_JOB, JOB),
        "here": Callback(crew_steps.arrive_tapped, Action.LEAD_JOB, JOB),
        "before": Callback(crew_steps.finish_before_photos_tapped, Action.LEAD_JOB, JOB),
        "done": Callback(crew_steps.finish_tapped, Action.LEAD_JOB, JOB),
        "sheet": Callback(counting.sheet_tapped, Action.LEAD_JOB, JOB),
        "line": Callback(counting.line_tapped, Action.LEAD_JOB, JOB),
        "count": Callback(counting.count_tapped, Action.LEAD_JOB, JOB),
        "otherday": Callback(day_wishes.another_tapped, Action.MOVE_OWN_JOB, JOB),
        "clientday": Callback(day_wishes.client_tapped, Action.MOVE_OWN_JOB, JOB),
        "dayyes": Callback(day_wishes.accept_tapped, Action.PLAN_JOB, JOB),
        "dayoffer": Callback(day_wishes.offer_tapped, Action.PLAN_JOB, JOB),
        "daykeep": Callback(day_wishes.keep_tapped, Action.PLAN_JOB, JOB),
        "cancelown": Callback(cancellation.client_tapped, Action.CANCEL_OWN_JOB, JOB),
        "canceled": Callback(cancellation.client_confirmed, Action.CANCEL_OWN_JOB, JOB),
        "canceljob": Callback(cancellation.office_tapped, Action.CANCEL_JOB, JOB),
        "reopen": Callback(cancellation.reopen_tapped, Action.CANCEL_JOB, JOB),
        "rate": Callback(client_rating.rate_tapped, Action.RATE_JOB, JOB),
    },
    links={
        "plan": DeepLink(planning.plan, Action.PLAN_JOB),
        "dayask": DeepLink(day_wishes.open_wish, Action.PLAN_JOB, JOB),
        "replace": DeepLink(replacement.replace_followed, Action.REPLACE_MEMBER),
    },
    reminders={
        ReminderKind.EVE: job_reminders.remind_member,
        ReminderKind.MORNING: job_reminders.remind_member,
        ReminderKind.UNCONFIRMED: job_reminders.alert_unconfirmed,
    },
    facts={"candidates": planning_facts.candidates},
    errands=frozenset({crew_steps.RENDER_REPORT}),
)
