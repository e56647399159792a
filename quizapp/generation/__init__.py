"""Facts to questions: one module per kind of question, distractors, rules, forms."""
