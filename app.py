"""The Chalice app: registers what the features declare."""

# First, because garbage collection waits from here on.
from chalicelib.base import collector

# isort: split
from chalice import Chalice

from chalicelib.accounts.routes import routes as accounts
from chalicelib.catalog.routes import routes as catalog
from chalicelib.companies.routes import logo, members, profile
from chalicelib.companies.service import authenticate
from chalicelib.console.routes import companies as console_companies
from chalicelib.console.routes import imports, queues
from chalicelib.entry.all_jobs import register_jobs
from chalicelib.entry.http import register
from chalicelib.entry.serve import authenticate_by
from chalicelib.factors.routes import own as own_factors
from chalicelib.factors.routes import signing_in
from chalicelib.invitations.routes import routes as invitations
from chalicelib.journeys.routes import leaving, registration
from chalicelib.journeys.routes import staff as journeys_staff
from chalicelib.licenses.routes import (
    activation,
    checks,
    deny_list,
    desk,
    devices,
    history,
    managing,
    public,
)
from chalicelib.licenses.routes import licenses as company_licenses
from chalicelib.orders.routes import routes as orders
from chalicelib.staff.routes import routes as vendors_people
from chalicelib.tickets.routes import licenses as on_licenses
from chalicelib.tickets.routes import requests, staff, surveys, uploads
from chalicelib.tokens.routes import routes as tokens
from chalicelib.tokens.service import authenticate as authenticate_token
from chalicelib.trials.routes import routes as trials

app = Chalice(app_name="kontor")
authenticate_by(authenticate, authenticate_token)
tickets = (requests.routes, staff.routes, uploads.routes, surveys.routes)
licenses = (
    *(company_licenses.routes, public.routes, history.routes, devices.routes),
    *(activation.routes, deny_list.routes),
)
license_desk = (managing.routes, desk.routes, checks.routes, on_licenses.routes)
journeys = (registration.routes, leaving.routes, journeys_staff.routes)
console = (queues.routes, console_companies.routes, imports.routes)
register(app, *console)
register(app, *journeys)
register(app, *tickets)
register(app, orders, trials, *licenses, *license_desk)
companies = (profile.routes, members.routes, logo.routes)
register(app, catalog, invitations)
register(app, *companies)
register(app, tokens, accounts)
register(app, own_factors.routes, signing_in.routes, vendors_people)
register_jobs(app)
collector.resume()
