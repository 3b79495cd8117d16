"""3, over time: what changed from one look to the next without its one operation."""

from chalicelib.accounts.model import Account
from chalicelib.audit.model import Entry
from chalicelib.companies.model import Company, Member
from chalicelib.invitations.model import Invitation
from chalicelib.licenses.model.license import License
from chalicelib.tickets.model.ticket import Ticket
from chalicelib.tickets.model.upload import Upload, UploadState
from tests.checks.breaking.acts import Act, alter, remove

UNEXPLAINED: tuple[tuple[str, Act], ...] = (
    ("role of", alter(Account, lambda account: account.role is None, role="supervisor")),
    ("password_hash of", alter(Account, password_hash="x")),
    ("owner_id of", alter(Company, owner_id="x")),
    ("rights of", alter(Member, rights={"manage_users"})),
    ("scope of", alter(Member, scope="Kiel")),
    ("branch of", alter(Member, branch="Kiel")),
    ("state of", alter(Invitation, lambda each: each.state == "pending", state="withdrawn")),
    ("claim of", alter(License, claim="pending")),
    ("nodes of", alter(License, nodes=1000)),
    ("status of", alter(Ticket, status="closed_redirected")),
    ("assignee_id of", alter(Ticket, assignee_id="x")),
    (
        "went from complete to",
        alter(Upload, lambda upload: upload.state == UploadState.COMPLETE, state="attached"),
    ),
    ("has gone", remove(Entry)),
)
