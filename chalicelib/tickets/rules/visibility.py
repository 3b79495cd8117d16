"""Who sees which requests: one rule for screen, list, search, files and mail (NOT-5)."""

from dataclasses import dataclass
from typing import Protocol

from chalicelib.base.actor import Actor, Right


class Owned(Protocol):
    """What says whose a request is: its head, or its number."""

    @property
    def company_id(self) -> str: ...
    @property
    def author_id(self) -> str: ...
    @property
    def branch(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Scope:
    """The requests that somebody may see.

    Everything (staff), or one company's; of those, one author's where `author_id` is set, and one
    branch's (and the own) where `branch` is.
    """

    company_id: str = ""
    author_id: str = ""
    everything: bool = False
    branch: str = ""
    own_id: str = ""

    def covers(self, ticket: Owned) -> bool:
        """Whether a request is among them."""
        if self.everything:
            return True
        if not self.company_id or ticket.company_id != self.company_id:
            return False
        if self.author_id:
            return ticket.author_id == self.author_id
        return not self.branch or self.branch == ticket.branch or ticket.author_id == self.own_id


def visible_to(actor: Actor) -> Scope:
    """What the actor may see: the own requests, all of the company with the right, staff all."""
    if actor.role is not None:
        return Scope(everything=True)
    if actor.may(Right.MANAGE_TICKETS):
        branch = "" if actor.owner else actor.scope
        return Scope(actor.company_id, branch=branch, own_id=actor.account_id)
    return own(actor)


def own(actor: Actor) -> Scope:
    """The actor's own requests (author *me* of REQ-7)."""
    if not actor.account_id:
        return Scope()  # no author would mean everybody's
    return Scope(actor.company_id, actor.account_id)
