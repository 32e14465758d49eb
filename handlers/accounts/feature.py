"""Accounts: who a client is, the company they are of, who else is in it; who coordinates."""

from domain.people import Action
from handlers.accounts import (
    admission,
    client_home_taps,
    colleague_join,
    company_details,
    company_team,
    coordinators,
    invitation,
    registration,
)
from handlers.accounts.colleague_form import ColleagueForm
from handlers.accounts.company_details_form import CompanyDetailsForm
from handlers.accounts.registration_form import RegistrationForm
from handlers.context.feature import Callback, Command, DeepLink, Feature, FormEnding, SubjectKind

NEW = Command(registration.new, Action.BEGIN_REQUEST)
HISTORY = Command(client_home_taps.history, Action.SEE_HISTORY)
INVITE = Command(invitation.command, Action.INVITE_COLLEAGUE, SubjectKind.COMPANY)
OFFICE = Command(coordinators.command, Action.MANAGE_OFFICE)

FEATURE = Feature(
    "accounts",
    forms={
        RegistrationForm: FormEnding(
            registration.finish, Action.REGISTER, begin_anew=registration.start
        ),
        ColleagueForm: FormEnding(colleague_join.joined, Action.JOIN_COMPANY),
        CompanyDetailsForm: FormEnding(
            company_details.told, Action.ANSWER_QUOTE, SubjectKind.REVISION, "revision"
        ),
    },
    callbacks={
        "new": Callback(registration.new_tapped, Action.REQUEST_QUOTE),
        "home": Callback(client_home_taps.page_tapped, Action.SEE_REQUEST),
        "history": Callback(client_home_taps.history_tapped, Action.SEE_HISTORY),
        "mine": Callback(client_home_taps.open_tapped, Action.SEE_REQUEST, SubjectKind.REQUEST),
        "report": Callback(client_home_taps.report_tapped, Action.SEE_REQUEST, SubjectKind.JOB),
        "letin": Callback(admission.decide_tapped, Action.ADMIT_COLLEAGUE, SubjectKind.APPLICANT),
        "keepout": Callback(admission.decide_tapped, Action.ADMIT_COLLEAGUE, SubjectKind.APPLICANT),
        "link": Callback(invitation.link_tapped, Action.INVITE_COLLEAGUE, SubjectKind.COMPANY),
        "newlink": Callback(invitation.new_tapped, Action.INVITE_COLLEAGUE, SubjectKind.COMPANY),
        "cutlink": Callback(invitation.cut_tapped, Action.INVITE_COLLEAGUE, SubjectKind.COMPANY),
        "team": Callback(company_team.team_tapped, Action.MANAGE_TEAM, SubjectKind.COMPANY),
        "mate": Callback(company_team.member_tapped, Action.MANAGE_TEAM, SubjectKind.COLLEAGUE),
        "share": Callback(company_team.share_tapped, Action.MANAGE_TEAM, SubjectKind.COLLEAGUE),
        "handover": Callback(company_team.share_tapped, Action.MANAGE_TEAM, SubjectKind.COLLEAGUE),
        "office": Callback(coordinators.list_tapped, Action.MANAGE_OFFICE),
        "officelink": Callback(coordinators.link_tapped, Action.MANAGE_OFFICE),
        "officecut": Callback(coordinators.cut_tapped, Action.MANAGE_OFFICE),
        "officeout": Callback(coordinators.out_tapped, Action.MANAGE_OFFICE),
        "officeback": Callback(coordinators.back_tapped, Action.MANAGE_OFFICE),
        "putout": Callback(company_team.put_out_tapped, Action.MANAGE_TEAM, SubjectKind.COLLEAGUE),
    },
    links={
        "site": DeepLink(registration.follow_site, Action.OPEN_POSTER),
        coordinators.JOIN: DeepLink(coordinators.follow, Action.JOIN_OFFICE),
        invitation.JOIN: DeepLink(colleague_join.follow, Action.JOIN_COMPANY),
    },
    commands={
        "new": NEW,
        "devis": NEW,
        "history": HISTORY,
        "historique": HISTORY,
        "invite": INVITE,
        "inviter": INVITE,
        "coordinators": OFFICE,
        "coordinateurs": OFFICE,
    },
)
