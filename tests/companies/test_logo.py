"""COM-7: the company's logo, judged by what it is."""

import base64
import io

import pytest
from PIL import Image

from chalicelib.base import clock
from chalicelib.base.actor import Right
from local.testing import Cloud
from tests.builders import make_colleague, make_person
from tests.client import Client
from tests.companies.pictures import bomb, picture, put
from tests.invariants import check_all
from tests.proof.operations.people import browser_of


def shown(browser: Client) -> Image.Image:
    answer = browser.get("/api/company/logo").json
    assert answer["content_type"] == "image/png"
    return Image.open(io.BytesIO(base64.b64decode(answer["content_base64"])))


@pytest.fixture
def owner(cloud: Cloud) -> Client:
    return browser_of(make_person(clock.now()))


TURNED = Image.Exif()
TURNED[0x0112] = 6
GOOD = {
    "png": picture(),
    "transparent": picture(mode="RGBA"),
    "palette": picture(mode="P"),
    "jpeg": picture("JPEG"),
    "cmyk": picture("JPEG", mode="CMYK"),
    "gif": picture("GIF", mode="P"),
    "animated": picture(
        "GIF", mode="P", save_all=True, append_images=[Image.new("P", (200, 64), 2)]
    ),
    "turned": picture("JPEG", (64, 200), exif=TURNED.tobytes()),
}


@pytest.mark.parametrize("name", GOOD)
def test_a_picture_is_drawn_anew(owner: Client, name: str) -> None:
    """COM-7: the first frame, upright, as a PNG without anything else of the file."""
    version = put(owner, GOOD[name]).json["version"]
    image = shown(owner)
    assert (image.format, image.size) == ("PNG", (200, 64))
    assert not image.info
    assert owner.get("/api/me").json["company"]["logo"] == version


BAD = {
    "logo_too_large": picture(size=(201, 64)),
    "logo_too_large ": picture(size=(200, 65)),
    "logo_too_large  ": bomb(),
    "logo_not_a_picture": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "logo_not_a_picture ": picture("BMP"),
    "logo_damaged": picture()[:-40],
    "logo_too_many_bytes": b"\0" * (512 * 1024 + 1),
}


@pytest.mark.parametrize("code", BAD)
def test_what_is_no_such_picture_is_refused_with_its_reason(owner: Client, code: str) -> None:
    """COM-7: and a picture that claims to be huge costs nothing."""
    assert put(owner, BAD[code]).reasons() == {"content_base64": {code.strip()}}
    assert owner.get("/api/company/logo").code == "not_found"


def test_who_may_change_it_and_that_it_goes(cloud: Cloud) -> None:
    """COM-7: the owner or those with the right; everybody sees it."""
    account = make_person(clock.now())
    keeper = make_colleague(account, clock.now(), Right.MANAGE_COMPANY)
    other = browser_of(make_colleague(account, clock.now(), email="ada@nordwerk.example"))
    assert put(other, picture()).code == "forbidden"
    assert put(browser_of(keeper), picture()).status == 200
    assert shown(other).size == (200, 64)
    assert browser_of(keeper).delete("/api/company/logo").status == 204
    assert other.get("/api/company/logo").code == "not_found"
    assert browser_of(keeper).delete("/api/company/logo").code == "not_found"
    check_all(cloud)
