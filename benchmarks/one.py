"""`python -m benchmarks.one FACTS SEED FORMS`: one run, its figures as a line of JSON."""

from __future__ import annotations

import json
import sys

from benchmarks.measuring import measure


def main(facts: str, seed: str, forms: str) -> None:
    """Measure once and print what was found."""
    sys.stdout.write(json.dumps(measure(int(facts), seed, int(forms)).to_json()) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
