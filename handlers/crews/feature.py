"""Crews: the roster, and how a member joins the bot."""

from domain.people import Action
from handlers.context.feature import Callback, Command, DeepLink, Feature, FormEnding, SubjectKind
from handlers.crews import member_editing, member_join, roster, roster_edits, roster_import
from handlers.crews.member_form import ChangedMemberForm, NewMemberForm
from handlers.crews.member_join_form import MemberJoinForm

IMPORT = SubjectKind.ROSTER_IMPORT
MEMBER = SubjectKind.MEMBER
CREW = Command(roster.command, Action.INVITE_MEMBER)

FEATURE = Feature(
    "crews",
    forms={
        MemberJoinForm: FormEnding(member_join.joined, Action.JOIN_CREW),
        NewMemberForm: FormEnding(member_editing.added, Action.MANAGE_ROSTER),
        ChangedMemberForm: FormEnding(
            member_editing.changed, Action.MANAGE_ROSTER, MEMBER, "member"
        ),
    },
    callbacks={
        "roster": Callback(roster.roster_tapped, Action.INVITE_MEMBER),
        "invite": Callback(roster.invite_tapped, Action.INVITE_MEMBER, MEMBER),
        "teamfile": Callback(roster_import.template_tapped, Action.MANAGE_ROSTER),
        "useteam": Callback(roster_import.apply_tapped, Action.MANAGE_ROSTER, IMPORT),
        "oldteam": Callback(roster_import.undo_tapped, Action.MANAGE_ROSTER, IMPORT),
        "addmember": Callback(member_editing.add_tapped, Action.MANAGE_ROSTER),
        "editmember": Callback(member_editing.fields_tapped, Action.MANAGE_ROSTER, MEMBER),
        "setmember": Callback(member_editing.change_tapped, Action.MANAGE_ROSTER, MEMBER),
        "oldvalue": Callback(roster_edits.undo_tapped, Action.MANAGE_ROSTER, IMPORT),
    },
    links={roster.JOIN: DeepLink(member_join.follow, Action.JOIN_CREW)},
    commands={"team": CREW, "crew": CREW, "equipe": CREW},
    facts={"team": member_editing.team},
    errands=frozenset({roster_import.CHECK, roster_import.TEMPLATE}),
)
