"""Everything that a deployment can set, read once from the environment.

A plain dataclass and not pydantic: jobs and the cold start load this module.
"""

import os
from dataclasses import dataclass, fields
from functools import cache

KIB = 1024
MIB = 1024 * KIB
GIB = 1024 * MIB


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One attribute per setting, named `KONTOR_<NAME>` in the environment; the default stands here.

    Bytes, seconds and days as the names say. `edge` is what CloudFront shows to prove that a
    request came through it. `zone` is that of readers who have told none. An unreadable number
    stops the start with a ValueError that names the variable.
    """

    stage: str = "prod"
    table_prefix: str = "kontor-"
    bucket: str = "kontor-attachments"
    public_url: str = "http://localhost:8000"
    dynamodb_url: str = ""
    s3_url: str = ""
    ses_url: str = ""
    ses_configuration: str = ""
    clock_file: str = ""
    vendor_file: str = ""
    secrets_file: str = ""
    secret_id: str = ""
    edge: str = ""
    region: str = "eu-central-1"
    zone: str = "UTC"

    body_bytes: int = 1 * MIB
    page_size: int = 25
    operation_days: int = 7

    session_days: int = 30
    seen_seconds: int = 3600
    known_browser_days: int = 400
    link_days: int = 7
    challenge_seconds: int = 300
    sign_in_attempts: int = 10
    sign_in_attempts_per_source: int = 100
    sign_in_attempts_per_account: int = 100
    sign_in_window_seconds: int = 900
    resets_per_hour: int = 5
    resets_per_hour_per_source: int = 50
    resets_per_hour_per_account: int = 20
    enrolment_seconds: int = 900
    recovery_codes: int = 10
    passkeys_per_account: int = 10
    factor_removal_hours: int = 72
    staff_country: str = "DE"
    password_min: int = 8
    password_max: int = 256
    registrations_per_hour: int = 20

    token_calls_per_minute: int = 600
    token_failures_per_hour: int = 100
    token_days: int = 365
    order_lines: int = 10
    import_bytes: int = 50 * MIB
    import_seconds: int = 300
    import_report_days: int = 90
    key_file_mails_per_hour: int = 5
    key_file_mails_per_hour_per_code: int = 10
    key_file_mails_per_hour_per_source: int = 30
    trials_asked_per_hour: int = 5
    trials_asked_per_hour_per_source: int = 20
    trials_per_company: int = 3
    trial_ignores_plus: int = 1
    trial_dotless_domains: str = "gmail.com googlemail.com"
    free_mail_domains: str = (
        "gmail.com googlemail.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de "
        "outlook.com outlook.de hotmail.com live.com yahoo.com yahoo.de icloud.com me.com "
        "proton.me protonmail.com posteo.de mailbox.org aol.com"
    )

    invitation_lines: int = 500
    invitations_per_day: int = 2_000
    known_addresses_per_hour: int = 50
    resends_per_day: int = 5
    invitation_keep_days: int = 90
    managers_told: int = 40
    export_rows: int = 250

    catalog_seconds: int = 60
    key_file_bytes: int = 64 * KIB
    expiry_notice_days: int = 30
    expiry_last_notice_days: int = 7
    support_grace_days: int = 7
    renewal_days: int = 90
    license_letters: int = 40
    reason_chars: int = 2_000

    adding_misses: int = 50
    adding_misses_per_company: int = 200
    adding_window_seconds: int = 900

    activation_misses: int = 100
    activation_refusals: int = 5_000
    activation_window_seconds: int = 900
    overuse_devices: int = 5
    overuse_recorded: int = 100
    overuse_days: int = 90
    released_days: int = 90
    lease_days: int = 90
    clock_skew_days: int = 1
    device_rows: int = 5_000
    usage_licenses: int = 10
    usage_devices: int = 10
    usage_file_licenses: int = 50

    deny_list_hours: int = 24
    deny_list_seconds: int = 30
    deny_list_delta_days: int = 30
    deny_list_delta_serials: int = 500

    files_per_message: int = 3
    file_bytes: int = 4 * GIB
    file_name_chars: int = 200
    part_bytes: int = 32 * MIB
    parallel_parts: int = 4
    part_url_seconds: int = 3600
    download_url_seconds: int = 300
    upload_hours: int = 24
    open_uploads: int = 20
    subject_chars: int = 200
    text_chars: int = 20_000

    reminder_days: int = 7
    unanswered_days: int = 14
    settle_days: int = 7
    survey_days: int = 30
    survey_words_chars: int = 4_000
    queue_count: int = 100
    job_items: int = 500

    history_days: int = 1095
    late_seconds: int = 300
    objection_days: int = 7
    recoveries_per_company: int = 3
    recovery_window_days: int = 30
    recovery_keep_days: int = 1095
    recovery_letters: int = 20
    logo_width: int = 200
    logo_height: int = 64
    logo_bytes: int = 512 * KIB
    application_bytes: int = 20 * MIB

    letter_attempts: int = 8
    letter_stale_seconds: int = 180
    letters_per_day: int = 200
    letters_per_day_if_stopped: int = 3
    letters_held: int = 50
    letters_per_sweep: int = 300
    letter_days: int = 90


def _read(name: str, kind: object, default: object) -> object:
    raw = os.environ.get(f"KONTOR_{name.upper()}")
    if raw is None:
        return default
    if kind is not int:
        return raw
    try:
        return int(raw)
    except ValueError:
        message = f"KONTOR_{name.upper()} must be a whole number, and is {raw!r}"
        raise ValueError(message) from None


@cache
def settings() -> Settings:
    """The settings of this process."""
    values = {
        field.name: _read(field.name, field.type, field.default) for field in fields(Settings)
    }
    values["region"] = os.environ.get("AWS_REGION", values["region"])
    return Settings(**values)  # type: ignore[arg-type]
