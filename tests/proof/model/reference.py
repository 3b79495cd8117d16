"""The product in plain Python: what its people, licenses, links, requests and files are.

No database, no HTTP, no code of the product: only the specification, once more.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
SESSION = timedelta(days=30)
SURVEY = timedelta(days=30)
UPLOAD = timedelta(hours=24)
OPEN_UPLOADS = 20
FINAL = frozenset({"closed", "closed_redirected", "cancelled_by_specialist", "cancelled_by_user"})


@dataclass
class License:
    """What the vendor sold; `holder` is the company that claims it."""

    code: str
    products: tuple[str, ...]
    ends: date
    blocked: bool = False
    needs_check: bool = False
    holder: str = ""

    def unusable(self, now: datetime) -> str:
        """LIC-2: why nobody can claim it, whoever holds it."""
        if self.blocked:
            return "license_blocked"
        return "license_expired" if self.ends < now.date() else ""

    def refusal(self, company: str, now: datetime) -> str:
        """LIC-2: why this company can't."""
        if self.holder and self.holder == company:
            return "license_already_here"
        return self.unusable(now) or ("license_elsewhere" if self.holder else "")

    def status(self, now: datetime) -> str:
        """LIC-4, of those that were activated."""
        return {"license_blocked": "blocked", "license_expired": "expired"}.get(
            self.unusable(now), "active"
        )

    def supports(self, company: str, now: datetime) -> bool:
        """REQ-2: whether the company may ask about its products."""
        return self.holder == company and not self.needs_check and not self.unusable(now)


@dataclass
class Person:
    """Somebody with an account; `company` is named by the address of its first owner."""

    email: str
    password: str
    company: str
    owner: bool = False
    rights: set[str] = field(default_factory=set)
    language: str = "en"
    statement: bool = False
    generation: int = 0

    def may(self, right: str) -> bool:
        """COM-1, COM-2."""
        return self.owner or right in self.rights


@dataclass
class Session:
    """One signed-in browser; `cookies` are what it sends."""

    person: Person
    generation: int
    ends: datetime
    cookies: dict[str, str]
    over: bool = False

    def lives(self, now: datetime) -> bool:
        """ACC-5."""
        return not self.over and now < self.ends and self.generation == self.person.generation


@dataclass
class Link:
    """A mailed link: `kind` is activate, reset or survey, `about` whom or what it is for."""

    kind: str
    token: str
    about: str
    ends: datetime
    license: License | None = None
    generation: int = 0
    spent: bool = False

    def refusal(self, now: datetime) -> tuple[int, str] | None:
        """SCH-1: by the clock, and once."""
        if self.spent:
            return 410, "link_used"
        return (410, "link_expired") if now >= self.ends else None


@dataclass
class Ticket:
    """A request; `said` counts what customers can read of it, `notes` what they can't."""

    id: str
    author: Person
    company: str
    since: datetime
    status: str = "in_progress"
    reminded: bool = False
    assigned: bool = False
    said: int = 1
    notes: int = 0
    rating: int | None = None
    words: str | None = None

    @property
    def over(self) -> bool:
        """REQ-9."""
        return self.status in FINAL

    def come_to(self, status: str, now: datetime) -> None:
        """REQ-8: the clocks start anew, from the same status too."""
        self.status, self.since, self.reminded = status, now, False

    def visible_to(self, person: Person) -> bool:
        """COM-2, REQ-7."""
        inside = self.company == person.company
        return inside and (person is self.author or person.may("manage_tickets"))

    def due(self, now: datetime) -> str:
        """REQ-16: what the jobs have to do, the reminder always first."""
        waited = now - self.since
        if self.status == "awaiting_answer":
            if not self.reminded:
                return "remind" if waited >= WEEK else ""
            return "resolve" if waited >= 2 * WEEK else ""
        settled = self.status in {"solution_provided", "resolved_no_information"}
        return "close" if settled and waited >= WEEK else ""


@dataclass
class Upload:
    """A file on its way; `by` is a person, None the agent."""

    key: str
    upload_id: str
    by: Person | None
    due: datetime
    content: bytes
    state: str = "uploading"
    scan: str = "pending"
    ticket: Ticket | None = None
    part: dict[str, object] = field(default_factory=dict)

    def unfit_for(self, person: Person | None) -> str:
        """REQ-4: why a message of theirs can't take it."""
        if self.by is not person or self.state in {"gone", "attached"}:
            return "file_unknown"
        return "file_incomplete" if self.state == "uploading" else ""


@dataclass
class Reference:
    """Everything that there should be."""

    licenses: list[License] = field(default_factory=list)
    people: dict[str, Person] = field(default_factory=dict)
    sessions: list[Session] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    tickets: list[Ticket] = field(default_factory=list)
    uploads: list[Upload] = field(default_factory=list)

    def license_for(self, company: str, product: str, now: datetime) -> License | None:
        """The one that a request about the product stands on."""
        fit = [
            license_
            for license_ in self.licenses
            if product in license_.products and license_.supports(company, now)
        ]
        return max(fit, key=lambda license_: license_.ends, default=None)

    def loose_uploads(self, by: Person | None) -> list[Upload]:
        """Those that no message has."""
        states = {"uploading", "complete"}
        return [upload for upload in self.uploads if upload.by is by and upload.state in states]
