"""People and how they prove who they are. Table `accounts`."""

from enum import StrEnum

from pynamodb.attributes import (
    BooleanAttribute,
    JSONAttribute,
    NumberAttribute,
    TTLAttribute,
    UnicodeAttribute,
    UnicodeSetAttribute,
)

from chalicelib.aws.tables import Item, TableMeta, Time, table


class Account(Item, discriminator="account"):
    """A person, customer or staff (`role`). `pk` is the account's id, `sk` is `account`.

    `generation` counts how often all sessions were ended at once; only those of the present one
    are taken. `passkeys` counts the passkeys (factors/model.py). `factor_removal` names the link by
    which a lost second factor goes, while that is asked for. `deactivated_at`: staff who left.
    `zone` is where the person reads times; None is wherever the browser is.
    `unwanted` are topics of letters (mail/topics.py); the outbox's item decides, this
    and the member's are copies that spare a read. `former_companies` are those that were deleted
    while the person was in them: their requests may still name them.
    """

    class Meta(TableMeta):
        table_name = table("accounts")

    email = UnicodeAttribute()
    first_name = UnicodeAttribute()
    last_name = UnicodeAttribute()
    country = UnicodeAttribute()
    language = UnicodeAttribute()
    zone = UnicodeAttribute(null=True)
    password_hash = UnicodeAttribute()
    role = UnicodeAttribute(null=True)
    company_id = UnicodeAttribute(null=True)
    former_companies = UnicodeSetAttribute(null=True)
    totp_secret = UnicodeAttribute(null=True)
    totp_step = NumberAttribute(default=0)
    passkeys = NumberAttribute(default=0)
    factor_removal = UnicodeAttribute(null=True)
    deactivated_at = Time(null=True)
    generation = NumberAttribute(default=0)
    terms_version = UnicodeAttribute(null=True)
    terms_at = Time(null=True)
    privacy_version = UnicodeAttribute(null=True)
    privacy_at = Time(null=True)
    survey = BooleanAttribute(default=False)
    unwanted = UnicodeSetAttribute(null=True)
    data_statement_version = UnicodeAttribute(null=True)
    data_statement_at = Time(null=True)
    created_at = Time()

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}"

    @property
    def secured(self) -> bool:
        """Whether signing in takes a second factor."""
        return bool(self.totp_secret or self.passkeys)


class Address(Item, discriminator="address"):
    """Makes an e-mail address unique: `pk` is `address#<side>#<address in lower case>`."""

    class Meta(TableMeta):
        table_name = table("accounts")

    account_id = UnicodeAttribute()


class Session(Item, discriminator="session"):
    """One signed-in browser: `pk` the account's id, `sk` `session#<id>`.

    `generation` is the account's at the time: no clock tells whether it began before the password
    changed. `seen_at` is when it was last used, to the hour (`seen_seconds`). `browser_id` names
    the known browser that it was opened in.
    """

    class Meta(TableMeta):
        table_name = table("accounts")

    generation = NumberAttribute(default=0)
    secret_hash = UnicodeAttribute()
    device = UnicodeAttribute()
    created_at = Time()
    seen_at = Time(null=True)
    browser_id = UnicodeAttribute(null=True)
    ends_at = Time()
    cleanup = TTLAttribute()


class Purpose(StrEnum):
    """What a one-time link is for; it is good for nothing else."""

    ACTIVATE = "activate"
    RESET_PASSWORD = "reset_password"  # noqa: S105
    SECOND_FACTOR = "second_factor"
    SURVEY = "survey"
    INVITATION = "invitation"
    AUTHENTICATOR = "authenticator"
    ADD_PASSKEY = "add_passkey"
    PASSKEY_SIGN_IN = "passkey_sign_in"
    DROP_FACTOR = "drop_factor"
    KEEP_FACTOR = "keep_factor"
    JOIN_STAFF = "join_staff"
    DELETE_ACCOUNT = "delete_account"
    DELETE_COMPANY = "delete_company"
    OBJECT = "object"
    CONFIRM_ADDRESS = "confirm_address"


class Link(Item, discriminator="link"):
    """A link in a mail: `pk` is `link#<id>`, `sk` is `link`. Its secret is stored nowhere.

    `subject` is what it is about (an account, a registration, a ticket); `data` is small and
    belongs to the purpose.
    """

    class Meta(TableMeta):
        table_name = table("accounts")

    purpose = UnicodeAttribute()
    subject = UnicodeAttribute()
    data = JSONAttribute(null=True)
    created_at = Time()
    ends_at = Time()
    spent_at = Time(null=True)
    cleanup = TTLAttribute()


class Attempts(Item, discriminator="attempts"):
    """How often something was tried in a window: `pk` is `attempts#<what>`, `sk` the window."""

    class Meta(TableMeta):
        table_name = table("accounts")

    tries = NumberAttribute()
    cleanup = TTLAttribute()
