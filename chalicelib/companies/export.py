"""The list of a company's people as CSV, in parts of bounded size."""

from chalicelib.aws.settings import settings
from chalicelib.base.actor import Actor, Right
from chalicelib.base.delimited import write_rows
from chalicelib.base.texts import say
from chalicelib.companies.directory import narrowed
from chalicelib.companies.model import Member
from chalicelib.companies.schemas import ExportQuery, PeopleFile
from chalicelib.companies.store import lists as store

COLUMNS = (
    "last_name", "first_name", "email", "country", "branch", "owner", "rights", "scope", "joined",
)  # fmt: skip


def export_members(actor: Actor, query: ExportQuery) -> PeopleFile:
    """The next `export_rows` people as lines of CSV, in the reader's language. One query."""
    tongue = actor.reads
    rows = [] if query.cursor else [[say(tongue, f"export.{name}") for name in COLUMNS]]
    part, next_cursor = narrowed(actor, query.country, query.branch), None
    if part is not None:
        place, most = (part.company_id, part.country, part.branch), settings().export_rows
        page = store.list_members(*place, query.cursor, most=most)
        rows += [_row(actor, member, tongue) for member in page.items]
        next_cursor = page.next_cursor
    return PeopleFile(
        csv=write_rows(rows, say(tongue, "export.delimiter")), next_cursor=next_cursor
    )


def _row(actor: Actor, member: Member, tongue: str) -> list[str]:
    rights = [right for right in Right if right in (member.rights or ())]
    return [
        member.last_name,
        member.first_name,
        member.email,
        member.country,
        member.branch or "",
        say(tongue, "export.yes") if member.account_id == actor.owner_id else "",
        ", ".join(say(tongue, f"right.{right}") for right in rights),
        member.scope or "",
        member.joined_at.date().isoformat(),
    ]
