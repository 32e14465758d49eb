"""Crews: the roster, and how a member joins the bot."""

from domain.people import Action
from handlers.context.feature import Callback, Command, DeepLink, Feature, FormEnding, SubjectKind
from handlers.crews import member_join, roster, roster_import
from handlers.crews.member_join_form import MemberJoinForm

IMPORT = SubjectKind.ROSTER_IMPORT
CREW = Command(roster.roster, Action.INVITE_MEMBER)

FEATURE = Feature(
    "crews",
    forms={MemberJoinForm: FormEnding(member_join.joined, Action.JOIN_CREW)},
    callbacks={
        "roster": Callback(roster.roster_tapped, Action.INVITE_MEMBER),
        "invite": Callback(roster.invite_tapped, Action.INVITE_MEMBER, SubjectKind.MEMBER),
        "teamfile": Callback(roster_import.template_tapped, Action.MANAGE_ROSTER),
        "useteam": Callback(roster_import.apply_tapped, Action.MANAGE_ROSTER, IMPORT),
        "oldteam": Callback(roster_import.undo_tapped, Action.MANAGE_ROSTER, IMPORT),
    },
    links={roster.JOIN: DeepLink(member_join.follow, Action.JOIN_CREW)},
    commands={"team": CREW, "crew": CREW, "equipe": CREW},
    errands=frozenset({roster_import.CHECK, roster_import.TEMPLATE}),
)
