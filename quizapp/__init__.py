"""Says Who?: a fact-check quiz that ties every question to a cited source."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("quizapp")
except PackageNotFoundError:  # a checkout that was never installed
    __version__ = "0.0.0"
