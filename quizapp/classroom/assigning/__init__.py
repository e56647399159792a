"""Making an assignment, and handing it out."""
