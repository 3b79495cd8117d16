"""9 and 3: a license's history tells what was done, and what was done stands in it."""

from collections import Counter
from collections.abc import Iterator, Mapping

from chalicelib.audit.model import Entry
from chalicelib.licenses.model.history import Event, What
from chalicelib.licenses.model.license import License
from chalicelib.licenses.store.licenses import KIND
from tests.checks.store import Store

TOLD: Mapping[str, What] = {
    "license.added": What.CLAIMED,
    "license.released": What.REMOVED,
    "key_file.signed": What.KEY_FILE_SIGNED,
    "key_files.mailed": What.KEY_FILES_MAILED,
    "license.extended": What.EXTENDED,
    "license.withdrawn": What.WITHDRAWN,
    "license.seats_withdrawn": What.SEATS_WITHDRAWN,
    "license.check_passed": What.CHECK_PASSED,
    "license.check_refused": What.CHECK_REFUSED,
    "license.removed": What.REMOVED,
    "license.block_requested": What.BLOCK_REQUESTED,
    "license.block_planned": What.BLOCK_PLANNED,
    "license.blocked": What.BLOCKED,
    "license.block_told": What.BLOCKED,
    "license.unblocked": What.UNBLOCKED,
    "license.code_reissued": What.CODE_REISSUED,
    "license.seats_added": What.SEATS_ADDED,
    "license.merged": What.MERGED,
    "license.merged_away": What.MERGED_AWAY,
    "lease.signed": What.LEASE_SIGNED,
    "lease.returned": What.LEASE_RETURNED,
    "device.dropped": What.DEVICE_DROPPED,
    "license.overused": What.OVERUSED,
    "license.overuse_reviewed": What.OVERUSE_REVIEWED,
}
"""Which event each action leaves. Both are written at the same moment."""


def histories_tell_what_was_logged(store: Store) -> Iterator[str]:
    """As many events of each kind and license as the audit log has actions."""
    logged = Counter(
        (entry.subject, TOLD[entry.action].value)
        for entry in store.of(Entry)
        if entry.action in TOLD
    )
    told = Counter((event.pk, event.what) for event in store.of(Event))
    for place in logged.keys() | told.keys():
        if logged[place] != told[place]:
            license_id, what = place
            yield f"license {license_id} tells of {told[place]} × {what}, {logged[place]} logged"


def events_stand_with_their_license(store: Store) -> Iterator[str]:
    """An event is about a license that is there, and names nobody by name."""
    for event in store.of(Event):
        if store.find(License, event.pk, KIND) is None:
            yield f"{event.sk} stands with {event.pk}, which is no license"
        if event.what not in set(What):
            yield f"{event.sk} of {event.pk} tells of {event.what}"


HISTORIES = (histories_tell_what_was_logged, events_stand_with_their_license)
