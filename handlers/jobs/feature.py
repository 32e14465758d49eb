"""Jobs: planned, published, answered, done, counted, rated."""

from domain.people import Action
from domain.reminders import ReminderKind
from handlers.context.feature import Callback, DeepLink, Feature, FormEnding, SubjectKind
from handlers.jobs import (
    client_rating,
    counting,
    crew_answer,
    crew_steps,
    job_reminders,
    job_shaping,
    papers,
    plan_changes,
    planning,
    planning_facts,
    publication,
    replacement,
    unpublication,
)
from handlers.jobs.override_form import OverrideForm
from handlers.jobs.plan_change_forms import MoveDayForm, MoveHourForm
from handlers.jobs.planning_form import PlanningForm

JOB = SubjectKind.JOB

FEATURE = Feature(
    "jobs",
    forms={
        PlanningForm: FormEnding(planning.drafted, Action.PLAN_JOB, JOB, "job"),
        MoveDayForm: FormEnding(plan_changes.day_told, Action.PLAN_JOB, JOB, "job"),
        MoveHourForm: FormEnding(plan_changes.hour_told, Action.PLAN_JOB, JOB, "job"),
        OverrideForm: FormEnding(publication.override_told, Action.PUBLISH_JOB, JOB, "job"),
    },
    callbacks={
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
        "rate": Callback(client_rating.rate_tapped, Action.RATE_JOB, JOB),
    },
    links={
        "plan": DeepLink(planning.plan, Action.PLAN_JOB),
        "replace": DeepLink(replacement.replace, Action.REPLACE_MEMBER),
    },
    reminders={
        ReminderKind.EVE: job_reminders.remind_member,
        ReminderKind.MORNING: job_reminders.remind_member,
        ReminderKind.UNCONFIRMED: job_reminders.alert_unconfirmed,
    },
    facts={"candidates": planning_facts.candidates},
    errands=frozenset({crew_steps.RENDER_REPORT}),
)
