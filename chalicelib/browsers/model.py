"""Browsers that people are known to use. Table `accounts`, beside the account."""

from pynamodb.attributes import TTLAttribute

from chalicelib.aws.tables import Item, TableMeta, Time, table


class KnownBrowser(Item, discriminator="known_browser"):
    """A browser that the account was signed in from before: signing in there again is no news.

    `pk` the account's id, `sk` `browser#<digest of account and the browser's cookie>`.
    """

    class Meta(TableMeta):
        table_name = table("accounts")

    since = Time()
    ends_at = Time()
    cleanup = TTLAttribute()


class FirstSignIn(Item, discriminator="first_sign_in"):
    """That somebody has ever signed in: `pk` the account's id, `sk` `first-sign-in`.

    Without it no browser is known, and the first one is no news.
    """

    class Meta(TableMeta):
        table_name = table("accounts")

    at = Time()
