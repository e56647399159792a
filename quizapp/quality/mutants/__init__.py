"""Flaws put into clean questions, and changes that only look like flaws: the trial of the rules."""
