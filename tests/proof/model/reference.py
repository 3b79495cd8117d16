"""The product in plain Python: what its people, licenses, links, requests and files are.

No database, no HTTP, no code of the product: only the specification, once more.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.proof.model.owning import Recovery
from tests.proof.model.sold import License

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
SESSION = timedelta(days=30)
SURVEY = timedelta(days=30)
UPLOAD = timedelta(hours=24)
OPEN_UPLOADS = 20
FINAL = frozenset({"closed", "closed_redirected", "cancelled_by_specialist", "cancelled_by_user"})


@dataclass
class Person:
    """Somebody with an account; `company` is named after its first owner, empty for none."""

    email: str
    password: str
    company: str
    owner: bool = False
    rights: set[str] = field(default_factory=set)
    language: str = "en"
    statement: bool = False
    generation: int = 0
    gone: bool = False

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
        same = self.generation == self.person.generation and not self.person.gone
        return not self.over and now < self.ends and same


@dataclass
class Link:
    """A mailed link: `kind` is activate, reset, survey … `about` whom or what it is for."""

    kind: str
    token: str
    about: str
    ends: datetime
    license: License | None = None
    generation: int = 0
    person: Person | None = None
    spent: bool = False

    def refusal(self, now: datetime) -> tuple[int, str] | None:
        """SCH-1: by the clock, and once."""
        if self.spent:
            return 410, "link_used"
        return (410, "link_expired") if now >= self.ends else None


@dataclass
class Invitation:
    """An address that a company invited; `state` is pending, accepted or withdrawn."""

    company: str
    email: str
    by: Person
    rights: frozenset[str]
    ends: datetime
    token: str = ""
    id: str = ""
    state: str = "pending"

    @property
    def name(self) -> str:
        """What its links are about."""
        return f"{self.email} into {self.company}"

    def invited(self, now: datetime) -> bool:
        """COM-3: whether nobody needs to be invited again. By the clock, as SCH-1 says."""
        return self.state == "pending" and now < self.ends

    def promised(self) -> set[str]:
        """COM-3: what is left of the promise, by what its giver may pass on by now."""
        if self.by.gone or not self.by.may("invite_users"):
            return set()
        return {right for right in self.rights if self.by.may(right)}

    def dead(self, token: str) -> tuple[int, str] | None:
        """Why a link to it leads nowhere that is good in itself."""
        if self.state == "withdrawn":
            return 410, "invitation_withdrawn"
        return None if token == self.token else (410, "invitation_replaced")


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
    invitations: list[Invitation] = field(default_factory=list)
    recoveries: list[Recovery] = field(default_factory=list)
    loners: dict[str, Person] = field(default_factory=dict)
    """Who has an account in no company."""
    companies: set[str] = field(default_factory=set)

    def new_company(self, email: str) -> str:
        """Its name: whoever has lost one and left may come back with another."""
        name = f"{email} {len(self.companies)}" if email in self.companies else email
        self.companies.add(name)
        return name

    def owner_of(self, company: str) -> Person:
        """COM-1: exactly one."""
        people = self.people.values()
        (owner,) = (one for one in people if one.owner and one.company == company)
        return owner

    def open_recovery(self, company: str) -> Recovery | None:
        """COM-10: one at most."""
        found = [one for one in self.recoveries if one.open and one.company == company]
        assert len(found) <= 1
        return found[0] if found else None

    def invitation(self, company: str, email: str) -> Invitation | None:
        """The one that a company has sent to an address, whatever became of it."""
        mine = [one for one in self.invitations if (one.company, one.email) == (company, email)]
        return mine[0] if mine else None

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
