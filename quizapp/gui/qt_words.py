"""The words that Qt itself shows (file dialogs, context menus, month names) in the program's language."""

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

_LOCALES = {
    "zh": QLocale(QLocale.Language.Chinese, QLocale.Country.China),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedStates),
}


class QtWords(QObject):
    """Call `use` at the start and whenever the language changes; widgets made afterwards speak it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._translator: QTranslator | None = None

    def use(self, language: str) -> None:
        """Let Qt speak "zh" or "en"."""
        if self._translator:
            self._app.removeTranslator(self._translator)
            self._translator = None
        QLocale.setDefault(_LOCALES[language])
        if language == "zh":
            self._translator = QTranslator(self)
            self._translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
            self._app.installTranslator(self._translator)
