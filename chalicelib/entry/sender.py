"""Where a request comes from: which site's page, and which address in the internet."""

import hmac

from chalice.app import Request

from chalicelib.aws.settings import settings
from chalicelib.base.errors import CrossSite
from chalicelib.entry.headers import EDGE_HEADER


def refuse_cross_site(request: Request) -> None:
    """A write must come from our own pages, or from a client that is no browser."""
    site = request.headers.get("sec-fetch-site")
    if site not in {None, "same-origin", "none"}:
        raise CrossSite
    origin = request.headers.get("origin")
    if origin is not None and origin != settings().public_url:
        raise CrossSite


def source_of(request: Request) -> str:
    """The address that the request was sent from, empty where it is not known.

    API Gateway knows whom it heard from: CloudFront. That one appends whom it heard from itself,
    so where it really was CloudFront, the last but one of the forwarded addresses can be believed.
    """
    heard_from = str((request.context.get("identity") or {}).get("sourceIp") or "")
    shown = request.headers.get(EDGE_HEADER, "").encode()
    if not settings().edge or not hmac.compare_digest(shown, settings().edge.encode()):
        return heard_from
    forwarded = request.headers.get("x-forwarded-for", "").split(",")
    return forwarded[-2].strip() if len(forwarded) > 1 else heard_from
