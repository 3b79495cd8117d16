"""What everybody may know before signing in."""

from typing import Any

from chalicelib.aws.settings import settings
from chalicelib.aws.vendor import vendor
from chalicelib.base.texts import DEFAULT_LANGUAGE, languages
from chalicelib.catalog.schemas import (
    Config,
    Document,
    Limits,
    PasswordLimits,
    Statement,
    VendorOut,
)
from chalicelib.entry.access import ANYONE
from chalicelib.entry.http import Call, Routes

routes = Routes(__name__)


@routes.get("/api/config", ANYONE, "Know the vendor, the languages and the limits", gives=Config)
def config(call: Call[Any]) -> Config:
    """ACC-8, REQ-4: the same for everybody, in the reader's language."""
    us, limits = vendor(), settings()
    text = us.data_statement["text"]
    return Config(
        vendor=VendorOut(
            name=us.name,
            logo_url=us.logo_url,
            support_email=us.support_email,
            website=us.website,
            colours=dict(us.colours),
        ),
        languages=list(languages()),
        terms=Document(version=us.terms["version"], url=us.terms["url"]),
        privacy=Document(version=us.privacy["version"], url=us.privacy["url"]),
        data_statement=Statement(
            version=us.data_statement["version"],
            text=text.get(call.language) or text.get(DEFAULT_LANGUAGE, ""),
        ),
        limits=Limits(
            files_per_message=limits.files_per_message,
            file_bytes=limits.file_bytes,
            part_bytes=limits.part_bytes,
            parallel_parts=limits.parallel_parts,
            text_chars=limits.text_chars,
            subject_chars=limits.subject_chars,
        ),
        categories=list(us.categories),
        password=PasswordLimits(min_length=limits.password_min),
    )
