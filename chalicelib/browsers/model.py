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


class LastSignIn(Item, discriminator="last_sign_in"):
    """When somebody last signed in: `pk` the account's id, `sk` `last_sign_in`.

    Sessions do not tell: who signs out leaves none. Without it nobody ever signed in, so no browser
    is known, and the first one is no news.
    """

    class Meta(TableMeta):
        table_name = table("accounts")

    at = Time()
