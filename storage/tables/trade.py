"""Tables of the trade: who, what is asked, what is promised."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    false,
)
from sqlalchemy import UniqueConstraint as Unique

from storage.tables.base import Id, Instant, metadata

numbers = Table(
    "numbers",
    metadata,
    Column("series", String(8), primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("last", Integer, nullable=False),
)

facts = Table(
    "facts",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", JSON, nullable=False),
)

reference_files = Table(
    "reference_files",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", String(120), nullable=False, unique=True),  # of the errand that checked it
    Column("kind", String(10), nullable=False),
    Column("text", Text, nullable=False),
    Column("media_id", BigInteger, nullable=False),
    Column("base_id", BigInteger),  # the version that it was compared with; none: as shipped
    Column("added_by", BigInteger, nullable=False),
    Column("added_at", Instant, nullable=False),
    Column("state", String(10), nullable=False),
    Column("applied_at", Instant),
)

unknown_words = Table(
    "unknown_words",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", String(80), nullable=False, unique=True),  # so that it is asked about once
    Column("word", String(60), nullable=False),
    Column("lang", String(8), nullable=False),
    Column("times", Integer, nullable=False),
    Column("state", String(8), nullable=False),  # waiting, taught, aside, known
    Column("code", String(12)),  # of the item that it means
    Column("version", Integer, nullable=False),
    Column("decided_at", Instant),
    Index("ix_unknown_words_state", "state"),
)

companies = Table(
    "companies",
    metadata,
    Column("id", Id, primary_key=True),
    Column("siret", String(14), unique=True),  # none: told before the first agreement
    Column("name", String(120), nullable=False),
    Column("address", String(200)),  # postal; none: told before the first agreement
    Column("words", Text, nullable=False),  # what it is found by: folded, without accents
    Column("created_at", Instant, nullable=False),
)

people = Table(
    "people",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("first_name", String(120), nullable=False, default=""),
    Column("full_name", String(120)),
    Column("phone", String(20)),
    Column("language", String(8), nullable=False),
    Column("language_chosen", Boolean, nullable=False, default=False),
    Column("noticed_at", Instant),
    Column("company_id", BigInteger, ForeignKey("companies.id"), index=True),
    Column("blocked_at", Instant),
    Column("takeover_id", BigInteger),  # the relay that they are in now
    Column("asks_company_id", BigInteger, ForeignKey("companies.id")),  # waits to be let in
    Column("leads_company", Boolean, nullable=False, default=False, server_default=false()),
    Column("edited_at", Instant),  # when they wrote the newest edit that took effect
    Column("created_at", Instant, nullable=False),
)

roles = Table(
    "roles",
    metadata,
    Column("person_id", BigInteger, ForeignKey("people.id"), primary_key=True),
    Column("role", String(12), primary_key=True),
)

sites = Table(
    "sites",
    metadata,
    Column("id", Id, primary_key=True),
    Column("code", String(24), nullable=False, unique=True),  # in the link of its poster
    Column("company_id", BigInteger, ForeignKey("companies.id")),  # none: a poster of our own
    Column("address", String(200), nullable=False),
    Column("postcode", String(5), nullable=False),
    Column("answers", JSON, nullable=False),  # what a request about it need not ask again
    Column("made_by", BigInteger, nullable=False),
    Column("used_at", Instant, nullable=False),
    Unique("company_id", "address", "postcode", name="uq_sites_place"),
)

requests = Table(
    "requests",
    metadata,
    Column("id", Id, primary_key=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("company_id", BigInteger, ForeignKey("companies.id"), nullable=False, index=True),
    Column("person_id", BigInteger, ForeignKey("people.id"), nullable=False, index=True),
    Column("state", String(16), nullable=False, index=True),
    Column("version", Integer, nullable=False, default=1),
    Column("activity", String(24), nullable=False),  # the first of `activities`, if there are any
    Column("activities", JSON),
    Column("particulars", JSON),  # what only some activities ask
    Column("rules", JSON),  # what holds at the place; none: nothing was said
    Column("wishes", JSON),  # what the client wants beside the work
    Column("contact_name", String(120)),  # who opens on site; none: who asked
    Column("contact_phone", String(20)),
    Column("address", String(200), nullable=False),
    Column("postcode", String(5), nullable=False),
    Column("insee", String(5), nullable=False),
    Column("commune", String(120), nullable=False),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("address_found", String(200)),
    Column("address_score", Integer),  # percent
    Column("floor", Integer, nullable=False),
    Column("lift", String(12), nullable=False),
    Column("carry_m", Integer, nullable=False),
    Column("parking", String(16), nullable=False),
    Column("occupied", Boolean, nullable=False),
    Column("earliest_on", Date, nullable=False),
    Column("deadline_on", Date, nullable=False),
    Column("asbestos", String(16)),  # what the client says about fixed items
    Column("cut_off", String(16)),
    Column("held", JSON),  # kinds of hazard that wait for a decision
    Column("note", Text),
    Column("unread", JSON),  # lines of the inventory that nobody could read, as written
    Column("words", Text, nullable=False),  # what it is found by: folded, without accents
    Column("reason", Text),
    Column("prices_id", BigInteger),  # the reference files that it is priced with; none: as shipped
    Column("catalogue_id", BigInteger),
    Column("created_at", Instant, nullable=False),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("request_id", BigInteger, ForeignKey("requests.id"), nullable=False, index=True),
    Column("person_id", BigInteger, ForeignKey("people.id"), nullable=False),
    Column("verdict", String(10), nullable=False),
    Column("hazards", JSON, nullable=False),  # the kinds that were decided on
    Column("reason", Text, nullable=False),
    Column("at", Instant, nullable=False),
)

surveys = Table(
    "surveys",
    metadata,
    Column("id", Id, primary_key=True),
    Column("request_id", BigInteger, ForeignKey("requests.id"), nullable=False, unique=True),
    Column("state", String(10), nullable=False),
    Column("version", Integer, nullable=False, default=1),
    Column("slots", JSON, nullable=False),  # offered: instants or intervals, in ISO 8601
    Column("starts_at", Instant),
    Column("surveyor_id", BigInteger, ForeignKey("people.id"), nullable=False),
)

takeovers = Table(
    "takeovers",
    metadata,
    Column("id", Id, primary_key=True),
    Column("request_id", BigInteger, ForeignKey("requests.id"), nullable=False),
    Column("client_id", BigInteger, ForeignKey("people.id"), nullable=False, index=True),
    Column("coordinator_id", BigInteger, ForeignKey("people.id"), nullable=False),
    Column("began_at", Instant, nullable=False),
    Column("ended_at", Instant),
)

request_lines = Table(
    "request_lines",
    metadata,
    Column("request_id", BigInteger, ForeignKey("requests.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("code", String(10), nullable=False),
    Column("quantity", String(20), nullable=False),  # a decimal in full, as it was said
    Column("condition", String(1), nullable=False),
    Column("careful", Boolean, nullable=False),
    Column("fixed", Boolean, nullable=False),
)

messages = Table(
    "messages",
    metadata,
    Column("id", Id, primary_key=True),
    Column("request_id", BigInteger, ForeignKey("requests.id"), nullable=False, index=True),
    Column("person_id", BigInteger, nullable=False),
    Column("from_client", Boolean, nullable=False),
    Column("text", Text, nullable=False),
    Column("media_id", BigInteger, ForeignKey("media.id")),
    Column("at", Instant, nullable=False),
    Column("asks", Boolean),  # of ours: false where it answers and asks nothing
    Column("live", Boolean),  # said and heard in a relay: it waits for no answer
)

unfiled_messages = Table(
    "unfiled_messages",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", BigInteger, ForeignKey("people.id"), nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("file", JSON),  # as the chat named it: fetched once it is filed
    Column("at", Instant, nullable=False),
)

attachments = Table(
    "attachments",
    metadata,
    Column("id", Id, primary_key=True),
    Column("subject", String(10), nullable=False),
    Column("subject_id", BigInteger, nullable=False),
    Column("purpose", String(10), nullable=False),  # site, before, after, plan, …
    Column("media_id", BigInteger, ForeignKey("media.id"), nullable=False),
    Column("person_id", BigInteger, nullable=False),
    Column("caption", Text),
    Column("at", Instant, nullable=False),
    Index("ix_attachments_subject", "subject", "subject_id", "purpose"),
    Index("uq_attachments_once", "subject", "subject_id", "purpose", "media_id", unique=True),
)

quotes = Table(
    "quotes",
    metadata,
    Column("id", Id, primary_key=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("request_id", BigInteger, ForeignKey("requests.id"), nullable=False, unique=True),
)

costings = Table(
    "costings",
    metadata,
    Column("id", Id, primary_key=True),
    Column("request_id", BigInteger, ForeignKey("requests.id"), nullable=False, index=True),
    Column("open_for", BigInteger, unique=True),  # the request, for as long as it is a draft
    Column("version", Integer, nullable=False, default=1),
    Column("content", JSON, nullable=False),
    Column("person_id", BigInteger, nullable=False),
    Column("changed_at", Instant, nullable=False),
)

revisions = Table(
    "revisions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("quote_id", BigInteger, ForeignKey("quotes.id"), nullable=False, index=True),
    Column("revision", Integer, nullable=False),
    Column("state", String(12), nullable=False),
    Column("version", Integer, nullable=False, default=1),
    Column("estimate", JSON, nullable=False),  # the priced lines and figures as they were sent
    Column("issued_at", Instant, nullable=False),
    Column("valid_until", Date, nullable=False),
    Column("media_id", BigInteger, ForeignKey("media.id")),
    Column("agreed_by", String(120)),
    Column("agreed_role", String(120)),
    Column("agreed_at", Instant),
    Column("agreed_sha256", String(64)),  # of the PDF that was agreed to
    Column("order_ref", String(120)),
    Column("order_media_id", BigInteger, ForeignKey("media.id")),
    Column("person_id", BigInteger),
    Column("reason", Text),
    Column("answered_at", Instant),
    Column("sign_at", Instant),  # the client's last sign of life about it
    Column("wish", String(8)),  # change, renew: what the client waits for
    Column("costing_id", BigInteger, ForeignKey("costings.id")),  # what it was priced from
    Column("changes", JSON),  # what it has that the one before had not
    Column("superseded_by", Integer),  # the number of a later revision
    Column("unseen", JSON),  # why a visit was called for that did not take place before
    Index("ix_revisions_state", "state"),
    Index("uq_revisions_once", "quote_id", "revision", unique=True),
)

events = Table(
    "events",
    metadata,
    Column("id", Id, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("actor_id", BigInteger),
    Column("what", String(40), nullable=False),
    Column("subject", String(12), nullable=False),
    Column("subject_id", BigInteger, nullable=False),
    Column("details", JSON),
    Index("ix_events_subject", "subject", "subject_id"),
)
