"""The kinds of question, one module each, behind one small interface."""
