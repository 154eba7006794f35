"""Start QuizApp. Child processes import this file again, so it only hands over to quizapp/app.py."""

import multiprocessing
import sys

if __name__ == "__main__":
    multiprocessing.freeze_support()  # in a frozen program a child process does its work here and goes no further
    from quizapp.app import main

    sys.exit(main(sys.argv[1:]))
