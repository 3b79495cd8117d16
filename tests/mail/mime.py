"""Takes a finished letter apart, as a mail program does."""

from email import message_from_bytes
from email.message import Message
from io import BytesIO
from zipfile import ZipFile

from chalicelib.base import clock
from chalicelib.mail.delivery import compose
from chalicelib.mail.model import Letter


def parts_of(letter: Letter) -> tuple[str, dict[str, bytes]]:
    """The plain text, and the attached files by their names."""
    message = message_from_bytes(compose(letter, clock.now()))
    files = {part.get_filename() or "": _bytes(part) for part in message.walk() if _is_file(part)}
    texts = [part for part in message.walk() if part.get_content_type() == "text/plain"]
    return _bytes(texts[0]).decode(), files


def _is_file(part: Message) -> bool:
    return part.get_content_disposition() == "attachment"


def _bytes(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    return content


def unzip(content: bytes) -> dict[str, bytes]:
    """The files of a ZIP by their names."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
