"""How fast questions are made: `make bench` measures it and writes `docs/performance.md`."""
