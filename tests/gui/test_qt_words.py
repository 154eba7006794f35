"""Qt's own words follow the language."""

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from quizapp.gui.qt_words import QtWords


@pytest.fixture
def words(qapp):
    before = QLocale()
    made = QtWords(qapp)
    yield made
    made.use("en")
    QLocale.setDefault(before)


def cancel() -> str:
    return QCoreApplication.translate("QPlatformTheme", "Cancel")


def test_qt_speaks_chinese_then_english(words):
    words.use("zh")
    assert cancel() == "取消"
    assert QLocale().monthName(10) == "十月"
    words.use("en")
    assert cancel() == "Cancel"
    assert QLocale().monthName(10) == "October"
