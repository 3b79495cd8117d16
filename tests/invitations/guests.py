"""Inviting and accepting through the API, as people do."""

from typing import Any

from tests.builders import PASSWORD
from tests.client import Answer, Client
from tests.mailbox import letters_to, link_in

GUEST = "anna@nordwerk.example"


def invite(host: Client, *lines: str, **more: Any) -> Answer:
    """Send a pasted list."""
    body = {"lines": list(lines) or [GUEST], "language": "de", **more}
    return host.post("/api/company/invitations", body)


def outcomes(answer: Answer) -> dict[str, str]:
    """Each line's fate."""
    assert answer.status == 200, answer.text
    return {line["text"]: line["outcome"] for line in answer.json["lines"]}


def invitation_link(email: str = GUEST) -> str:
    """The token in the last invitation that went to an address."""
    return link_in(letters_to(email, "invitation")[-1])


def acceptance(token: str, **changed: Any) -> dict[str, Any]:
    """A filled form behind the link."""
    config = Client().get("/api/config").json
    return {
        "token": token,
        "first_name": "Anna",
        "last_name": "Weiß",
        "country": "DE",
        "accept_terms": config["terms"]["version"],
        "accept_privacy": config["privacy"]["version"],
        "survey": False,
        "language": "de",
        "password": PASSWORD,
        "password_repeat": PASSWORD,
        **changed,
    }


def accept(token: str, **changed: Any) -> Answer:
    """Fill in the form and send it."""
    return Client().post("/api/invitations/redeem", acceptance(token, **changed))


def inspect(token: str) -> Answer:
    """Open the link."""
    return Client().post("/api/invitations/inspect", {"token": token})


def open_ones(host: Client) -> list[dict[str, Any]]:
    """The list of open invitations."""
    items: list[dict[str, Any]] = host.get("/api/company/invitations").json["items"]
    return items
