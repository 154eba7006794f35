"""The tree of errors is as its docstring draws it."""

import re

import quizapp.errors
from quizapp.errors import QuizAppError


def test_the_drawing_shows_every_error_in_its_place() -> None:
    branches: list[str] = []
    drawn: dict[str, str] = {}
    for line in (quizapp.errors.__doc__ or "").splitlines()[2:]:
        found = re.match(r"([│├└─ ]*)([A-Z]\w+)", line)
        if found:
            depth = len(found[1]) // 4
            branches[depth:] = [found[2]]
            drawn[found[2]] = branches[depth - 1] if depth else "Exception"
    classes = {name: kind for name, kind in vars(quizapp.errors).items() if isinstance(kind, type)}
    assert drawn == {name: kind.__base__.__name__ for name, kind in classes.items()}
    assert all(issubclass(kind, QuizAppError) for kind in classes.values())
