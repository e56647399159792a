"""A bank measured: what a reader with the cited paragraph finds, and how evenly the pack speaks."""
