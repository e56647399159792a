"""The commands of `quizapp`, one module for each group of them."""
