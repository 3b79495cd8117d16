import sys

# Where pyOpenSSL is installed (passkeys need it) botocore loads it, cryptography with it,
# and then uses the standard library all the same: a tenth of a cold start for nothing.
sys.modules.setdefault("urllib3.contrib.pyopenssl", None)  # type: ignore[arg-type]
