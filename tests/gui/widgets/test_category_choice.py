"""A category is one of the usual ones, one in use, or any other; what is stored does not depend on the language."""

from pathlib import Path

from quizapp.gui.widgets.category_choice import CategoryChoice
from quizapp.i18n import use_language

TRANSLATIONS = Path(__file__).parents[3] / "resources" / "translations"


def test_the_usual_ones_and_those_in_use(theme):
    choice = CategoryChoice(["返聘", "公务员"])
    texts = [choice.itemText(at) for at in range(choice.count())]
    assert texts[0] == ""
    assert texts[1] == "公务员"
    assert texts[-1] == "返聘"
    assert texts.count("公务员") == 1
    assert choice.category == ""


def test_another_can_be_typed_or_shown(theme):
    choice = CategoryChoice()
    choice.setEditText(" 见习 ")
    assert choice.category == "见习"
    choice.set_category("返聘")
    assert (choice.currentText(), choice.category) == ("返聘", "返聘")
    choice.set_category("事业")
    assert choice.category == "事业"


def test_what_is_stored_is_the_bureau_s_word(theme):
    use_language("en", TRANSLATIONS)
    choice = CategoryChoice()
    choice.set_category("公务员")
    assert choice.currentText() != "公务员"
    assert choice.category == "公务员"
