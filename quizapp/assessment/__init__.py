"""Answers and their marks, over plain values: answer forms, parsing, grading."""
