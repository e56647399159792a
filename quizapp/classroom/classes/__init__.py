"""Classes and their rosters."""
