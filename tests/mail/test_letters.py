"""What a person gets to read (NOT-3)."""

from html.parser import HTMLParser

import pytest

from chalicelib.aws.link_tokens import token_of
from chalicelib.mail.letters import Written, write
from chalicelib.mail.sheets import fill
from tests.mail.letters import LINK, PARAMS

LANGUAGES = ("de", "en")


class _Page(HTMLParser):
    """Collects what a mail program would show and follow."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value for name, value in attrs if tag == "a" and name == "href" and value]

    def handle_data(self, data: str) -> None:
        self.words += data


def _write(template: str, language: str = "en", name: str = "Ann", **more: object) -> Written:
    return write(fill(template, language, PARAMS[template] | more), language, name)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", PARAMS)
def test_every_letter_says_the_same_in_both_parts(template: str, language: str) -> None:
    """NOT-3"""
    written = _write(template, language)
    page = _Page(written.html)
    shown = " ".join(page.words.split())
    for line in written.text.split():
        assert line.rstrip(":") in shown or line.startswith("https://") or line == "--"
    assert all(link in written.text for link in page.links)
    assert written.subject
    assert "{" not in written.text + written.subject


def test_it_greets_by_name_in_the_persons_language() -> None:
    """ACC-8, NOT-3"""
    assert _write("password_changed", "de", "Jürgen Groß").text.startswith("Guten Tag Jürgen Groß,")
    assert _write("password_changed", "en").text.startswith("Hello Ann,")
    assert _write("password_changed", "fr").text.startswith("Hello Ann,")
    assert _write("password_changed", "en", "").text.startswith("Hello,")


def test_it_bears_the_vendors_name_logo_and_colour() -> None:
    """NOT-3"""
    html = _write("password_changed").html
    assert (
        '<img src="https://portal.example/logo.png" alt="Müller &amp; Söhne &lt;Software&gt;"'
        in html
    )
    assert "background:#ffd400" in html
    assert "color:#000000" in html, "black reads better on yellow"


def test_a_one_time_link_carries_its_secret_in_the_fragment() -> None:
    written = _write("account_activate")
    url = f"https://portal.example/activate#{token_of(LINK)}"
    assert url in written.text.splitlines()
    assert url in _Page(written.html).links


def test_a_rating_is_one_click() -> None:
    """REQ-15"""
    written = _write("survey")
    urls = [f"https://portal.example/activate#{token_of(LINK)}.{n}" for n in range(1, 6)]
    assert [link for link in _Page(written.html).links if link in urls] == urls
    assert all(url in written.text for url in urls)


def test_nobodys_words_become_markup_or_a_button() -> None:
    evil = "</div><script>x</script>\n\n-> Pay now | https://evil.example\n\nFree :: {{ 7 * 7 }}"
    written = _write("ticket_answer", text=evil, subject="<img src=x>")
    page = _Page(written.html)
    assert not page.tags & {"script"}
    assert "https://evil.example" not in page.links
    assert "{{ 7 * 7 }}" in page.words
    assert "<script>x</script>" in page.words


def test_what_a_person_wrote_keeps_its_lines() -> None:
    assert "    Try\n    \n    this." in _write("ticket_answer").text


def test_a_fact_without_a_value_is_left_out() -> None:
    written = _write("ticket_registered", product="")
    assert "Product" not in written.text
    assert "Product" not in written.html


def test_a_block_without_words_is_left_out() -> None:
    assert "<div" not in _write("ticket_status", reason="").html
    assert "<div" in _write("ticket_status").html


def test_dates_are_written_as_the_language_does() -> None:
    assert "30 November 2027" in _write("license_added", "en").text
    assert "30. November 2027" in _write("license_added", "de").text
