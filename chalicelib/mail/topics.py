"""What each letter is about: one table, by which people choose what they get (NOT-4)."""

from collections.abc import Mapping
from enum import StrEnum


class Topic(StrEnum):
    """What letters can be about, in the order people read them."""

    SECURITY = "security"  # who gets into the account, and who tried
    ASKED = "asked"  # what the person asked for a moment ago
    ANSWERS = "answers"
    PROGRESS = "progress"
    SURVEYS = "surveys"
    LICENSES = "licenses"
    EXPIRY = "expiry"
    CONTRACTS = "contracts"
    PEOPLE = "people"  # for those who manage users
    ASSIGNED = "assigned"  # for staff: what happens to requests of theirs


ALWAYS = frozenset({Topic.SECURITY, Topic.ASKED})
"""Topics that nobody can switch off."""

FOR_STAFF = (Topic.SECURITY, Topic.ASSIGNED)
FOR_CUSTOMERS = tuple(topic for topic in Topic if topic is not Topic.ASSIGNED)

_TOPICS: Mapping[Topic, tuple[str, ...]] = {
    Topic.SECURITY: (
        "account_activated",
        "account_exists",
        "factor_added",
        "factor_removal_asked",
        "factor_removed",
        "factors_dropped",
        "new_sign_in",
        "password_changed",
        "recovery_code_used",
        "recovery_codes_renewed",
        "history_moved",
        "registration_with_our_code",
        *("account_deleted", "company_deleted", "owner_changed", "company_changed"),
        "company_founded",
        *("recovery_ready", "recovery_told", "recovery_objected", "recovery_over"),
        *("recovery_asked", "recovery_disputed", "recovery_refused", "recovery_ended"),
    ),
    Topic.ASKED: (
        "account_activate",
        "address_check",
        "invitation",
        "account_deletion",
        "company_deletion",
        "key_files",
        "key_files_refused",
        "password_reset",
        *("recovery_begin", "recovery_account_exists", "recovery_not_opened"),
        "staff_invited",
        "trial_license",
        "trial_refused",
    ),
    Topic.PEOPLE: ("account_created", "colleague_deleted", "invitation_expired", "member_joined"),
    Topic.ANSWERS: ("ticket_answer", "ticket_question", "ticket_solution"),
    Topic.PROGRESS: (
        *("ticket_registered", "ticket_reminder", "ticket_status"),
        "ticket_company_closed",
    ),
    Topic.SURVEYS: ("survey",),
    Topic.LICENSES: (
        "license_added",
        "license_approved",
        "license_block_planned",
        "license_blocked",
        "license_code_replaced",
        "license_extended",
        "license_fewer_seats",
        "license_overused",
        "license_refused",
        "license_removed",
        "license_unblocked",
        "license_withdrawn",
    ),
    Topic.EXPIRY: ("licenses_expiring",),
    Topic.ASSIGNED: ("staff_new_message",),
}

TOPIC_OF: Mapping[str, Topic] = {
    template: topic for topic, templates in _TOPICS.items() for template in templates
}
"""The topic of every template. A letter that has none can't be promised."""


def can_choose(topic: Topic) -> bool:
    """Whether a letter of this topic can be done without."""
    return topic not in ALWAYS


def topics_for(*, staff: bool) -> tuple[Topic, ...]:
    """The topics that somebody on this side of the counter gets letters about."""
    return FOR_STAFF if staff else FOR_CUSTOMERS


def is_for_staff(topic: Topic) -> bool:
    """Whether a letter of this topic goes to staff as such."""
    return topic not in FOR_CUSTOMERS
