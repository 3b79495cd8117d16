"""Invitations into a company. Table `invitations`: one collection per company."""

from enum import StrEnum

from pynamodb.attributes import (
    TTLAttribute,
    UnicodeAttribute,
    UnicodeSetAttribute,
)
from pynamodb.indexes import GlobalSecondaryIndex, IncludeProjection

from chalicelib.aws.tables import Item, TableMeta, Time, table


class InvitationState(StrEnum):
    """Where an invitation stands. That its time is over is decided by the clock, not by this."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class Outcome(StrEnum):
    """What becomes of a line. Those beside `sent` say why nothing goes out."""

    SENT = "sent"
    YOURSELF = "yourself"
    ALREADY_HERE = "already_here"
    ALREADY_ELSEWHERE = "already_elsewhere"
    ALREADY_INVITED = "already_invited"
    TWICE = "twice"
    STAFF = "staff_address"
    MALFORMED = "email_invalid"
    WIDE_AT = "email_wide_at"
    ENCODED_WORD = "email_encoded_word"
    LOOK_ALIKE = "email_look_alike"


# What a row of the list shows.
ROW = ["kind", "email", "rights", "scope", "branch", "state", "inviter_name", "ends_at"]


class OpenInvitations(GlobalSecondaryIndex["Invitation"]):
    """A company's invitations that are neither accepted nor withdrawn, by when they were sent."""

    class Meta:
        index_name = "open_invitations"
        projection = IncludeProjection(ROW)

    open = UnicodeAttribute(hash_key=True)
    sent_at = Time(range_key=True)


class OpenInBranch(GlobalSecondaryIndex["Invitation"]):
    """The same, of one branch: `<company>#<branch>`."""

    class Meta:
        index_name = "open_invitations_in_branch"
        projection = IncludeProjection(ROW)

    open_in_branch = UnicodeAttribute(hash_key=True)
    sent_at = Time(range_key=True)


class RunningOut(GlobalSecondaryIndex["Invitation"]):
    """Those whose end nobody has been told of, the first to end first: `running`."""

    class Meta:
        index_name = "running_invitations"
        projection = IncludeProjection(["kind", "invited_by"])

    running = UnicodeAttribute(hash_key=True)
    ends_at = Time(range_key=True)


class Invitation(Item, discriminator="invitation"):
    """An address that was invited: `pk` the company's id, `sk` `invitation#<id>`.

    The id follows from company and address, so there is one at most for both; who is invited
    again is so by this one. `link_id` is the one link that leads to it, `operation` what sent it
    last. `rights`, `scope` and `branch` are what the person is to have. An accepted one has
    forgotten the address; the account stands in its place.
    """

    class Meta(TableMeta):
        table_name = table("invitations")

    email = UnicodeAttribute(null=True)
    account_id = UnicodeAttribute(null=True)
    language = UnicodeAttribute()
    rights = UnicodeSetAttribute(null=True)
    scope = UnicodeAttribute(null=True)
    branch = UnicodeAttribute(null=True)
    state = UnicodeAttribute()
    invited_by = UnicodeAttribute()
    inviter_name = UnicodeAttribute()
    link_id = UnicodeAttribute()
    operation = UnicodeAttribute()
    sent_at = Time()
    ends_at = Time()
    cleanup = TTLAttribute()

    open = UnicodeAttribute(null=True)
    open_in_branch = UnicodeAttribute(null=True)
    running = UnicodeAttribute(null=True)
    open_invitations = OpenInvitations()
    in_branch = OpenInBranch()
    running_out = RunningOut()

    @property
    def id(self) -> str:
        """What the company's people know it by."""
        return str(self.sk).removeprefix(PREFIX)


PREFIX = "invitation#"
