"""Crews: the roster and the vehicles, and how a member joins the bot."""

from domain.people import Action
from domain.reminders import ReminderKind
from handlers.context.feature import Callback, Command, DeepLink, Feature, FormEnding, SubjectKind
from handlers.crews import (
    certificates,
    expiry_warnings,
    join_approval,
    member_editing,
    member_join,
    roster,
    roster_edits,
    roster_import,
    vehicles,
)
from handlers.crews.certificate_form import CertificateForm
from handlers.crews.member_form import ChangedMemberForm, NewMemberForm
from handlers.crews.member_join_form import MemberJoinForm
from handlers.crews.vehicle_form import ChangedVehicleForm, NewVehicleForm, VehicleOutForm

IMPORT = SubjectKind.ROSTER_IMPORT
JOINING = SubjectKind.JOIN_REQUEST
MEMBER = SubjectKind.MEMBER
VEHICLE = SubjectKind.VEHICLE
ROSTER = Action.MANAGE_ROSTER
CREW = Command(roster.command, Action.INVITE_MEMBER)

FEATURE = Feature(
    "crews",
    forms={
        MemberJoinForm: FormEnding(member_join.joined, Action.JOIN_CREW),
        NewMemberForm: FormEnding(member_editing.added, ROSTER),
        ChangedMemberForm: FormEnding(member_editing.changed, ROSTER, MEMBER, "member"),
        CertificateForm: FormEnding(certificates.added, ROSTER, MEMBER, "member"),
        NewVehicleForm: FormEnding(vehicles.added, ROSTER),
        ChangedVehicleForm: FormEnding(vehicles.changed, ROSTER, VEHICLE, "van"),
        VehicleOutForm: FormEnding(vehicles.out, ROSTER, VEHICLE, "van"),
    },
    callbacks={
        "roster": Callback(roster.roster_tapped, Action.INVITE_MEMBER),
        "invite": Callback(roster.invite_tapped, Action.INVITE_MEMBER, MEMBER),
        "reinvite": Callback(roster.invite_again_tapped, Action.INVITE_MEMBER, MEMBER),
        "letmember": Callback(join_approval.let_in_tapped, Action.INVITE_MEMBER, JOINING),
        "denymember": Callback(join_approval.keep_out_tapped, Action.INVITE_MEMBER, JOINING),
        "unletmember": Callback(join_approval.undo_tapped, Action.INVITE_MEMBER, JOINING),
        "addmember": Callback(member_editing.add_tapped, ROSTER),
        "editmember": Callback(member_editing.fields_tapped, ROSTER, MEMBER),
        "setmember": Callback(member_editing.change_tapped, ROSTER, MEMBER),
        "addproof": Callback(certificates.add_tapped, ROSTER, MEMBER),
        "dropproof": Callback(certificates.drop_tapped, ROSTER, MEMBER),
        "proofpic": Callback(certificates.photo_tapped, ROSTER, MEMBER),
        "fleet": Callback(vehicles.fleet_tapped, ROSTER),
        "van": Callback(vehicles.show_tapped, ROSTER, VEHICLE),
        "addvan": Callback(vehicles.add_tapped, ROSTER),
        "setvan": Callback(vehicles.change_tapped, ROSTER, VEHICLE),
        "outvan": Callback(vehicles.out_tapped, ROSTER, VEHICLE),
        "invan": Callback(vehicles.in_tapped, ROSTER, VEHICLE),
        "dropvan": Callback(vehicles.drop_tapped, ROSTER, VEHICLE),
        "vanback": Callback(vehicles.back_tapped, ROSTER, VEHICLE),
        "oldvalue": Callback(roster_edits.undo_tapped, ROSTER, IMPORT),
        "teamfile": Callback(roster_import.template_tapped, ROSTER),
        "useteam": Callback(roster_import.apply_tapped, ROSTER, IMPORT),
        "oldteam": Callback(roster_import.undo_tapped, ROSTER, IMPORT),
    },
    links={roster.JOIN: DeepLink(member_join.follow, Action.JOIN_CREW)},
    reminders={
        ReminderKind.CERTIFICATE_END: expiry_warnings.warn_of_certificate,
        ReminderKind.INSPECTION_END: expiry_warnings.warn_of_inspection,
    },
    commands={"team": CREW, "crew": CREW, "equipe": CREW},
    facts={
        "team": member_editing.team,
        "fleet": vehicles.known,
        "vehicle_kinds": vehicles.kinds,
    },
    errands=frozenset({roster_import.CHECK, roster_import.TEMPLATE}),
)
