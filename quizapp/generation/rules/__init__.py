"""Item-writing rules: what makes a question, a bank or a form flawed, as values with their checks."""
