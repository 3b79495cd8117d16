"""Steps around licenses and requests, on both sides of the counter."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.client import Answer
from tests.proof.model.accounts import Accounts, numbers
from tests.proof.model.reference import SURVEY, Link, Person, Session, Ticket, Upload
from tests.proof.model.scene import VERSIONS, pick
from tests.tickets.browsers import form

KINDS = ["answer", "question", "solution", "note"]
ENDINGS = {
    "close": "closed", "cancel": "cancelled_by_specialist", "redirect": "closed_redirected",
}  # fmt: skip
some = st.booleans()


class Requests(Accounts):
    """LIC-1 to LIC-3, REQ-2, REQ-6 to REQ-12, REQ-15, STF-3."""

    def allowed(self, session: Session, answer: Answer, right: str = "") -> Person | None:
        """The person, if the session and the right are there; else the refusal is compared."""
        if not session.lives(self.now):
            self.expect(answer, 401, "not_signed_in")
            return None
        if right and not session.person.may(right):
            self.expect(answer, 403, "forbidden")
            return None
        return session.person

    def ticket(self, number: int) -> Ticket:
        """Mostly one that is going on, where there is one."""
        going_on = [ticket for ticket in self.known.tickets if not ticket.over]
        return pick(going_on if going_on and number % 5 else self.known.tickets, number)

    @precondition(lambda self: self.known.sessions)
    @rule(who=numbers, license_=numbers)
    def add_license(self, who: int, license_: int) -> None:
        """LIC-1, LIC-2."""
        session, wanted = self.session(who), pick(self.known.licenses, license_)
        sent = {"activation_code": wanted.code.lower()}
        answer = self.ask(session.cookies, "POST", "/api/licenses", sent)
        person = self.allowed(session, answer, "manage_licenses")
        if person is None:
            return
        if reason := wanted.refusal(person.company, self.now):
            self.expect_reason(answer, "activation_code", reason)
            return
        self.expect(answer, 201)
        wanted.holder = person.company
        assert answer.json["claim"] == ("pending" if wanted.needs_check else "active")

    def attached(self, choice: int, person: Person | None) -> list[Upload]:
        """A file for a message: mostly none, sometimes one's own, sometimes another's."""
        if choice % 2 or not self.known.uploads:
            return []
        own = [upload for upload in self.known.uploads if upload.by is person]
        return [pick(own if own and choice % 4 else self.known.uploads, choice)]

    def took(self, files: list[Upload], ticket: Ticket) -> None:
        """What a message took is no longer loose."""
        for upload in files:
            upload.state, upload.ticket = "attached", ticket

    @precondition(lambda self: self.known.sessions)
    @rule(who=numbers, product=numbers, related=numbers, file=numbers)
    def open_ticket(self, who: int, product: int, related: int, file: int) -> None:
        """REQ-2, REQ-6, REQ-9."""
        session, wanted = self.session(who), pick(list(VERSIONS), product)
        named = pick([None, None, *self.known.tickets], related)
        files = self.attached(file, session.person)
        keys = [upload.key for upload in files]
        body = form(product_id=wanted, version_id=VERSIONS[wanted], files=keys)
        body["related_ticket_id"] = named.id if named else None
        answer = self.ask(session.cookies, "POST", "/api/tickets", body)
        person = self.allowed(session, answer)
        if person is None:
            return None
        if self.known.license_for(person.company, wanted, self.now) is None:
            return self.expect_reason(answer, "product_id", "not_a_choice")
        if named and not named.visible_to(person):
            return self.expect_reason(answer, "related_ticket_id", "request_unknown")
        if reason := next(filter(None, (upload.unfit_for(person) for upload in files)), ""):
            return self.expect_reason(answer, "files.0", reason)
        self.expect(answer, 201)
        ticket = Ticket(answer.json["id"], person, person.company, self.now)
        self.known.tickets.append(ticket)
        self.took(files, ticket)
        return None

    def seen(self, session: Session, ticket: Ticket, answer: Answer) -> Person | None:
        """The person, if they see the request and it is not over; else that is compared."""
        person = self.allowed(session, answer)
        if person is None:
            return None
        if not ticket.visible_to(person):
            self.expect(answer, 404, "not_found")
            return None
        if ticket.over:
            self.expect(answer, 409, "request_over")
            return None
        return person

    @precondition(lambda self: self.known.tickets)
    @rule(who=numbers, which=numbers, file=numbers)
    def reply(self, who: int, which: int, file: int) -> None:
        """REQ-10, REQ-12: in progress again."""
        session, ticket = self.session(who), self.ticket(which)
        files = self.attached(file, session.person)
        body = {"text": "It still stops.", "files": [upload.key for upload in files]}
        answer = self.ask(session.cookies, "POST", f"/api/tickets/{ticket.id}/messages", body)
        person = self.seen(session, ticket, answer)
        if person is None:
            return
        if reason := next(filter(None, (upload.unfit_for(person) for upload in files)), ""):
            self.expect_reason(answer, "files.0", reason)
            return
        self.expect(answer, 201)
        ticket.come_to("in_progress", self.now)
        ticket.said += 1
        self.took(files, ticket)

    @precondition(lambda self: self.known.tickets)
    @rule(who=numbers, which=numbers)
    def cancel(self, who: int, which: int) -> None:
        """REQ-12."""
        session, ticket = self.session(who), self.ticket(which)
        answer = self.ask(session.cookies, "POST", f"/api/tickets/{ticket.id}/close", {})
        if self.seen(session, ticket, answer):
            self.expect(answer, 200)
            ticket.come_to("cancelled_by_user", self.now)
            ticket.said += 1

    @precondition(lambda self: self.known.tickets)
    @rule(which=numbers, kind=st.sampled_from(KINDS))
    def staff_say(self, which: int, kind: str) -> None:
        """STF-3: a note also when the request is over."""
        ticket = self.ticket(which)
        path = f"/api/staff/tickets/{ticket.id}/messages"
        answer = self.ask(self.staff(), "POST", path, {"kind": kind, "text": "Which one?"})
        if ticket.over and kind != "note":
            return self.expect(answer, 409, "request_over")
        self.expect(answer, 201)
        if kind == "note":
            ticket.notes += 1
            return None
        ticket.said += 1
        if kind != "answer":
            status = "awaiting_answer" if kind == "question" else "solution_provided"
            ticket.come_to(status, self.now)
        return None

    @precondition(lambda self: self.known.tickets)
    @rule(which=numbers, taken=some)
    def assign(self, which: int, taken: bool) -> None:
        """STF-3."""
        ticket = self.ticket(which)
        path = f"/api/staff/tickets/{ticket.id}/assignment"
        body = {"assignee": self.agent.pk if taken else None}
        answer = self.ask(self.staff(), "POST", path, body)
        if ticket.over:
            return self.expect(answer, 409, "request_over")
        self.expect(answer, 200)
        ticket.assigned = taken
        return None

    @precondition(lambda self: self.known.tickets)
    @rule(which=numbers, how=st.sampled_from(sorted(ENDINGS)))
    def staff_end(self, which: int, how: str) -> None:
        """STF-3, REQ-15: closing asks for a rating."""
        ticket = self.ticket(which)
        path = f"/api/staff/tickets/{ticket.id}/closure"
        answer = self.ask(self.staff(), "POST", path, {"how": how, "reason": None})
        if ticket.over:
            return self.expect(answer, 409, "request_over")
        self.expect(answer, 200)
        ticket.come_to(ENDINGS[how], self.now)
        ticket.said += 1
        if how == "close":
            self.asked_for_rating(ticket)
        return None

    def asked_for_rating(self, ticket: Ticket) -> None:
        """The author got a link to the survey, if there still is somebody."""
        if ticket.author.gone:
            return
        token = self.token_to(ticket.author.email, "survey", ticket.id)
        self.known.links.append(Link("survey", token, ticket.id, self.now + SURVEY))

    @precondition(lambda self: self.links("survey"))
    @rule(which=numbers, rating=st.none() | st.integers(1, 5), words=st.none() | st.just("Good"))
    def rate(self, which: int, rating: int | None, words: str | None) -> None:
        """REQ-15: changeable until the link ends."""
        link = self.link("survey", which)
        body = {"token": link.token, "rating": rating, "words": words}
        answer = self.ask({}, "PUT", "/api/surveys", body)
        if refusal := link.refusal(self.now):
            return self.expect(answer, *refusal)
        self.expect(answer, 200)
        (ticket,) = (ticket for ticket in self.known.tickets if ticket.id == link.about)
        ticket.rating, ticket.words = rating, words
        return None
