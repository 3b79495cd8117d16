"""Looking into the outbox, as a person looks into their mailbox."""

from chalicelib.aws.link_tokens import token_of
from chalicelib.mail.model import Letter


def letters_to(email: str, template: str = "") -> list[Letter]:
    """The letters promised to an address, oldest first."""
    found = [letter for letter in Letter.scan() if letter.to == email]
    wanted = [letter for letter in found if template in {"", letter.template}]
    return sorted(wanted, key=lambda letter: letter.pk)


def link_in(letter: Letter) -> str:
    """The token behind the one link of a letter."""
    (link,) = [
        value["link"]
        for value in letter.params.values()
        if isinstance(value, dict) and "link" in value
    ]
    return token_of(link)
