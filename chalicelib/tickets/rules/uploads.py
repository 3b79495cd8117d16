"""How an upload moves on, what is taken, and where each part of a file lies (REQ-4)."""

import re
import unicodedata
from collections.abc import Mapping
from pathlib import PurePosixPath

from chalicelib.base.actor import Actor
from chalicelib.tickets.model.message import Scan
from chalicelib.tickets.model.upload import Upload, UploadState

# Every move of an upload there is. An aborted one stays until S3 has forgotten it.
MOVES: Mapping[UploadState, frozenset[UploadState]] = {
    UploadState.UPLOADING: frozenset({UploadState.COMPLETE, UploadState.ABORTED}),
    UploadState.COMPLETE: frozenset({UploadState.ATTACHED, UploadState.ABORTED}),
    UploadState.ATTACHED: frozenset(),
    UploadState.ABORTED: frozenset(),
}

# What a later word of the scan may change: never an infected file back.
SCANS: Mapping[Scan, frozenset[Scan]] = {
    Scan.PENDING: frozenset({Scan.CLEAN, Scan.INFECTED, Scan.UNSCANNABLE}),
    Scan.UNSCANNABLE: frozenset({Scan.CLEAN, Scan.INFECTED}),
    Scan.CLEAN: frozenset({Scan.INFECTED}),
    Scan.INFECTED: frozenset(),
}

SCAN_RESULTS: Mapping[str, Scan] = {
    "NO_THREATS_FOUND": Scan.CLEAN,
    "THREATS_FOUND": Scan.INFECTED,
}

NAMELESS = "file"
EXTENSION_CHARS = 20
_SEPARATORS = re.compile(r"[/\\]")
# Controls, formats (zero width, direction), surrogates, private use, unassigned; line separators.
_UNFIT = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def may_move(from_: str, to: UploadState) -> bool:
    """Whether an upload may go from one state to the other."""
    return to in MOVES[UploadState(from_)]


def may_give_up(upload: Upload) -> bool:
    """Whether it may go: a message's file never, an application when what it was for is over."""
    return may_move(upload.state, UploadState.ABORTED) or bool(upload.kept_for)


def scan_of(result: str) -> Scan:
    """What the scanner's word means; any word for failure is "could not be scanned"."""
    return SCAN_RESULTS.get(result, Scan.UNSCANNABLE)


def may_rescan(from_: str, to: Scan) -> bool:
    """Whether a later word of the scan counts."""
    return to in SCANS[Scan(from_)]


def clean_name(name: str, most_chars: int) -> str:
    """A file name as it is kept: the last part of a path, without what can't be seen.

    Never empty, never `.` or `..`, at most `most_chars` long with its extension kept.
    """
    last = _SEPARATORS.split(unicodedata.normalize("NFC", name))[-1]
    seen = "".join(char for char in last if unicodedata.category(char) not in _UNFIT)
    seen = " ".join(seen.split())
    if not seen.strip(". "):
        return NAMELESS
    if len(seen) <= most_chars:
        return seen
    ending = PurePosixPath(seen).suffix
    ending = ending if len(ending) <= EXTENSION_CHARS else ""
    return seen[: most_chars - len(ending)].rstrip() + ending


def part_count(size: int, part_size: int) -> int:
    """How many parts a file has."""
    return -(-size // part_size)


def part_bytes(number: int, size: int, part_size: int) -> int | None:
    """How long part `number` (from 1) is, or None when the file has no such part."""
    last = part_count(size, part_size)
    if not 1 <= number <= last:
        return None
    return part_size if number < last else size - part_size * (last - 1)


def owns(actor: Actor, upload: Upload) -> bool:
    """Whether the upload is this person's, made on this side of the counter, in this company."""
    return (
        upload.owner_id == actor.account_id
        and upload.staff == (actor.role is not None)
        and upload.company_id == actor.company_id
    )


def unfit_for(actor: Actor, upload: Upload | None, ticket_id: str | None) -> str | None:
    """Why an upload can't become a file of this request (None: a new one); or None."""
    if upload is None or not owns(actor, upload):
        return "file_unknown"
    if upload.state == UploadState.UPLOADING:
        return "file_incomplete"
    free = upload.state == UploadState.COMPLETE and upload.ticket_id in {None, ticket_id}
    return None if free else "file_unknown"
