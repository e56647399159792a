"""A learner's sitting of an assignment, under its review policy."""
