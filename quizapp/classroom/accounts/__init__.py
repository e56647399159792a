"""Teachers: set-up, invitations, signing in and out, passwords."""
