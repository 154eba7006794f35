"""The house stands as it is drawn: layers, sizes, docstrings, a test file for every module, every text translatable."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "quizapp"
TESTS = ROOT / "tests"
FILE_LINES = 500
FUNCTION_LINES = 60
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "managers", "manager"}
TRANSLATORS = {"_", "_n", "_p", "N_"}
CHINESE = re.compile(r"[\u3400-\u9fff]")

# Tests of no single module: whole journeys, measurements, damaged files, banks that come along or lie beside, the
# structure itself.
FREE_TESTS = (
    "journeys/", "benchmarks/", "endurance/", "questions/", "excel/test_fuzz.py", "excel/test_real_workbooks.py",
    "test_architecture.py",
)  # fmt: skip
EXEMPTION = re.compile(r"#\s*(noqa\b(?::\s*[A-Z0-9, ]+)?|type:\s*ignore(?:\[[^\]]*\])?|pragma:[^#]*)(.*)")

MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")
PACKAGES = sorted(PACKAGE.rglob("__init__.py"))
SOURCES = {
    path: path.read_text(encoding="utf-8")
    for path in sorted([ROOT / "main.py", *PACKAGE.rglob("*.py"), *TESTS.rglob("*.py")])
    if path.name != "__init__.py"
}


def name_of(path: Path) -> str:
    """Return the path as it is written in the source tree."""
    return path.relative_to(ROOT).as_posix()


def expected_test(path: Path) -> Path:
    """Return the test file of a module."""
    if path.name == "__main__.py":
        return TESTS / "test_main.py"  # it and main.py are one door
    room = path.parent.relative_to(PACKAGE)
    if "migrations" in room.parts:
        return TESTS / "db" / "test_migrate.py"  # one test runs all of Alembic's steps
    return TESTS / room / f"test_{path.name}"


def run(*arguments: str) -> None:
    """Run a tool of the environment on the tree and show what it says when it is not content."""
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        pytest.fail(f"{' '.join(arguments)}\n{done.stdout}\n{done.stderr}", pytrace=False)


def test_imports_point_downwards() -> None:
    run("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()")


def test_ruff_has_nothing_to_say() -> None:
    run("-m", "ruff", "check", "--quiet", "--output-format=concise", ".")


def test_the_code_is_formatted() -> None:
    run("-m", "ruff", "format", "--check", ".")


def test_the_types_are_right() -> None:
    run("-m", "mypy")


def test_every_module_has_its_test_file() -> None:
    missing = [
        f"{name_of(path)} has no test file: write {name_of(expected)}"
        for path in MODULES
        if not (expected := expected_test(path)).exists()
    ]
    assert not missing, "\n" + "\n".join(missing)


def test_every_test_file_has_its_module() -> None:
    expected = {expected_test(path) for path in MODULES}
    strays = [
        f"{name_of(path)} tests no module of this name in {name_of(PACKAGE / path.parent.relative_to(TESTS))}"
        for path in sorted(TESTS.rglob("test_*.py"))
        if path not in expected and not path.relative_to(TESTS).as_posix().startswith(FREE_TESTS)
    ]
    assert not strays, "\n" + "\n".join(strays)


def test_every_module_says_why_it_exists() -> None:
    silent = [name_of(path) for path, text in SOURCES.items() if not re.match(r'(#.*\n)*r?"""\S', text)]
    assert not silent, f"no docstring that says why the module exists: {silent}"


def test_packages_are_empty_and_names_are_plain() -> None:
    full = [name_of(path) for path in PACKAGES if path.read_bytes()]
    assert not full, f"must be empty, import from the module that defines the thing: {full}"
    vague = [name_of(path) for path in SOURCES if path.stem in VAGUE_NAMES]
    assert not vague, f"name the subject instead: {vague}"


def test_files_and_functions_are_short() -> None:
    """The steps of a migration are a list of tables and may be as long as the list."""
    long = []
    for path, text in SOURCES.items():
        lines = len(text.splitlines())
        if lines > FILE_LINES:
            long.append(f"{name_of(path)} has {lines} lines, the wall is {FILE_LINES}: split it by subject")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and "versions" not in path.parts:
                lines = (node.end_lineno or 0) - node.lineno + 1
                if lines > FUNCTION_LINES:
                    long.append(f"{name_of(path)}:{node.lineno} {node.name} has {lines} lines of {FUNCTION_LINES}")
    assert not long, "\n" + "\n".join(long)


