"""The official application: a file of a request, which staff name when they change something."""

from chalicelib.aws.tables import only
from chalicelib.base.errors import FieldError, Invalid
from chalicelib.journeys.schemas.evidence import Evidence, EvidenceFile, EvidenceFiles
from chalicelib.tickets.model.message import File, Scan
from chalicelib.tickets.model.ticket import Ticket
from chalicelib.tickets.store import tickets


def files_of(company_id: str, number: str) -> EvidenceFiles:
    """The clean files of a company's request; Invalid on `number` for another's as for none."""
    ticket, files = _read(company_id, number, "number")
    rows = [EvidenceFile(id=f.key, name=f.name, size=int(f.size)) for f in files if _is_clean(f)]
    return EvidenceFiles(ticket_id=ticket.pk, subject=ticket.subject, files=rows)


def demand_evidence(company_id: str, evidence: Evidence) -> dict[str, object]:
    """What the audit log keeps of the application: where it is to be found.

    Raises Invalid on `evidence.number` request_unknown or `evidence.file_id` file_unknown.
    """
    ticket, files = _read(company_id, evidence.number, "evidence.number")
    if not any(file.key == evidence.file_id and _is_clean(file) for file in files):
        raise Invalid(FieldError("evidence.file_id", "file_unknown"))
    return {"ticket_id": ticket.pk, "ticket_number": ticket.number, "file_id": evidence.file_id}


def _read(company_id: str, number: str, field: str) -> tuple[Ticket, list[File]]:
    found = tickets.find_number(number.strip().upper())
    if found is None or found.company_id != company_id:
        raise Invalid(FieldError(field, "request_unknown"))
    items = tickets.open_collection(found.ticket_id)
    ticket = next(iter(only(Ticket, items)), None)
    if ticket is None:
        raise Invalid(FieldError(field, "request_unknown"))
    return ticket, only(File, items)


def _is_clean(file: File) -> bool:
    return file.verdict == Scan.CLEAN
