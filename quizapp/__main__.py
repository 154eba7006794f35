"""`python -m quizapp`: the same door as main.py, for a program that was installed from a wheel."""

import multiprocessing
import sys


def run() -> int:
    """Run the program with the process's own arguments; return the exit status."""
    multiprocessing.freeze_support()  # in a frozen program a child process does its work here and goes no further
    from quizapp.app import main

    return main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(run())
