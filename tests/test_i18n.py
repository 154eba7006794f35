"""Chinese needs no catalogue; English comes from the one that is committed."""

import re
import shlex
import string
import subprocess
import sys
from gettext import GNUTranslations
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from quizapp.i18n import N_, _, _n, _p, read_catalogue, use_language
from quizapp.paths import find_places

ROOT = Path(__file__).parent.parent
TRANSLATIONS = find_places().translations
ENGLISH = TRANSLATIONS / "en" / "LC_MESSAGES"


def test_chinese_is_what_the_code_says() -> None:
    use_language("zh", Path("nowhere"))
    assert _("开始考试") == "开始考试"
    assert _n("{count} 题", "{count} 题", 2) == "{count} 题"
    assert _p("按钮", "开始") == "开始"
    assert N_("开始") == "开始"


def test_english_is_chosen_for_the_whole_process_and_left_again() -> None:
    use_language("en", TRANSLATIONS)
    assert _("数据文件夹（默认：用户自己的数据文件夹）").isascii()
    use_language("zh", TRANSLATIONS)
    assert not _("数据文件夹（默认：用户自己的数据文件夹）").isascii()


def test_one_language_can_be_read_without_choosing_it() -> None:
    assert read_catalogue("en", TRANSLATIONS).gettext("备份文件").isascii()
    assert read_catalogue("zh", TRANSLATIONS).gettext("备份文件") == "备份文件"
    assert _("备份文件") == "备份文件"


def test_without_a_catalogue_the_program_speaks_chinese() -> None:
    use_language("en", Path("nowhere"))
    assert _("备份文件") == "备份文件"


def test_the_english_catalogue_is_complete_and_compiled(tmp_path: Path) -> None:
    """What to do when this fails stands in README under "Translations"."""
    extract, _update, _compile = documented_commands()
    pot = tmp_path / "quizapp.pot"
    subprocess.run(
        [
            sys.executable,
            "-m",
            "babel.messages.frontend",
            "-q",
            *extract[1 : extract.index("-o")],
            "-o",
            pot,
            "quizapp",
        ],
        cwd=ROOT,
        check=True,
    )
    with pot.open("rb") as wanted_file, (ENGLISH / "quizapp.po").open("rb") as given_file:
        wanted, given = read_po(wanted_file), read_po(given_file, locale="en")
    missing = [
        message.id for message in wanted if message.id and not is_translated(given.get(message.id, message.context))
    ]
    assert not missing, f"{len(missing)} texts have no English:\n" + "\n".join(map(str, missing))
    superfluous = [message.id for message in given if message.id and not wanted.get(message.id, message.context)]
    assert not superfluous, f"these texts are no longer in the code: {superfluous}"
    with (ENGLISH / "quizapp.mo").open("rb") as compiled_file:
        compiled = GNUTranslations(compiled_file)
    stale = [message.id for message in given if message.id and not is_same(message, compiled)]
    assert not stale, f"quizapp.mo is older than quizapp.po, compile it again: {stale}"


def test_english_has_the_same_fields_and_no_chinese() -> None:
    with (ENGLISH / "quizapp.po").open("rb") as file:
        catalogue = read_po(file, locale="en")
    wrong = []
    for message in catalogue:
        if message.id:
            originals, translations = forms(message.id), forms(message.string)
            fields = {frozenset(fields_of(text)) for text in originals}
            if any(frozenset(fields_of(text)) not in fields for text in translations):
                wrong.append(f"other fields than {originals}: {translations}")
            if any(re.search(r"[\u3400-\u9fff]", text) for text in translations):
                wrong.append(f"Chinese left in: {translations}")
    assert not wrong, "\n".join(wrong)


def documented_commands() -> list[list[str]]:
    """Return the three pybabel commands as README gives them."""
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    commands = [shlex.split(line) for line in lines if "pybabel " in line]
    return [command[next(i for i, word in enumerate(command) if word.endswith("pybabel")) :] for command in commands]


def forms(text: str | tuple[str, ...] | list[str]) -> list[str]:
    """Return the one text, or singular and plural."""
    return [text] if isinstance(text, str) else list(text)


def fields_of(text: str) -> set[str]:
    """Return the names of the fields that `.format` fills in."""
    return {name for _literal, name, _spec, _conversion in string.Formatter().parse(text) if name}


def is_translated(message: Message | None) -> bool:
    """Tell whether every form has its English."""
    return message is not None and all(forms(message.string)) and not message.fuzzy


def is_same(message: Message, compiled: GNUTranslations) -> bool:
    """Tell whether the compiled catalogue says what the readable one says."""
    singular, *plural = forms(message.id)
    if message.context:
        found = [compiled.pgettext(message.context, singular)]
    elif plural:
        found = [compiled.ngettext(singular, *plural, count) for count in (1, 2)]
    else:
        found = [compiled.gettext(singular)]
    return found == forms(message.string)
