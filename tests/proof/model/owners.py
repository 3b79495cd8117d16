"""Steps around who owns a company that somebody asks for: objections, decisions, a handing over."""

from hypothesis.stateful import precondition, rule

from chalicelib.accounts.store.accounts import find_by_email
from chalicelib.mail.model import Letter
from chalicelib.recoveries import jobs as recoveries
from tests.client import Client
from tests.proof.model.accounts import numbers
from tests.proof.model.asking import Asking
from tests.proof.model.owning import Recovery
from tests.proof.model.reference import Link, Person, Upload
from tests.proof.model.requests import some
from tests.proof.model.scene import SECOND, pick

TOLD = "recovery_told"


class Owners(Asking):
    """COM-8, COM-10, STF-8."""

    @precondition(lambda self: self.known.recoveries and self.known.sessions)
    @rule(who=numbers)
    def object_signed_in(self, who: int) -> None:
        """COM-10: the owner, and who holds a right; once, until it is decided."""
        session = self.session(who)
        answer = self.ask(session.cookies, "POST", "/api/company/recovery/objection", {})
        person = self.allowed(session, answer)
        if person is None:
            return None
        wish = self.known.open_recovery(person.company)
        if wish is None or not wish.concerns(person):
            return self.expect(answer, 404, "not_found")
        if wish.has_objected(person):
            return self.expect(answer, 409, "objected_already")
        self.expect(answer, 200)
        wish.objections.append(person)
        return None

    @precondition(lambda self: self.links("object"))
    @rule(which=numbers)
    def object_by_link(self, which: int) -> None:
        """COM-10: within the days, and as long as it is any matter of theirs."""
        link = self.link("object", which)
        body = {"token": link.token, "words": "No."}
        answer = self.ask({}, "POST", "/api/recovery-objections", body)
        (wish,) = (one for one in self.known.recoveries if one.id == link.about)
        assert link.person is not None
        if refusal := link.refusal(self.now):
            return self.expect(answer, *refusal)
        if link.person.gone or wish.state == "forgotten":
            return self.expect(answer, 404, "link_unknown")
        if not wish.open or not wish.concerns(link.person) or wish.has_objected(link.person):
            return self.expect(answer, 410, "link_used")
        self.expect(answer, 200)
        link.spent = True
        wish.objections.append(link.person)
        return None

    @precondition(lambda self: self.known.recoveries)
    @rule(which=numbers, accept=some, unseen=some)
    def decide(self, which: int, accept: bool, unseen: bool) -> None:
        """COM-10, STF-8: there is no way around the days, nor around the owner's word."""
        going_on = [wish for wish in self.known.recoveries if wish.open]
        wish = pick(going_on if going_on and which % 4 else self.known.recoveries, which)
        seen = len(wish.objections) - bool(unseen and wish.objections)
        body = {"accept": accept, "reason": "As the board says.", "objections": seen}
        path = f"/api/staff/recoveries/{wish.id}/decision"
        answer = self.ask(self.license_desk(), "POST", path, body)
        if wish.state == "forgotten":
            return self.expect(answer, 404, "not_found")
        refusal = wish.unacceptable(seen, self.now) if accept else ""
        if not wish.open or refusal:
            return self.expect(answer, 409, refusal if wish.open else "recovery_over")
        self.expect(answer, 200)
        wish.state = "accepted" if accept else "refused"
        if accept:
            self._becomes_owner(wish.asker, wish.company)
        return None

    def _becomes_owner(self, heir: Person, company: str) -> None:
        if not heir.company:
            heir.company = company
            self.known.people[heir.email] = self.known.loners.pop(heir.email)
        self.known.owner_of(company).owner = False
        heir.owner = True

    def evidence(self) -> list[Upload]:
        """Clean files of requests: what staff may name as the official application."""
        return [one for one in self.known.uploads if one.ticket and one.scan == "clean"]

    @precondition(lambda self: self.evidence())
    @rule(which=numbers, whom=numbers)
    def staff_hand_over(self, which: int, whom: int) -> None:
        """COM-8, STF-8: whoever asked for it is overtaken."""
        file = pick(self.evidence(), which)
        assert file.ticket is not None
        company = file.ticket.company
        heir = pick([one for one in self.known.people.values() if one.company == company], whom)
        account = find_by_email(heir.email)
        assert account is not None
        shown = Client(cookies=self.staff()).get(f"/api/staff/tickets/{file.ticket.id}").json
        evidence = {"number": shown["number"], "file_id": file.key}
        path = f"/api/staff/companies/{account.company_id}"
        version = Client(cookies=self.license_desk()).get(path).json["version"]
        body = {"owner_id": account.pk, "version": version, "evidence": evidence}
        answer = self.ask(self.license_desk(), "PATCH", path, body)
        if heir.owner:
            return self.expect_reason(answer, "owner_id", "not_a_choice")
        self.expect(answer, 200)
        if wish := self.known.open_recovery(company):
            wish.state = "overtaken"
        return self._becomes_owner(heir, company)

    @rule()
    def mail_goes_out(self) -> None:
        """NOT-2: every letter that is due, by whatever way; and all that follows at once."""
        self.clock.pass_by(SECOND)
        before = self._told()
        recoveries.go_on.run(self.now)
        heard = sum(self._is_heard_of(wish) for wish in self.known.recoveries)
        assert self._told() - before == heard
        while self.cloud.worker.deliver():
            pass
        for upload in self.known.uploads:
            if upload.by and upload.by.gone and upload.state in {"uploading", "complete"}:
                upload.state = "gone"
        for wish in self.known.recoveries:
            if wish.open and wish.asker.gone:
                wish.forgotten()

    def _told(self) -> int:
        return sum(letter.template == TOLD for letter in Letter.scan())

    def _is_heard_of(self, wish: Recovery) -> int:
        """COM-10: by the owner and all with rights, each once, with a link of their own."""
        if wish.state in {"withdrawn", "overtaken"}:
            wish.forgotten()
        if not wish.open or wish.told:
            return 0
        wish.told = True
        inside = [one for one in self.known.people.values() if one.company == wish.company]
        readers = [person for person in inside if wish.concerns(person)]
        for person in readers:
            token, ends = self.token_to(person.email, TOLD), max(wish.ends, self.now)
            self.known.links.append(Link("object", token, wish.id, ends, person=person))
        return len(readers)

    def sees_recoveries(self, browser: Client, person: Person) -> None:
        """COM-10: who is told, and who asked; and everybody what they asked for themselves."""
        wish = self.known.open_recovery(person.company)
        shown = browser.get("/api/company/recovery").json["recovery"]
        sees = wish is not None and (wish.asker is person or wish.concerns(person))
        assert (shown["id"] if shown else None) == (wish.id if wish and sees else None)
        mine = [one for one in self.known.recoveries if one.asker is person]
        last = [one for one in mine if one.open] or [
            one for one in mine if one.state != "forgotten"
        ]
        own = browser.get("/api/recoveries").json["recovery"]
        wanted = (last[-1].id, last[-1].state) if last else None
        assert ((own["id"], own["state"]) if own else None) == wanted

    def desk_sees_recoveries(self) -> None:
        """STF-8: those that are to be decided, and how they stand."""
        listed = Client(cookies=self.license_desk()).get("/api/staff/recoveries").json["items"]
        rows = {(row["id"], row["objections"], row["owner_objected"]) for row in listed}
        assert rows == {
            (one.id, len(one.objections), one.has_objected(one.owner))
            for one in self.known.recoveries
            if one.open
        }
