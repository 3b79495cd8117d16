"""The whole machine: time and jobs, repeats, and looking at everything from every side."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from chalicelib.tickets import jobs
from tests.client import Client
from tests.proof.counters import count
from tests.proof.model.accounts import numbers
from tests.proof.model.owners import Owners
from tests.proof.model.reference import Person, Ticket

JOBS = {"remind": jobs.remind_unanswered, "resolve": jobs.resolve_unanswered,
        "close": jobs.close_settled}  # fmt: skip
AFTER = {"resolve": "resolved_no_information", "close": "closed"}
HOURS = [1, 2, 11, 23, 24, 25, 24 * 6, 24 * 7, 24 * 8, 24 * 14, 24 * 31]


class Portal(Owners):
    """Everything that can be done, by anybody, in any order."""

    @initialize()
    def begin(self) -> None:
        """A first company with its owner signed in, a colleague, two requests and a file."""
        self.register(0, 0)
        self.activate(0, 0)
        self.sign_in(0, 1, 0)
        self.hire(0, 0, set())
        self.sign_in(1, 1, 0)
        for who in (1, 2):
            self.accept_statement(who)
            self.open_ticket(who, 0, 0, 1)
        self.start_upload(1, 12)
        self.settle()

    @rule(hours=st.sampled_from(HOURS))
    def time_passes(self, hours: int) -> None:
        """SCH-1 to SCH-3."""
        self.clock.pass_by(timedelta(hours=hours, seconds=1))

    @rule(name=st.sampled_from(sorted(JOBS)), twice=st.booleans())
    def job_runs(self, name: str, twice: bool) -> None:
        """REQ-16, SCH-4: also twice."""
        self.clock.pass_by(timedelta(seconds=1))
        due = [ticket for ticket in self.known.tickets if ticket.due(self.now) == name]
        assert JOBS[name].run(self.now) == len(due)
        if twice:
            assert JOBS[name].run(self.now) == 0
        for ticket in due:
            self._fell_due(ticket, name)

    def _fell_due(self, ticket: Ticket, name: str) -> None:
        if name == "remind":
            ticket.reminded = True
            return
        ticket.come_to(AFTER[name], self.now)
        ticket.said += 1
        if name == "close":
            self.asked_for_rating(ticket)

    @rule()
    def stale_uploads_go(self) -> None:
        """SCH-1: a day after they began, or were completed and not used."""
        self.clock.pass_by(timedelta(seconds=1))
        loose = [one for one in self.known.uploads if one.state in {"uploading", "complete"}]
        due = [upload for upload in loose if upload.due <= self.now]
        assert jobs.abort_stale_uploads.run(self.now) == len(due)
        for upload in due:
            upload.state = "gone"

    @precondition(lambda self: self.last is not None)
    @rule()
    def the_last_request_comes_again(self) -> None:
        """Whoever never heard the answer asks again, with the same key, and hears it now."""
        assert self.last is not None
        asker, method, path, body, key, first = self.last
        again = Client(cookies=dict(asker.cookies), token=asker.token).call(
            method, path, body, key=key
        )
        if first.status < 400 and again.status != 401:
            assert (again.status, again.text) == (first.status, first.text)

    @precondition(lambda self: self.known.sessions)
    @rule(who=numbers)
    def somebody_looks(self, who: int) -> None:
        """REQ-7, LIC-4: exactly what is theirs to see."""
        session = self.session(who)
        browser = Client(cookies=dict(session.cookies))
        if not session.lives(self.now):
            self.expect(browser.get("/api/me"), 401, "not_signed_in")
            return
        person = session.person
        me = browser.get("/api/me").json
        assert (me["account"]["email"], me["owner"]) == (person.email, person.owner)
        assert {right for right in me["rights"] if not person.owner} == (
            set() if person.owner else person.rights
        )
        self._sees_requests(browser, person)
        self._sees_licenses(browser, person)
        self.sees_recoveries(browser, person)
        loose = {(one.key, one.state) for one in self.known.loose_uploads(person)}
        listed = browser.get("/api/uploads").json["items"]
        assert {(row["key"], row["state"]) for row in listed} == loose

    def _sees_requests(self, browser: Client, person: Person) -> None:
        visible = {one.id: one for one in self.known.tickets if one.visible_to(person)}
        listed = browser.get("/api/tickets").json["items"]
        assert {row["id"]: row["status"] for row in listed} == {
            ticket.id: ticket.status for ticket in visible.values()
        }
        over = browser.get("/api/tickets", inactive="true").json["items"]
        assert {row["id"] for row in over} == {one.id for one in visible.values() if one.over}
        for ticket in self.known.tickets:
            answer = browser.get(f"/api/tickets/{ticket.id}")
            if ticket.id not in visible:
                self.expect(answer, 404, "not_found")
            else:
                assert len(answer.json["messages"]) == ticket.said

    def _sees_licenses(self, browser: Client, person: Person) -> None:
        held = [one for one in self.known.licenses if one.holder == person.company]
        rows = [(row["product_id"], row["status"], row["code"], row["claim"])
                for row in browser.get("/api/licenses").json["items"]]  # fmt: skip
        whole = person.may("manage_licenses")
        masked = "-•••••-•••••-•••••"
        wanted = [
            (
                product,
                one.status(self.now),
                one.code if whole and not one.needs_check else one.code[:5] + masked,
                "pending" if one.needs_check else "active",
            )
            for one in held
            for product in one.products
        ]
        assert sorted(rows) == sorted(wanted)

    @rule()
    def staff_look(self) -> None:
        """STF-2: the queues hold what is open, and how it is."""
        browser = Client(cookies=self.staff())
        going_on = [ticket for ticket in self.known.tickets if not ticket.over]
        counted = browser.get("/api/staff/queues").json
        wanted = {
            "unassigned": sum(not ticket.assigned for ticket in going_on),
            "mine": sum(ticket.assigned for ticket in going_on),
            "waiting": sum(ticket.status == "awaiting_answer" for ticket in going_on),
            "all_open": len(going_on),
        }
        assert {name: counted[name] for name in wanted} == wanted
        for ticket in self.known.tickets:
            shown = browser.get(f"/api/staff/tickets/{ticket.id}").json
            assert len(shown["messages"]) == ticket.said + ticket.notes
        self.desk_sees_recoveries()

    @invariant()
    def everything_holds(self) -> None:
        """All twelve invariants, after each step."""
        count("model test", steps=1)
        self.settle()
