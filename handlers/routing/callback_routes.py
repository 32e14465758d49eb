"""All buttons of cards: what each does and which role it takes."""

from collections.abc import Mapping

from domain.people import Role
from handlers.accounts import admission, client_home_taps, company_team, invitation
from handlers.context.callbacks import Callback, CardTap
from handlers.context.update_context import UpdateContext
from handlers.crews import roster
from handlers.jobs import (
    client_rating,
    counting,
    crew_answer,
    crew_steps,
    planning,
    publication,
    replacement,
)
from handlers.quotes import (
    client_answer,
    client_changes,
    costing,
    inactive_quotes,
    quote_documents,
    renewal,
)
from handlers.reference_files import file_replacement
from handlers.relay import live_chat
from handlers.requests import brief_request, coordinator_decisions, known_sites, search
from handlers.routing import commands
from handlers.sessions import resume
from handlers.surveys import client_survey, coordinator_survey


async def _new(ctx: UpdateContext, _tap: CardTap) -> None:
    await commands.new(ctx)


async def _visit(ctx: UpdateContext, tap: CardTap) -> None:
    if survey := await client_survey.visit_tapped(ctx, tap):
        await coordinator_survey.booked(ctx, survey)


async def _roster(ctx: UpdateContext, _tap: CardTap) -> None:
    await commands.crew(ctx)


CALLBACKS: Mapping[str, Callback] = {
    "lang": Callback(commands.language_chosen),
    "site": Callback(known_sites.chosen, Role.CLIENT),
    "again": Callback(known_sites.again_tapped, Role.CLIENT),
    "posters": Callback(known_sites.posters_tapped, Role.CLIENT),
    "poster": Callback(known_sites.poster_tapped, Role.CLIENT),
    "letin": Callback(admission.decide_tapped),
    "keepout": Callback(admission.decide_tapped),
    "link": Callback(invitation.link_tapped, Role.CLIENT),
    "newlink": Callback(invitation.new_tapped, Role.CLIENT),
    "cutlink": Callback(invitation.cut_tapped, Role.CLIENT),
    "team": Callback(company_team.team_tapped, Role.CLIENT),
    "mate": Callback(company_team.member_tapped, Role.CLIENT),
    "share": Callback(company_team.share_tapped, Role.CLIENT),
    "handover": Callback(company_team.share_tapped, Role.CLIENT),
    "putout": Callback(company_team.put_out_tapped, Role.CLIENT),
    "new": Callback(_new, Role.CLIENT),
    "goon": Callback(resume.go_on_tapped),
    "anew": Callback(resume.anew_tapped),
    "resume": Callback(resume.resume_tapped),
    "quote": Callback(coordinator_decisions.quote_tapped, Role.COORDINATOR),
    "cost": Callback(costing.show_tapped, Role.COORDINATOR),
    "alter": Callback(costing.alter_tapped, Role.COORDINATOR),
    "fill": Callback(costing.fill_tapped, Role.COORDINATOR),
    "issue": Callback(costing.issue_tapped, Role.COORDINATOR),
    "scrap": Callback(costing.scrap_tapped, Role.COORDINATOR),
    "accept": Callback(client_answer.accept_tapped, Role.CLIENT),
    "decline": Callback(client_answer.decline_tapped, Role.CLIENT),
    "amend": Callback(client_changes.change_tapped, Role.CLIENT),
    "undo": Callback(client_changes.undo_tapped, Role.CLIENT),
    "order": Callback(client_changes.order_tapped, Role.CLIENT),
    "renew": Callback(client_changes.renew_tapped, Role.CLIENT),
    "renewed": Callback(renewal.send_tapped, Role.COORDINATOR),
    "cold": Callback(inactive_quotes.tapped, Role.COORDINATOR),
    "home": Callback(client_home_taps.page_tapped, Role.CLIENT),
    "mine": Callback(client_home_taps.open_tapped, Role.CLIENT),
    "askrest": Callback(brief_request.ask_tapped, Role.COORDINATOR),
    "rest": Callback(brief_request.begin_tapped, Role.CLIENT),
    "reply": Callback(client_answer.reply_tapped, Role.CLIENT),
    "reckoned": Callback(client_answer.reckoned_tapped, Role.CLIENT),
    "visit": Callback(_visit, Role.CLIENT),
    "unsurvey": Callback(coordinator_survey.cancel_tapped, Role.COORDINATOR),
    "giveback": Callback(live_chat.give_back_tapped, Role.COORDINATOR),
    "english": Callback(quote_documents.english_tapped, Role.CLIENT),
    "quoted": Callback(client_answer.show_tapped, Role.CLIENT),
    "rate": Callback(client_rating.rate_tapped, Role.CLIENT),
    "change": Callback(planning.change_tapped, Role.COORDINATOR),
    "replan": Callback(planning.replan_tapped, Role.COORDINATOR),
    "publish": Callback(publication.publish_tapped, Role.COORDINATOR),
    "swap": Callback(replacement.swap_tapped, Role.COORDINATOR),
    "look": Callback(search.look_tapped, Role.COORDINATOR),
    "roster": Callback(_roster, Role.COORDINATOR),
    "invite": Callback(roster.invite_tapped, Role.COORDINATOR),
    "yes": Callback(crew_answer.answer_tapped, Role.CREW),
    "no": Callback(crew_answer.answer_tapped, Role.CREW),
    "show": Callback(crew_steps.show_tapped, Role.CREW),
    "go": Callback(crew_steps.set_off_tapped, Role.CREW),
    "here": Callback(crew_steps.arrive_tapped, Role.CREW),
    "before": Callback(crew_steps.finish_before_photos_tapped, Role.CREW),
    "done": Callback(crew_steps.finish_tapped, Role.CREW),
    "sheet": Callback(counting.sheet_tapped, Role.CREW),
    "line": Callback(counting.line_tapped, Role.CREW),
    "count": Callback(counting.count_tapped, Role.CREW),
    "book": Callback(file_replacement.send_tapped, Role.COORDINATOR),
    "usebook": Callback(file_replacement.apply_tapped, Role.COORDINATOR),
    "oldbook": Callback(file_replacement.undo_tapped, Role.COORDINATOR),
}
