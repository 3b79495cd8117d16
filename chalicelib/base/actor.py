"""Who is asking, made once per request."""

from dataclasses import dataclass
from enum import StrEnum


class Right(StrEnum):
    """What an owner can grant (COM-2). The pages say the same, in a sentence each."""

    MANAGE_TICKETS = "manage_tickets"  # see, answer and close the requests of others
    MANAGE_USERS = "manage_users"  # see everybody, edit them, pass on rights, delete accounts
    INVITE_USERS = "invite_users"  # invite people, send again and withdraw
    MANAGE_LICENSES = "manage_licenses"  # add and delete licenses, see codes, fetch key files
    MANAGE_COMPANY = "manage_company"  # the company's page: its logo


class StaffRole(StrEnum):
    """What a member of the vendor's staff is (STF-1)."""

    AGENT = "agent"
    LICENSE_DESK = "license_desk"
    SUPERVISOR = "supervisor"


class Scope(StrEnum):
    """What a vendor's own system may do with its token (NOT-6)."""

    ORDERS_WRITE = "orders:write"
    ORDERS_READ = "orders:read"
    CATALOG_READ = "catalog:read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The person behind a request: a customer, a member of staff, or (no account) nobody.

    `owner_id` is the owner of their company, `recovery_id` the open wish of somebody else to be it
    (COM-10); `rights` of an owner hold every right. `branch` is
    where the person belongs, `scope` limits the rights to one branch. `language` is that of their
    letters, `page_language` that of the page in front of them where it is known. `unwanted` are
    the topics they want no letters about.
    A system that showed a token has no account: `token_id`, `scopes` and the token's `name` say
    who it is.
    `address` and `browser` are what the request came from: the network's address, and the token by
    which the browser is known.
    `enrolling` are staff who have no second factor yet: they may do nothing but set one up.
    """

    account_id: str = ""
    session_id: str = ""
    name: str = ""
    email: str = ""
    language: str = "en"
    page_language: str = ""
    company_id: str = ""
    company_name: str = ""
    company_logo: str = ""
    owner_id: str = ""
    recovery_id: str = ""
    owner: bool = False
    rights: frozenset[Right] = frozenset()
    branch: str = ""
    scope: str = ""
    role: StaffRole | None = None
    token_id: str = ""
    scopes: frozenset[Scope] = frozenset()
    address: str = ""
    browser: str = ""
    unwanted: frozenset[str] = frozenset()
    enrolling: bool = False

    @property
    def reads(self) -> str:
        """The language that an answer is to be in."""
        return self.page_language or self.language

    def may(self, right: Right) -> bool:
        """Whether the person holds the right in their company."""
        return self.owner or right in self.rights


NOBODY = Actor()
