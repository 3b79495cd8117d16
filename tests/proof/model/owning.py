"""Wishes to own a company, in plain Python (COM-10)."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from tests.proof.model.sold import License

if TYPE_CHECKING:
    from tests.proof.model.reference import Person, Upload


@dataclass
class Recovery:
    """Somebody's wish to own a company; `state` is `forgotten` once nothing of it is kept."""

    id: str
    company: str
    asker: "Person"
    owner: "Person"
    license: License
    file: "Upload"
    ends: datetime
    state: str = "asked"
    told: bool = False
    objections: list["Person"] = field(default_factory=list)

    @property
    def open(self) -> bool:
        """COM-10: until it is decided, withdrawn or overtaken."""
        return self.state == "asked"

    def concerns(self, person: "Person") -> bool:
        """COM-10: whether somebody of the company is told of it, and may object."""
        return person is not self.asker and (person.owner or bool(person.rights))

    def has_objected(self, person: "Person") -> bool:
        """Each of them once."""
        return any(one is person for one in self.objections)

    def forgotten(self) -> None:
        """COM-10: what nobody decided goes with its file, once everybody was told."""
        self.state, self.file.state = "forgotten", "gone"

    def unacceptable(self, seen: int, now: datetime) -> str:
        """COM-10: why staff can't accept it now."""
        if self.has_objected(self.owner):
            return "owner_objected"
        if now < self.ends:
            return "objection_pending"
        if seen != len(self.objections):
            return "objection_came"
        if self.asker.gone or self.asker.company not in {"", self.company}:
            return "asker_gone"
        good = self.license.proves(self.company) and not self.license.blocked
        return "" if good else "proof_gone"