def test_every_exemption_gives_its_reason_on_the_line() -> None:
    bare = []
    for path, text in SOURCES.items():
        for number, line in enumerate(text.splitlines(), start=1):
            found = EXEMPTION.search(line)
            if found and path != Path(__file__) and not re.search(r"\w{2}", found[2]):
                bare.append(f"{name_of(path)}:{number} {found[0]}")
    assert not bare, "exemptions without a reason:\n" + "\n".join(bare)


def test_every_text_goes_through_a_translator() -> None:
    """A Chinese literal that no user reads says so in its statement, `# no _(): why`; so may a whole module of data."""
    problems = []
    for path in MODULES:
        text = SOURCES[path]
        if re.search(r"^# no _\(\) in this module: \w+", text, re.MULTILINE):
            continue
        lines = text.splitlines()
        for literal, first, last in chinese_literals(ast.parse(text)):
            if not any(re.search(r"# no _\(\): \w+", line) for line in lines[first - 1 : last]):
                problems.append(f"{name_of(path)}:{literal.lineno} {literal.value!r}")
    assert not problems, "Chinese text outside _(), _n(), _p(), N_():\n" + "\n".join(problems)


def test_nothing_is_translated_at_import_time_or_glued() -> None:
    """At import time no language is chosen yet; what is glued cannot be found in a catalogue."""
    problems = []
    for path in MODULES:
        tree = ast.parse(SOURCES[path])
        for call, name in translations(tree, only_at_import=True):
            if name != "N_":
                problems.append(f"{name_of(path)}:{call.lineno} {name}() at import time: N_() here, _() where shown")
        for call, name in translations(tree, only_at_import=False):
            if any(is_glued(argument) for argument in call.args):
                problems.append(
                    f"{name_of(path)}:{call.lineno} {name}() wants one plain text, or a name, and nothing else"
                )
    assert not problems, "\n" + "\n".join(problems)


def test_what_is_installed_is_the_whole_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed = set(project["tool"]["setuptools"]["packages"]) - {"quizapp.resources", "quizapp.questions"}
    folders = {".".join(path.parent.relative_to(ROOT).parts) for path in PACKAGES}
    assert listed == folders, "[tool.setuptools] packages in pyproject.toml is not what stands in the source tree"


def translations(tree: ast.AST, *, only_at_import: bool) -> Iterator[tuple[ast.Call, str]]:
    """Yield every call of a translator with its name."""
    pending = [tree]
    while pending:
        node = pending.pop()
        if only_at_import and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TRANSLATORS:
            yield node, node.func.id
        pending.extend(ast.iter_child_nodes(node))


def chinese_literals(tree: ast.Module) -> Iterator[tuple[ast.Constant, int, int]]:
    """Yield each Chinese literal that is no docstring, no pattern and in no translator's hands, with its lines."""
    pending: list[tuple[ast.AST, ast.stmt | None]] = [(tree, None)]
    while pending:
        node, statement = pending.pop()
        if isinstance(node, ast.stmt):
            statement = None if hasattr(node, "body") else node
        if isinstance(node, ast.Call) and is_free(node.func):
            continue
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue  # a docstring
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CHINESE.search(node.value):
            # A literal in the head of an `if`, `for`, `case` or `def` is explained on its own line.
            around = statement or node
            yield node, around.lineno, around.end_lineno or around.lineno
        pending.extend((child, statement) for child in ast.iter_child_nodes(node))


def is_glued(argument: ast.expr) -> bool:
    """Tell whether a translator is given neither one plain text nor the place where a text marked by N_() lies."""
    if isinstance(argument, ast.Constant):
        return False
    return any(isinstance(part, ast.Constant) and isinstance(part.value, str) for part in ast.walk(argument))


def is_free(function: ast.expr) -> bool:
    """Tell whether a called function may be given Chinese: a translator, or something of `re`."""
    if isinstance(function, ast.Attribute) and function.attr == "horizontalAdvance":
        return True  # a letter is measured, not shown
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
        return function.value.id == "re"
    return isinstance(function, ast.Name) and function.id in TRANSLATORS
