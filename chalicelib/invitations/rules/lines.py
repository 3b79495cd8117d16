"""What a pasted list of addresses is read as: each line judged by itself (COM-3)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from chalicelib.invitations.model import Outcome

SHOWN_CHARS = 120


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list: its place from 1 on, what it said, the address in it, and its fate."""

    number: int
    text: str
    email: str = ""
    outcome: Outcome = Outcome.SENT


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an address: whose it is, and whether it is invited now."""

    staff: bool = False
    company_id: str = ""
    invited: bool = False


def address_in(line: str) -> str:
    """The address of `Anna Weiß <anna@…>`, or of a line that is nothing but one."""
    line = line.strip().strip(",;").strip()
    if line.endswith(">") and "<" in line:
        line = line[line.rindex("<") + 1 : -1]
    return line.removeprefix("mailto:").strip()


def read_lines(texts: Iterable[str], clean: Callable[[str], str | Outcome]) -> list[Line]:
    """The lines with what `clean` makes of their addresses; blank ones are left out."""
    lines, seen = [], set()
    for number, text in enumerate(texts, start=1):
        if not text.strip():
            continue
        line, found = Line(number, text.strip()[:SHOWN_CHARS]), clean(address_in(text))
        if isinstance(found, Outcome):
            line = replace(line, outcome=found)
        elif found.lower() in seen:
            line = replace(line, email=found, outcome=Outcome.TWICE)
        else:
            seen.add(found.lower())
            line = replace(line, email=found)
        lines.append(line)
    return lines


def judge(line: Line, known: Known, *, own_email: str, company_id: str) -> Line:
    """The line with its fate, once it is known whose the address is."""
    if line.outcome is not Outcome.SENT:
        return line
    if line.email.lower() == own_email.lower():
        return replace(line, outcome=Outcome.YOURSELF)
    if known.staff:
        return replace(line, outcome=Outcome.STAFF)
    if known.company_id:
        here = known.company_id == company_id
        return replace(line, outcome=Outcome.ALREADY_HERE if here else Outcome.ALREADY_ELSEWHERE)
    return replace(line, outcome=Outcome.ALREADY_INVITED) if known.invited else line
