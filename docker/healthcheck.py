#!/usr/bin/env python3
"""Ask the server in this container whether it lives; ends with 1 when it does not say so in time."""

import os
import sys
from http import HTTPStatus
from urllib.error import URLError
from urllib.request import urlopen

SECONDS = 2.5
"""Less than the image's HEALTHCHECK waits."""


def main() -> int:
    """Give the exit code."""
    address = f"http://127.0.0.1:{os.environ.get('PYTAKE_PORT', '8000')}/api/v1/health/live"
    try:
        with urlopen(address, timeout=SECONDS) as answer:
            return 0 if answer.status == HTTPStatus.OK else 1
    except (URLError, OSError):
        return 1


if __name__ == "__main__":
    sys.exit(main())
