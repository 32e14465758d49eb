"""All buttons of cards: what each does and which role it takes."""

from collections.abc import Mapping

from domain.people import Role
from handlers import commands, completing, resuming, takeover
from handlers.actions import Action, Tap
from handlers.admin import references
from handlers.clients import (
    colleagues,
    inviting,
    jobs,
    overview,
    papers,
    quotes,
    second_thoughts,
    sites,
    team,
)
from handlers.clients import surveys as client_surveys
from handlers.coordinators import (
    cold,
    costing,
    crewing,
    finding,
    planning,
    publishing,
    renewing,
    replacing,
    requests,
    surveys,
)
from handlers.crews import answering, counting, day
from handlers.visit import Visit


async def _new(visit: Visit, _tap: Tap) -> None:
    await commands.new(visit)


async def _visit(visit: Visit, tap: Tap) -> None:
    if survey := await client_surveys.visit_tapped(visit, tap):
        await surveys.booked(visit, survey)


async def _roster(visit: Visit, _tap: Tap) -> None:
    await commands.crew(visit)


ACTIONS: Mapping[str, Action] = {
    "lang": Action(commands.language_chosen),
    "site": Action(sites.chosen, Role.CLIENT),
    "again": Action(sites.again_tapped, Role.CLIENT),
    "posters": Action(sites.posters_tapped, Role.CLIENT),
    "poster": Action(sites.poster_tapped, Role.CLIENT),
    "letin": Action(colleagues.decide_tapped),
    "keepout": Action(colleagues.decide_tapped),
    "link": Action(inviting.link_tapped, Role.CLIENT),
    "newlink": Action(inviting.new_tapped, Role.CLIENT),
    "cutlink": Action(inviting.cut_tapped, Role.CLIENT),
    "team": Action(team.team_tapped, Role.CLIENT),
    "mate": Action(team.mate_tapped, Role.CLIENT),
    "share": Action(team.share_tapped, Role.CLIENT),
    "handover": Action(team.share_tapped, Role.CLIENT),
    "putout": Action(team.put_out_tapped, Role.CLIENT),
    "new": Action(_new, Role.CLIENT),
    "goon": Action(resuming.go_on_tapped),
    "anew": Action(resuming.anew_tapped),
    "resume": Action(resuming.resume_tapped),
    "quote": Action(requests.quote_tapped, Role.COORDINATOR),
    "cost": Action(costing.show_tapped, Role.COORDINATOR),
    "alter": Action(costing.alter_tapped, Role.COORDINATOR),
    "fill": Action(costing.fill_tapped, Role.COORDINATOR),
    "issue": Action(costing.issue_tapped, Role.COORDINATOR),
    "scrap": Action(costing.scrap_tapped, Role.COORDINATOR),
    "accept": Action(quotes.accept_tapped, Role.CLIENT),
    "decline": Action(quotes.decline_tapped, Role.CLIENT),
    "amend": Action(second_thoughts.change_tapped, Role.CLIENT),
    "undo": Action(second_thoughts.undo_tapped, Role.CLIENT),
    "order": Action(second_thoughts.order_tapped, Role.CLIENT),
    "renew": Action(second_thoughts.renew_tapped, Role.CLIENT),
    "renewed": Action(renewing.send_tapped, Role.COORDINATOR),
    "cold": Action(cold.tapped, Role.COORDINATOR),
    "home": Action(overview.page_tapped, Role.CLIENT),
    "mine": Action(overview.open_tapped, Role.CLIENT),
    "askrest": Action(completing.ask_tapped, Role.COORDINATOR),
    "rest": Action(completing.begin_tapped, Role.CLIENT),
    "reply": Action(quotes.reply_tapped, Role.CLIENT),
    "reckoned": Action(quotes.reckoned_tapped, Role.CLIENT),
    "visit": Action(_visit, Role.CLIENT),
    "unsurvey": Action(surveys.cancel_tapped, Role.COORDINATOR),
    "giveback": Action(takeover.give_back_tapped, Role.COORDINATOR),
    "english": Action(papers.english_tapped, Role.CLIENT),
    "quoted": Action(quotes.show_tapped, Role.CLIENT),
    "rate": Action(jobs.rate_tapped, Role.CLIENT),
    "change": Action(planning.change_tapped, Role.COORDINATOR),
    "replan": Action(planning.replan_tapped, Role.COORDINATOR),
    "publish": Action(publishing.publish_tapped, Role.COORDINATOR),
    "swap": Action(replacing.swap_tapped, Role.COORDINATOR),
    "look": Action(finding.look_tapped, Role.COORDINATOR),
    "roster": Action(_roster, Role.COORDINATOR),
    "invite": Action(crewing.invite_tapped, Role.COORDINATOR),
    "yes": Action(answering.answer_tapped, Role.CREW),
    "no": Action(answering.answer_tapped, Role.CREW),
    "show": Action(day.show_tapped, Role.CREW),
    "go": Action(day.go_tapped, Role.CREW),
    "here": Action(day.here_tapped, Role.CREW),
    "before": Action(day.before_tapped, Role.CREW),
    "done": Action(day.done_tapped, Role.CREW),
    "sheet": Action(counting.sheet_tapped, Role.CREW),
    "line": Action(counting.line_tapped, Role.CREW),
    "count": Action(counting.count_tapped, Role.CREW),
    "book": Action(references.send_tapped, Role.COORDINATOR),
    "usebook": Action(references.apply_tapped, Role.COORDINATOR),
    "oldbook": Action(references.undo_tapped, Role.COORDINATOR),
}
