"""Long runs against what may go wrong, each named by its subject; without one it is `importing`.

python -m tests.endurance [importing] [COUNT] [--seed N] [--from NUMBER] [--only NUMBER] [--keep FOLDER]
python -m tests.endurance attempts [KILLS] [--seed N] [--verbose]
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.endurance.monsters import monsters
from tests.endurance.mutators import Case, mutated
from tests.endurance.running import Run
from tests.endurance.seeds import seeds


def importing(words: list[str]) -> int:
    """Feed the readers of banks and rosters with the monsters and COUNT damaged files; return the exit status.

    Each must give a result or an error in words, within 10 s of processor time and 1 GB. One that does not is kept,
    with the seed and number that make it again.
    """
    parser = argparse.ArgumentParser(prog="python -m tests.endurance importing")
    parser.add_argument("count", nargs="?", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--only", type=int)
    parser.add_argument("--no-monsters", action="store_true")
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "quizapp-endurance")
    arguments = parser.parse_args(words)
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


def attempts(words: list[str]) -> int:
    """Kill the program KILLS times in mid-attempt; return the exit status."""
    from tests.endurance.attempts import Killing, say  # here: it needs Qt

    parser = argparse.ArgumentParser(prog="python -m tests.endurance attempts")
    parser.add_argument("kills", nargs="?", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verbose", action="store_true", help="a line for each life")
    arguments = parser.parse_args(words)
    with tempfile.TemporaryDirectory(prefix="quizapp-endurance-") as folder:
        killing = Killing(Path(folder), arguments.seed)
        killing.run(arguments.kills, _say_line if arguments.verbose else lambda _line: None)
        return say(killing)


def syncs(words: list[str]) -> int:
    """Trace what the disk is asked for each answer; 0 also where this PC does not let programs be traced."""
    from tests.endurance.syncs import say, trace, why_not

    parser = argparse.ArgumentParser(prog="python -m tests.endurance syncs")
    parser.add_argument("answers", nargs="?", type=int, default=300)
    arguments = parser.parse_args(words)
    if reason := why_not():
        _say_line(f"not traced: {reason}")
        return 0
    with tempfile.TemporaryDirectory(prefix="quizapp-endurance-") as folder:
        return say(trace(Path(folder), arguments.answers))


def _say_line(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


SUBJECTS = {"importing": importing, "attempts": attempts, "syncs": syncs}


def main(words: list[str]) -> int:
    """Run the subject named first."""
    if words[:1] and words[0] in SUBJECTS:
        return SUBJECTS[words[0]](words[1:])
    return importing(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
