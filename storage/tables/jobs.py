"""Tables of the work: who goes, what was planned, what was done, what is due."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Time,
)

from storage.tables.base import Id, Instant, metadata

members = Table(
    "members",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", BigInteger, ForeignKey("people.id"), unique=True),
    Column("name", String(120), nullable=False),
    Column("phone", String(20)),
    Column("language", String(8), nullable=False, default="fr"),
    Column("languages", JSON, nullable=False, default=list),  # spoken, the first one written
    Column("roles", JSON, nullable=False, default=list),
    Column("contract_hours", String(8), nullable=False, default="35"),  # a week, in full
    Column("contract_from", Date),
    Column("contract_until", Date),
    Column("active", Boolean, nullable=False, default=True),
)

certificates = Table(
    "certificates",
    metadata,
    Column("member_id", BigInteger, ForeignKey("members.id"), primary_key=True),
    Column("kind", String(20), primary_key=True),
    Column("valid_until", Date, nullable=False),
    Column("issued_on", Date),
    Column("media_id", BigInteger),  # a photo of the paper
)

vehicles = Table(
    "vehicles",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", String(80), nullable=False, unique=True),
    Column("kind", String(20), nullable=False),
    Column("plate", String(20)),
    Column("volume_m3", String(12)),  # a decimal in full, like the payload below
    Column("payload_kg", String(12)),
    Column("licence", String(4)),
    Column("tail_lift", Boolean, nullable=False, default=False),
    Column("glass_frame", Boolean, nullable=False, default=False),
    Column("inspected_until", Date),
    Column("out_from", Date),
    Column("out_until", Date),
    Column("active", Boolean, nullable=False, default=True),
)

absences = Table(
    "absences",
    metadata,
    Column("id", Id, primary_key=True),
    Column("member_id", BigInteger, ForeignKey("members.id"), nullable=False),
    Column("starts_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    Column("added_by", BigInteger, nullable=False),
    Column("at", Instant, nullable=False),
    Column("cancelled_at", Instant),
    Index("ix_absences_member_ends", "member_id", "ends_at"),
)

appointments = Table(
    "appointments",
    metadata,
    Column("id", Id, primary_key=True),
    Column("member_id", BigInteger, ForeignKey("members.id"), nullable=False, index=True),
    Column("weekday", String(3), nullable=False),
    Column("start_time", Time, nullable=False),
    Column("end_time", Time, nullable=False),
    Column("first_on", Date, nullable=False),
    Column("last_on", Date),
    Column("added_by", BigInteger, nullable=False),
    Column("at", Instant, nullable=False),
    Column("cancelled_at", Instant),
)

roster_imports = Table(
    "roster_imports",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", String(120), nullable=False, unique=True),
    Column("added_by", BigInteger, nullable=False),
    Column("state", String(10), nullable=False),
    Column("content", JSON, nullable=False),  # what the file says
    Column("before", JSON),  # what it changed, as it was
    Column("at", Instant, nullable=False),
)

join_requests = Table(
    "join_requests",
    metadata,
    Column("id", Id, primary_key=True),
    Column("member_id", BigInteger, ForeignKey("members.id"), nullable=False),
    Column("person_id", BigInteger, nullable=False, index=True),
    Column("phone", String(20), nullable=False),  # of the account that wants in
    Column("at", Instant, nullable=False),
    Column("decided_at", Instant),
    Column("let_in", Boolean, nullable=False, default=False),
    Column("former_id", BigInteger),  # the account that it took the place of
    Column("former_phone", String(20)),
)

invitations = Table(
    "invitations",
    metadata,
    Column("code", String(64), primary_key=True),
    Column("kind", String(12), nullable=False),
    Column("member_id", BigInteger, ForeignKey("members.id")),
    Column("company_id", BigInteger, ForeignKey("companies.id"), index=True),
    Column("person_id", BigInteger),  # the administrator who invites a coordinator
    Column("uses", Integer, nullable=False, default=0, server_default="0"),
    Column("most", Integer, nullable=False, default=1, server_default="1"),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant),  # the last time, and by whom
    Column("used_by", BigInteger),
)

jobs = Table(
    "jobs",
    metadata,
    Column("id", Id, primary_key=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("revision_id", BigInteger, ForeignKey("revisions.id"), nullable=False, unique=True),
    Column("request_id", BigInteger, ForeignKey("requests.id"), nullable=False, index=True),
    Column("state", String(12), nullable=False, index=True),
    Column("version", Integer, nullable=False, default=1),
    Column("person_hours", String(12), nullable=False),
    Column("days", Integer, nullable=False),
    Column("crew_size", Integer, nullable=False),
    Column("vehicle_id", BigInteger, ForeignKey("vehicles.id")),
    Column("start_on", Date),
    Column("start_time", Time),
    Column("published_at", Instant),
    Column("en_route_at", Instant),
    Column("arrived_at", Instant),
    Column("done_at", Instant),
    Column("reported_at", Instant),
    Column("report_media_id", BigInteger, ForeignKey("media.id")),
    Column("rating", Integer),
    Column("shape", JSON),  # days and vehicles that are not as quoted
    Column("in_spite_of", JSON),  # what was soft against the plan when it was published, and why
    Column("created_at", Instant, nullable=False),
)

assignments = Table(
    "assignments",
    metadata,
    Column("job_id", BigInteger, ForeignKey("jobs.id"), primary_key=True),
    Column("member_id", BigInteger, ForeignKey("members.id"), primary_key=True),
    Column("leads", Boolean, nullable=False, default=False),
    Column("state", String(10), nullable=False),
    Column("version", Integer, nullable=False, default=1),
    Column("answered_at", Instant),
    Index("ix_assignments_member", "member_id"),
)

job_papers = Table(
    "job_papers",
    metadata,
    Column("job_id", BigInteger, ForeignKey("jobs.id"), primary_key=True),
    Column("paper", String(20), primary_key=True),
    Column("since", Date, nullable=False),
    Column("noted_by", BigInteger, nullable=False),
    Column("at", Instant, nullable=False),
)

counts = Table(
    "counts",
    metadata,
    Column("job_id", BigInteger, ForeignKey("jobs.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("outcome", String(12), primary_key=True),
    Column("quantity", String(20), nullable=False),
)

reminders = Table(
    "reminders",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", String(120), nullable=False, unique=True),
    Column("kind", String(24), nullable=False),
    Column("job_id", BigInteger, ForeignKey("jobs.id"), index=True),
    Column("thing_id", BigInteger, index=True),  # of other kinds: a survey, a takeover
    Column("member_id", BigInteger, ForeignKey("members.id")),
    Column("revision_id", BigInteger, ForeignKey("revisions.id"), index=True),
    Column("person_id", BigInteger, ForeignKey("people.id"), index=True),
    Column("state", String(10), nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("done_at", Instant),
    Index("ix_reminders_state_due", "state", "due_at"),
)
