"""Sets the language of the program: the chosen one, or what the computer is set to."""

import gettext
import io
from typing import TYPE_CHECKING

from PySide6.QtCore import QFile, QLibraryInfo, QLocale, QTranslator

from sijoint_desktop.bootstrap.shipped import resource
from sijoint_desktop.core.language import LANGUAGES, Habits, language, speak

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication  # commands that paint nothing load none


def speak_language(chosen: str) -> None:
    """Use a language for all that is said from now on; "" takes that of the computer.

    Numbers and dates are written as in the computer's country where it speaks the language.
    """
    code = chosen or system_language()
    locale = _locale(code)
    path = f":/locale/{code}.mo"
    catalog = gettext.GNUTranslations(io.BytesIO(resource(path))) if QFile.exists(path) else None
    speak(code, catalog, habits_of(locale))
    QLocale.setDefault(locale)


def system_language() -> str:
    """Return the first language that the computer is set to and the program speaks."""
    wanted = (name.partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((code for code in wanted if code in LANGUAGES), "en")


def _locale(code: str) -> QLocale:
    system = QLocale.system()
    if system.name().partition("_")[0] == code:
        return system
    # the C locale is American in its dates, which no reader of English elsewhere expects
    return QLocale("en_GB" if code == "en" else code)


def habits_of(locale: QLocale) -> Habits:
    """Return how a locale of Qt writes numbers and dates."""
    long_date = locale.dateFormat(QLocale.FormatType.LongFormat)
    return Habits(
        decimal_point=locale.decimalPoint(),
        first_weekday=locale.firstDayOfWeek().value - 1,
        month_first=long_date.find("M") < long_date.replace("dddd", "    ").find("d"),
        half_day_clock="A" in locale.timeFormat(QLocale.FormatType.ShortFormat).upper(),
    )


def translate_qt(app: "QApplication") -> QTranslator:
    """Have Qt's own words, such as those of its dialogs, in the language in use; return what does.

    The direction of the windows follows the language, too.
    """
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator(app)
    if translator.load(f"qtbase_{language()}", folder):
        app.installTranslator(translator)
    app.setLayoutDirection(QLocale().textDirection())
    return translator
