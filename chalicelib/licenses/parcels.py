"""Key files as a ZIP for a mail, with the list of what each of them activates (LIC-9)."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from chalicelib.aws.vendor import vendor
from chalicelib.base.texts import say
from chalicelib.catalog.service import applications_for, name_of, product_name
from chalicelib.licenses.downloading import terms_of
from chalicelib.licenses.model.license import License

LIST = "Compatibility_List.txt"
# The same facts give the same bytes, whenever the mail is sent: a ZIP's clock begins in 1980.
ZIP_BEGINS = (1980, 1, 1, 0, 0, 0)


def parcel(license_: License, language: str, now: datetime) -> bytes:
    """The ZIP: a key file for each product, and the list in the reader's language."""
    # Only who sends key files needs cryptography loaded.
    from chalicelib.licenses.key_files import sign_key_file

    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for product_id in license_.products:
            terms = terms_of(license_, product_id, now)
            _add(archive, f"{terms.name}.key", sign_key_file(terms))
        _add(archive, LIST, compatibility_list(license_, language, now).encode("utf-8-sig"))
    return buffer.getvalue()


def _add(archive: ZipFile, name: str, content: bytes) -> None:
    entry = ZipInfo(name, ZIP_BEGINS)
    entry.compress_type = ZIP_DEFLATED
    archive.writestr(entry, content)


def compatibility_list(license_: License, language: str, now: datetime) -> str:
    """Which application each key file activates, for people; lines end as Windows has it."""
    head = say(
        language, "parcel.head", vendor=vendor().name, license=license_.public_id,
        end_user=license_.end_user, edition=license_.edition, expires=license_.expires_on,
    )  # fmt: skip
    blocks = [head, *(_block(license_, one, language, now) for one in license_.products)]
    return "\n\n".join([*blocks, say(language, "parcel.foot")]).replace("\n", "\r\n") + "\r\n"


def _block(license_: License, product_id: str, language: str, now: datetime) -> str:
    name = terms_of(license_, product_id, now).name
    product = product_name(product_id, language, now)
    lines = [f"{name}.key", say(language, "parcel.product", product=product)]
    lines += list(_applications(product_id, language, now)) or [say(language, "parcel.none")]
    return "\n".join(lines)


def _applications(product_id: str, language: str, now: datetime) -> Iterator[str]:
    for one in applications_for([product_id], now):
        versions = ", ".join(version["name"] for version in one.versions)
        key = "parcel.key_file_only" if one.key_file_only else "parcel.application"
        yield say(language, key, name=name_of(one.names, language), versions=versions or "-")
