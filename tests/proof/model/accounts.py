"""Steps around accounts: registering, activating, signing in and out, new passwords."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.builders import PASSWORD
from tests.client import Client
from tests.proof.model.reference import SESSION, WEEK, Link, Person, Session
from tests.proof.model.scene import Scene, pick

EMAILS = [f"{name}@nordwerk.example" for name in ("ada", "ben", "cleo")]
HIRED = [f"{name}@nordwerk.example" for name in ("dora", "emil")]
PASSWORDS = [PASSWORD, "Tr4velling-Otter"]
numbers = st.integers(0, 30)


class Accounts(Scene):
    """ACC-1 to ACC-8."""

    @rule(who=numbers, license_=numbers)
    def register(self, who: int, license_: int) -> None:
        """ACC-1, ACC-2."""
        email, wanted = pick(EMAILS, who), pick(self.known.licenses, license_)
        form = {
            "first_name": "Ada", "last_name": "Lind", "company_name": f"Werk {email}",
            "email": email, "country": "DE", "activation_code": wanted.code,
            "accept_terms": "1", "accept_privacy": "1", "language": "en",
        }  # fmt: skip
        answer = self.ask({}, "POST", "/api/registrations", form)
        if reason := wanted.refusal("", self.now):
            return self.expect_reason(answer, "activation_code", reason)
        self.expect(answer, 202)
        if email not in self.known.people:
            token = self.token_to(email, "account_activate")
            self.known.links.append(Link("activate", token, email, self.now + WEEK, wanted))
        return None

    @precondition(lambda self: self.links("activate"))
    @rule(which=numbers, password=numbers)
    def activate(self, which: int, password: int) -> None:
        """ACC-2, ACC-3."""
        link, chosen = self.link("activate", which), pick([*PASSWORDS, "short"], password)
        body = {"token": link.token, "password": chosen, "password_repeat": chosen}
        answer = self.ask({}, "POST", "/api/activations", body)
        wanted = link.license
        assert wanted is not None
        if refusal := link.refusal(self.now):
            return self.expect(answer, *refusal)
        if chosen == "short":
            assert answer.status == 422
            return None
        if wanted.unusable(self.now):
            return self.expect(answer, 409, "license_not_active")
        if wanted.holder:
            return self.expect(answer, 409, "license_elsewhere")
        if link.about in self.known.people:
            return self.expect(answer, 409, "address_taken")
        self.expect(answer, 200)
        link.spent, wanted.holder = True, self.known.new_company(link.about)
        self.known.people[link.about] = Person(link.about, chosen, wanted.holder, owner=True)
        return None

    def session(self, number: int) -> Session:
        """Mostly one that lives, where there is one."""
        living = [session for session in self.known.sessions if session.lives(self.now)]
        return pick(living if living and number % 6 else self.known.sessions, number)

    def link(self, kind: str, number: int) -> Link:
        """Mostly one that is still good, where there is one."""
        links = self.links(kind)
        good = [link for link in links if link.refusal(self.now) is None]
        return pick(good if good and number % 3 else links, number)

    def links(self, kind: str) -> list[Link]:
        """All of a kind, the dead ones too."""
        return [link for link in self.known.links if link.kind == kind]

    @rule(who=numbers, password=numbers, browser=numbers)
    def sign_in(self, who: int, password: int, browser: int) -> None:
        """ACC-5: in a new browser, or in one whose session ends by that."""
        email = pick([*self.known.people, *EMAILS], who)
        person = self.known.people.get(email)
        typed = person.password if person and password % 4 else pick(PASSWORDS, password)
        used = pick([None, *self.known.sessions], browser)
        cookies = dict(used.cookies) if used else {}
        answer = self.ask(cookies, "POST", "/api/sessions", {"email": email, "password": typed})
        if person is None or person.password != typed:
            return self.expect(answer, 401, "sign_in_failed")
        self.expect(answer, 200)
        if used and used.lives(self.now):
            used.over = True
        client = Client()
        client.take_cookies(answer)
        opened = Session(person, person.generation, self.now + SESSION, client.cookies)
        self.known.sessions.append(opened)
        return None

    @precondition(lambda self: self.known.sessions)
    @rule(which=numbers)
    def sign_out(self, which: int) -> None:
        """ACC-5: this browser only."""
        session = self.session(which)
        lived = session.lives(self.now)
        answer = self.ask(session.cookies, "DELETE", "/api/sessions/current")
        self.last = None
        self.expect(answer, *((204, "") if lived else (401, "not_signed_in")))
        session.over = True

    @rule(who=numbers)
    def ask_for_a_new_password(self, who: int) -> None:
        """ACC-6: the same answer to everybody."""
        email = pick([*EMAILS, *HIRED], who)
        self.expect(self.ask({}, "POST", "/api/password-resets", {"email": email}), 202)
        if person := self.known.people.get(email):
            token = self.token_to(email, "password_reset")
            made = Link("reset", token, email, self.now + WEEK, generation=person.generation)
            made.person = person
            self.known.links.append(made)

    @precondition(lambda self: self.links("reset"))
    @rule(which=numbers, password=numbers)
    def set_a_new_password(self, which: int, password: int) -> None:
        """ACC-6, ACC-7: every session is over, and every other link."""
        link, chosen = self.link("reset", which), pick(PASSWORDS, password)
        body = {"token": link.token, "password": chosen, "password_repeat": chosen}
        answer = self.ask({}, "POST", "/api/password-resets/redeem", body)
        person = link.person
        assert person is not None
        if refusal := link.refusal(self.now):
            return self.expect(answer, *refusal)
        if person.gone:
            return self.expect(answer, 404, "link_unknown")
        if link.generation != person.generation:
            return self.expect(answer, 410, "link_used")
        self.expect(answer, 200)
        link.spent, person.password = True, chosen
        person.generation += 1
        return None
