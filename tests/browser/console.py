"""What a member of staff does in the console."""

from playwright.sync_api import Locator, Page, expect

from tests.browser import mailpage
from tests.browser.people import Person
from tests.browser.portal import button, expect_heading
from tests.browser.running import RunningStack
from tests.browser.words import Words


def sign_in(page: Page, words: Words, person: Person, stack: RunningStack) -> None:
    """With the code that the developers' page shows, to the queue of what nobody has taken."""
    # Each code works once: half a minute later there is another.
    stack.let_pass("30s")
    page.goto("/console/")
    expect_heading(page, words("accounts:signIn.title"))
    page.get_by_label(words("accounts:signIn.email")).fill(person.email)
    page.get_by_label(words("accounts:signIn.password"), exact=True).fill(person.password)
    button(page, words("accounts:signIn.submit")).click()
    expect_heading(page, words("accounts:secondFactor.title"))
    code = page.get_by_label(words("accounts:secondFactor.code"), exact=True)
    code.press_sequentially(mailpage.code_of(page, person.email))
    expect_heading(page, words("console:queue.name.unassigned"))


def enter(page: Page, person: Person, stack: RunningStack) -> None:
    """Signed in without the page for it, as earlier in the same run where that still holds."""
    page.context.add_cookies(stack.badges.get(person.email, []))
    if page.request.get("/api/staff/me").ok:
        return
    page.context.clear_cookies()
    # Each code works once: half a minute later there is another.
    stack.let_pass("30s")
    sent = {"email": person.email, "password": person.password}
    challenge = page.request.post("/api/staff/sessions", data=sent).json()["challenge"]
    code = page.request.get("/dev/api/state").json()["codes"]["by_email"][person.email]
    answer = page.request.post(
        "/api/staff/sessions/second-factor", data={"challenge": challenge, "code": code}
    )
    assert answer.ok, answer.text()
    stack.badges[person.email] = [
        # Of the one host, as the product set it: for that the address has to be a secure one.
        {
            "name": cookie["name"],
            "value": cookie["value"],
            "url": stack.url.replace("http:", "https:"),
            "httpOnly": True,
            "secure": True,
            "sameSite": "Lax",
        }
        for cookie in page.context.cookies()
    ]


def open_console(page: Page, words: Words, person: Person, stack: RunningStack) -> None:
    """Signed in as by `enter`, at the queue of what nobody has taken."""
    enter(page, person, stack)
    page.goto("/console/")
    expect_heading(page, words("console:queue.name.unassigned"))


def row_of(page: Page, number: str) -> Locator:
    """A request's row in the queue that is shown."""
    return page.get_by_role("row").filter(has_text=number)


def open_place(page: Page, words: Words, place: str) -> None:
    """One of those behind the header's menu; `place` is the text of its link."""
    button(page, words("console:nav.administration")).click()
    page.get_by_role("link", name=words(place), exact=True).click()


def open_queue(page: Page, words: Words, queue: str) -> None:
    """By the queues' tabs; they show how many requests wait there."""
    name = words(f"console:queue.name.{queue}")
    navigation = page.get_by_role("navigation", name=words("console:nav.queues"))
    navigation.get_by_role("link", name=name).click()
    expect_heading(page, name)


def open_request(page: Page, number: str, subject: str) -> None:
    """From the queue that is shown."""
    row_of(page, number).get_by_role("link", name=subject).click()
    expect(page.get_by_role("heading", level=1, name=subject)).to_be_visible()


def find_request(page: Page, words: Words, number: str) -> None:
    """By its incident number."""
    field = page.get_by_role("textbox", name=words("console:find.label"))
    field.fill(number)
    field.press("Enter")
    expect(page.get_by_role("main").get_by_text(number, exact=True).first).to_be_visible()


def say(page: Page, words: Words, kind: str, text: str) -> None:
    """Writes on the request that is open: an `answer`, `question`, `solution` or `note`."""
    button(page, words(f"console:composer.name.{kind}")).click()
    page.get_by_role("textbox", name=words(f"console:composer.text.{kind}")).fill(text)
    button(page, words(f"console:composer.send.{kind}")).click()
    conversation = page.get_by_role("list", name=words("tickets:conversation.label"))
    expect(conversation.get_by_text(text)).to_be_visible()


def end(page: Page, words: Words, number: str, reason: str) -> None:
    """Closes the request that is open, and is back in the queue."""
    button(page, words("console:end.open")).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox").fill(reason)
    button(dialog, words("console:end.confirm")).click()
    expect(page.get_by_text(words("console:queue.ended", number=number))).to_be_visible()
