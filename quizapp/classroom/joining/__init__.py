"""From a code to a name."""
