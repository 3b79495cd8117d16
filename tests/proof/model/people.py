"""Steps around a company's people: invited, come in, given rights, removed."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from chalicelib.accounts.store.accounts import find_by_email
from tests.builders import PASSWORD, make_person
from tests.client import Answer, Client
from tests.invitations.guests import acceptance
from tests.proof.model.accounts import PASSWORDS, numbers
from tests.proof.model.orders import Orders
from tests.proof.model.reference import WEEK, Invitation, Link, Person, Session
from tests.proof.model.scene import pick

GUESTS = [f"{name}@nordwerk.example" for name in ("dora", "emil")]
LONER = "ines@nordwerk.example"
RIGHTS = ["invite_users", "manage_licenses", "manage_tickets", "manage_users"]
rights_of = st.sets(st.sampled_from(RIGHTS))


class People(Orders):
    """COM-2 to COM-6."""

    def __init__(self) -> None:
        super().__init__()
        make_person(self.now, email=LONER, company=None)
        self.known.loners[LONER] = Person(LONER, PASSWORD, "")

    @precondition(lambda self: self.known.sessions)
    @rule(who=numbers, whom=numbers, rights=rights_of)
    def invite(self, who: int, whom: int, rights: set[str]) -> None:
        """COM-3: nobody gives what they don't hold."""
        session = self.session(who)
        email = pick([*GUESTS, *GUESTS, LONER, *self.known.people], whom)
        body = {"lines": [email], "rights": sorted(rights), "language": "en"}
        answer = self.ask(session.cookies, "POST", "/api/company/invitations", body)
        person = self.allowed(session, answer, "invite_users")
        if person is None:
            return None
        if not all(person.may(right) for right in rights):
            return self.expect(answer, 403, "not_yours_to_grant")
        self.expect(answer, 200)
        fate = self._fate(person, email)
        assert [line["outcome"] for line in answer.json["lines"]] == [fate]
        if fate == "sent":
            self._invited(person, email, rights)
        return None

    def _fate(self, person: Person, email: str) -> str:
        if email == person.email:
            return "yourself"
        if known := self.known.people.get(email):
            return "already_here" if known.company == person.company else "already_elsewhere"
        before = self.known.invitation(person.company, email)
        return "already_invited" if before and before.invited(self.now) else "sent"

    def _invited(self, by: Person, email: str, rights: set[str]) -> None:
        made = self.known.invitation(by.company, email)
        if made is None:
            made = Invitation(by.company, email, by, frozenset(rights), self.now)
            self.known.invitations.append(made)
        made.by, made.rights, made.state = by, frozenset(rights), "pending"
        self._sent(made)
        items = Client(cookies=self.customer(by.email)).get("/api/company/invitations").json
        (made.id,) = (item["id"] for item in items["items"] if item["email"] == email)

    def _sent(self, made: Invitation) -> None:
        made.ends, made.token = self.now + WEEK, self.token_to(made.email, "invitation")
        self.known.links.append(Link("invite", made.token, made.name, made.ends))

    def invited_by(self, link: Link) -> Invitation:
        """What a link leads to."""
        (found,) = (one for one in self.known.invitations if one.name == link.about)
        return found

    def refuses(self, link: Link, answer: Answer) -> bool:
        """Whether nobody comes in by this link; the reason is compared."""
        invitation = self.invited_by(link)
        refusal = link.refusal(self.now) or invitation.dead(link.token)
        if refusal is None and invitation.email in self.known.people:
            refusal = 409, "already_in_company"
        if refusal:
            self.expect(answer, *refusal)
        return refusal is not None

    @precondition(lambda self: self.links("invite"))
    @rule(which=numbers, password=numbers)
    def accept(self, which: int, password: int) -> None:
        """COM-3: with a new account."""
        link, chosen = self.link("invite", which), pick([*PASSWORDS, "short"], password)
        form = acceptance(link.token, password=chosen, password_repeat=chosen, language="en")
        answer = self.ask({}, "POST", "/api/invitations/redeem", form)
        if self.refuses(link, answer):
            return None
        if self.invited_by(link).email in self.known.loners:
            return self.expect(answer, 409, "account_exists")
        if chosen == "short":
            assert answer.status == 422
            return None
        self.expect(answer, 200)
        return self._comes_in(link, chosen)

    @precondition(lambda self: self.links("invite"))
    @rule(which=numbers, password=numbers)
    def join(self, which: int, password: int) -> None:
        """COM-3, ACC-12: with the account that one has."""
        link, typed = self.link("invite", which), pick([PASSWORD, *PASSWORDS], password)
        body = {"token": link.token, "password": typed}
        answer = self.ask({}, "POST", "/api/invitations/join", body)
        if self.refuses(link, answer):
            return None
        loner = self.known.loners.get(self.invited_by(link).email)
        if loner is None:
            return self.expect(answer, 409, "account_gone")
        if typed != loner.password:
            return self.expect_reason(answer, "password", "password_wrong")
        self.expect(answer, 200)
        return self._comes_in(link, typed)

    def _comes_in(self, link: Link, password: str) -> None:
        invitation = self.invited_by(link)
        rights = invitation.promised()
        link.spent, invitation.state = True, "accepted"
        person = self.known.loners.pop(invitation.email, None) or Person(
            invitation.email, password, invitation.company
        )
        person.company, person.rights = invitation.company, rights
        self.known.people[person.email] = person

    @precondition(lambda self: self.known.sessions and self.known.invitations)
    @rule(who=numbers, which=numbers, again=st.booleans())
    def resend_or_withdraw(self, who: int, which: int, again: bool) -> None:
        """COM-3: what is accepted or withdrawn moves no more."""
        session, invitation = self.session(who), pick(self.known.invitations, which)
        what = "resend" if again else "withdrawal"
        path = f"/api/company/invitations/{invitation.id}/{what}"
        answer = self.ask(session.cookies, "POST", path)
        person = self.allowed(session, answer, "invite_users")
        if person is None:
            return None
        if invitation.company != person.company:
            return self.expect(answer, 404, "not_found")
        if invitation.state != "pending":
            over = {"accepted": "invitation_accepted", "withdrawn": "already_withdrawn"}
            return self.expect(answer, 409, over[invitation.state])
        self.expect(answer, 200)
        if again:
            return self._sent(invitation)
        invitation.state = "withdrawn"
        return None

    def colleague(self, who: int, whom: int) -> tuple[Session, Person, str]:
        """Somebody, and mostly a colleague of theirs with the account's id."""
        session = self.session(who)
        all_of = list(self.known.people.values())
        own = [one for one in all_of if one.company == session.person.company and not one.owner]
        person = pick(own if own and whom % 5 else all_of, whom)
        account = find_by_email(person.email)
        assert account is not None
        return session, person, account.pk

    def may_change(self, session: Session, whom: Person, touched: set[str], answer: Answer) -> bool:
        """Whether they may; else the refusal is compared."""
        person = self.allowed(session, answer, "manage_users")
        refusal = None
        if person is None:
            return False
        if whom.company != person.company:
            refusal = 404, "not_found"
        elif whom is person:
            refusal = 403, "own_rights"
        elif whom.owner:
            refusal = 403, "owner_rights"
        elif not all(person.may(right) for right in touched):
            refusal = 403, "not_yours_to_grant"
        if refusal:
            self.expect(answer, *refusal)
        return refusal is None

    def put_rights(self, cookies: dict[str, str], whom: Person, rights: set[str]) -> Answer:
        """As the page does that shows the person first."""
        account = find_by_email(whom.email)
        assert account is not None
        path = f"/api/company/users/{account.pk}"
        seen = Client(cookies=dict(cookies)).get(path)
        version = seen.json["version"] if seen.status == 200 else 0
        body = {"rights": sorted(rights), "scope": None, "version": version}
        return self.ask(cookies, "PUT", f"{path}/rights", body)

    @precondition(lambda self: self.known.sessions)
    @rule(who=numbers, whom=numbers, rights=rights_of)
    def change_rights(self, who: int, whom: int, rights: set[str]) -> None:
        """COM-2: from the next request on."""
        session, person, _ = self.colleague(who, whom)
        answer = self.put_rights(session.cookies, person, rights)
        if self.may_change(session, person, person.rights ^ rights, answer):
            self.expect(answer, 200)
            person.rights = set(rights)

    @precondition(lambda self: self.known.sessions)
    @rule(who=numbers, whom=numbers)
    def remove(self, who: int, whom: int) -> None:
        """COM-6: every session is over, the address is free again, the requests stay."""
        session, person, account_id = self.colleague(who, whom)
        path = f"/api/company/users/{account_id}/deletion"
        answer = self.ask(session.cookies, "POST", path, {"confirm": True})
        if self.may_change(session, person, person.rights, answer):
            self.expect(answer, 200)
            person.gone = True
            del self.known.people[person.email]

    def owner(self, whose: int) -> Person:
        """One of those who own a company."""
        return pick([person for person in self.known.people.values() if person.owner], whose)

    @precondition(lambda self: any(person.owner for person in self.known.people.values()))
    @rule(who=numbers, whose=numbers, rights=rights_of)
    def hire(self, who: int, whose: int, rights: set[str]) -> None:
        """COM-3, all of it: an owner invites and somebody comes."""
        email, owner = pick(GUESTS, who), self.owner(whose)
        before = self.known.invitation(owner.company, email)
        if email in self.known.people or (before and before.invited(self.now)):
            return
        body = {"lines": [email], "rights": sorted(rights), "language": "en"}
        self.ask(self.customer(owner.email), "POST", "/api/company/invitations", body)
        self._invited(owner, email, rights)
        link = self.links("invite")[-1]
        form = acceptance(link.token, language="en")
        self.expect(self.ask({}, "POST", "/api/invitations/redeem", form), 200)
        self._comes_in(link, PASSWORD)

    @precondition(lambda self: self.hired())
    @rule(who=numbers, rights=rights_of)
    def grant(self, who: int, rights: set[str]) -> None:
        """COM-2: an owner may give and take all."""
        person = pick(self.hired(), who)
        owner = self.known.owner_of(person.company)
        self.expect(self.put_rights(self.customer(owner.email), person, rights), 200)
        person.rights = set(rights)

    def hired(self) -> list[Person]:
        """Who is in somebody else's company."""
        return [person for person in self.known.people.values() if not person.owner]
