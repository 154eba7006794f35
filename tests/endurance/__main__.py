"""Feeds the readers of question banks and rosters with thousands of damaged and hostile files.

    python -m tests.endurance [COUNT] [--seed N] [--from NUMBER] [--only NUMBER] [--keep FOLDER]

Each file must give a result or an error in words, within 10 s of processor time and 1 GB. A file that does not is kept,
with the seed and number that make it again. The exit status is 1 where one does not.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.endurance.monsters import monsters
from tests.endurance.mutators import Case, mutated
from tests.endurance.running import Run
from tests.endurance.seeds import seeds


def main() -> int:
    """Run the monsters and COUNT mutations; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.endurance")
    parser.add_argument("count", nargs="?", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--only", type=int)
    parser.add_argument("--no-monsters", action="store_true")
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "quizapp-endurance")
    arguments = parser.parse_args()
    sound = seeds()
    run = Run(arguments.seed, arguments.count, arguments.keep)
    if arguments.only is not None:
        run.judge(mutated(sound, arguments.only, arguments.seed))
        return run.finish()
    for number, one in enumerate(sound):
        run.judge(Case(-number - 1, one.name, one.content, ("nothing",), one.reader))
    for monster in () if arguments.no_monsters else monsters():
        run.judge_monster(monster)
    for number in range(arguments.first, arguments.first + arguments.count):
        run.judge(mutated(sound, number, arguments.seed))
    return run.finish()


if __name__ == "__main__":
    sys.exit(main())
