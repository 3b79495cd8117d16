"""Every kind of item that the invariants know.

A new kind is a new fact that something must hold for: whoever adds one says so here, and gives
the invariants what they need to judge it. Until then every crash, race and model test fails.
"""

from collections.abc import Iterator

from tests.checks.store import Store, kind_of

KNOWN = frozenset(
    {
        *("passkey", "recovery_codes", "colleague", "supervisors"),
        *("account", "address", "session", "link", "attempts", "api_token"),
        *("known_browser", "last_sign_in"),
        *("company", "member", "invitation"),
        *("device", "lease", "released", "refused"),
        *("denial", "deny_head", "deny_part", "deny_change"),
        *("license", "code", "public_id", "event", "code_record", "removal", "order_line"),
        *("trial", "company_trials", "order_import", "import_report"),
        *("group", "choices", "application", "partner"),
        *("ticket", "number", "message", "file", "survey", "upload"),
        *("departure", "closure", "transfer", "renaming", "logo", "recovery", "objection"),
        *("letter", "day_count", "unwanted", "reach", "readers_zone"),
        *("entry", "done"),
    }
)
FORESEEN = frozenset({"contract", "ledger"})
"""Kinds that come with issues to be taken: ledgers.py judges them already."""


def every_kind_is_known(store: Store) -> Iterator[str]:
    """Nothing is kept that no invariant has heard of."""
    for table, rows in store.raw.items():
        for row in rows:
            kind = kind_of(row)
            if kind not in KNOWN | FORESEEN:
                yield f"{table} holds a {kind or 'nameless'!r}, which tests/checks does not know"


def every_item_can_be_read(store: Store) -> Iterator[str]:
    """Nothing half written, nothing of another shape than its model."""
    for kind, line in store.unreadable:
        if kind in KNOWN:
            yield line


KINDS = (every_kind_is_known, every_item_can_be_read)
