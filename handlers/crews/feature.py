"""Crews: the roster, and how a member joins the bot."""

from domain.people import Action
from handlers.context.feature import Callback, Command, DeepLink, Feature, FormEnding, SubjectKind
from handlers.crews import member_join, roster
from handlers.crews.member_join_form import MemberJoinForm

CREW = Command(roster.roster, Action.INVITE_MEMBER)

FEATURE = Feature(
    "crews",
    forms={MemberJoinForm: FormEnding(member_join.joined, Action.JOIN_CREW)},
    callbacks={
        "roster": Callback(roster.roster_tapped, Action.INVITE_MEMBER),
        "invite": Callback(roster.invite_tapped, Action.INVITE_MEMBER, SubjectKind.MEMBER),
    },
    links={roster.JOIN: DeepLink(member_join.follow, Action.JOIN_CREW)},
    commands={"crew": CREW, "equipe": CREW},
)
