"""`python -m quizapp`: the same as `quizapp`."""

from quizapp.cli import main

main()
