"""Running a program as somebody who may not write everywhere, even when the tests run as root."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.support.server import environment

AS_NOBODY = ("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups")


def unprivileged(*arguments: str) -> tuple[str, ...]:
    """Return the arguments, led by what gives up root's rights if the tests have them."""
    return (*AS_NOBODY, *arguments) if os.geteuid() == 0 else arguments


def as_ordinary_user(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run this Python with these arguments and settings as an ordinary user."""
    return subprocess.run(
        unprivileged(sys.executable, *arguments),
        env=environment(**settings),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
