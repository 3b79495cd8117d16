"""Files that are no request's: official applications, sent to S3 as all files are (COM-10)."""

from datetime import datetime, timedelta

from chalicelib.aws.presigned import download_url
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import FieldError, Invalid, NotFound
from chalicelib.tickets.model.message import Scan
from chalicelib.tickets.model.upload import Upload
from chalicelib.tickets.rules.uploads import unfit_for
from chalicelib.tickets.schemas.requests import Download
from chalicelib.tickets.service.reading import demand_clean
from chalicelib.tickets.store import uploads as store


def demand_application(actor: Actor, key: str) -> Upload:
    """The actor's whole, free upload.

    Raises Invalid on `file`: file_unknown (another person's and none are the same),
    file_incomplete, file_too_large.
    """
    upload = store.find_upload(key)
    reason = unfit_for(actor, upload, None)
    if upload is None or reason:
        raise Invalid(FieldError("file", reason or "file_unknown"))
    most = settings().application_bytes
    if upload.size > most:
        raise Invalid(FieldError("file", "file_too_large", {"max": most}))
    return upload


def keep(change: Transaction, upload: Upload, kept_for: str) -> None:
    """Keep it for something; MovedMeanwhile when it is not as it was read any more."""
    store.keep_upload(change, upload, kept_for)


def verdict_of(key: str) -> str | None:
    """What the scan said of it; None when it is gone."""
    upload = store.find_upload(key)
    return upload.verdict if upload else None


def download(actor: Actor, key: str, now: datetime) -> Download:
    """A URL that is good for minutes. Raises NotFound, FilePending, FileInfected."""
    upload = store.find_upload(key)
    if upload is None or not upload.kept_for:
        raise NotFound
    demand_clean(upload.verdict, actor.role is not None)
    seconds = settings().download_url_seconds
    return Download(
        url=download_url(upload.key, upload.name, seconds),
        expires_at=now + timedelta(seconds=seconds),
        warning=upload.verdict == Scan.UNSCANNABLE,
    )
