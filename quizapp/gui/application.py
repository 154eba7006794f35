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
    app.setApplicationDisplayName(_("月度测试"))
    return app
