"""What everybody may know before signing in, and the catalog in the hands of staff."""

from typing import Any

from chalicelib.aws.settings import settings
from chalicelib.aws.vendor import vendor
from chalicelib.base.actor import StaffRole
from chalicelib.base.errors import Conflict, Invalid
from chalicelib.base.texts import DEFAULT_LANGUAGE, languages
from chalicelib.catalog import editing
from chalicelib.catalog.partners import directory
from chalicelib.catalog.schemas.editing import (
    ApplicationChange,
    CatalogApplication,
    CatalogGroup,
    CatalogOut,
    GroupChange,
    PartnerChange,
    PartnerOut,
    PartnersOut,
)
from chalicelib.catalog.schemas.partners import Directory, DirectoryQuery
from chalicelib.catalog.schemas.vendor import (
    Config,
    Document,
    Limits,
    PasswordLimits,
    Statement,
    Terms,
    VendorOut,
)
from chalicelib.entry.access import ANYONE, STAFF, staff_as
from chalicelib.entry.http import Call, Routes

routes = Routes(__name__)
SUPERVISOR = staff_as(StaffRole.SUPERVISOR)


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
            application_bytes=limits.application_bytes,
            part_bytes=limits.part_bytes,
            parallel_parts=limits.parallel_parts,
            text_chars=limits.text_chars,
            subject_chars=limits.subject_chars,
        ),
        days=Terms(
            link=limits.link_days,
            first_notice=limits.expiry_notice_days,
            last_notice=limits.expiry_last_notice_days,
            objection=limits.objection_days,
        ),
        categories=list(us.categories),
        password=PasswordLimits(min_length=limits.password_min, max_length=limits.password_max),
    )


@routes.get(
    "/api/partners",
    ANYONE,
    "Find a partner by country or name",
    query=DirectoryQuery,
    gives=Directory,
)
def partners(call: Call[Any]) -> Directory:
    """LIC-16: those who were never authorised are found by their whole name alone."""
    assert isinstance(call.query, DirectoryQuery)
    return directory(call.query.country, call.query.name, call.now)


@routes.get("/api/staff/catalog", STAFF, "See the catalog as staff edit it", gives=CatalogOut)
def whole_catalog(_call: Call[Any]) -> CatalogOut:
    """STF-10: product groups, products, versions, patches, applications, trial terms."""
    return editing.whole_catalog()


@routes.put(
    "/api/staff/catalog/groups/{group_id}",
    SUPERVISOR,
    "Add or change a product group with its products, versions and patches",
    takes=GroupChange,
    gives=CatalogGroup,
    errors=(Invalid, Conflict),
)
def change_group(call: Call[GroupChange]) -> CatalogGroup:
    """STF-10: what is left out must have been there never; it is retired instead."""
    return editing.change_group(
        call.actor, call.path["group_id"], call.body, call.now, call.operation
    )


@routes.put(
    "/api/staff/catalog/applications/{application_id}",
    SUPERVISOR,
    "Add or change an application with its downloads, functions and trial terms",
    takes=ApplicationChange,
    gives=CatalogApplication,
    errors=(Invalid, Conflict),
)
def change_application(call: Call[ApplicationChange]) -> CatalogApplication:
    """STF-10, LIC-8, LIC-15."""
    return editing.change_application(
        call.actor, call.path["application_id"], call.body, call.now, call.operation
    )


@routes.get("/api/staff/partners", STAFF, "List the partners", gives=PartnersOut)
def list_partners(_call: Call[Any]) -> PartnersOut:
    """STF-10, LIC-16: all of them."""
    return editing.whole_directory()


@routes.put(
    "/api/staff/partners/{partner_id}",
    SUPERVISOR,
    "Add or change a partner",
    takes=PartnerChange,
    gives=PartnerOut,
    errors=(Invalid, Conflict),
)
def change_partner(call: Call[PartnerChange]) -> PartnerOut:
    """STF-10: one that is none any more becomes a former one."""
    return editing.change_partner(
        call.actor, call.path["partner_id"], call.body, call.now, call.operation
    )
