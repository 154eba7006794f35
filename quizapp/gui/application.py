"""The one QApplication of the process."""

import sys

from PySide6.QtWidgets import QApplication

from quizapp.i18n import _


def make_application() -> QApplication:
    """The QApplication, made now if there is none yet."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("QuizApp")
    name_application()
    return app


def name_application() -> None:
    """Write the program's name into the title bars, in the language chosen now."""
    QApplication.setApplicationDisplayName(_("月度测试"))
