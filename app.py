"""The Chalice app."""

# First, because garbage collection waits from here on.
from chalicelib.base import collector  # noqa: F401

# isort: split
from chalicelib.companies.service import authenticate
from chalicelib.entry.all_jobs import register_jobs
from chalicelib.entry.api import Api
from chalicelib.entry.serve import authenticate_by
from chalicelib.tokens.service import authenticate as authenticate_token

authenticate_by(authenticate, authenticate_token)
app = Api("kontor")
register_jobs(app)
