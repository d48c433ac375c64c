"""Joins the check with the window: its page, what it closes and opens, and the plan it gives."""

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from sijoint_desktop.app.checkup import Checkup, new_sitting
from sijoint_desktop.app.plan import PLAN_ID
from sijoint_desktop.core.dates import date_in_words
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr
from sijoint_desktop.routine.edit import not_startable
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.sheet.check_summary import compose_check_summary
from sijoint_desktop.ui.bridge import StoreState
from sijoint_desktop.ui.checker.page import CheckPage
from sijoint_desktop.ui.main_window import MainWindow
from sijoint_desktop.ui.services import Services
from sijoint_desktop.ui.shell.figures import Figures
from sijoint_desktop.ui.shell.outputs import Outputs

if TYPE_CHECKING:
    from sijoint_desktop.app.outcome import Outcome


class CheckDesk(QObject):
    """Makes the Check page and carries out what it and the lock ask for."""

    def __init__(
        self, services: Services, figures: Figures, outputs: Outputs, window: MainWindow
    ) -> None:
        super().__init__(window)
        self._services = services
        self._figures = figures
        self._outputs = outputs
        self._window = window

    def make_page(self) -> QWidget:
        """Return the Check page."""
        services = self._services
        page = CheckPage(
            checker=services.check.checker,
            checks=self._checkup,
            contacts=services.check.contacts,
            plans=services.check.plans,
            self_tests=services.check.self_tests,
            make_stage=self._figures.make_stage,
            new_sitting=new_sitting,
            due=services.records.check_due,
            country_to_ask=self._country_to_ask,
            library=services.library,
            now=services.clock.now,
            style=services.style,
        )
        page.routine_wished.connect(self._on_plan)
        page.changed.connect(services.bridge.touch)
        page.trouble.connect(self._on_trouble)
        page.summary_wished.connect(self._on_summary)
        page.country_said.connect(self._on_country)
        return page

    def start(self) -> None:
        """Open the Check page and begin a check, unless one is under way there."""
        page = cast("CheckPage", self._window.page("check"))
        self._window.open_page("check")
        if page.wizard is None:
            page.start()

    def reminder(self) -> str:
        """Return before a session that the check is due and why, or nothing."""
        reasons = self._services.records.check_due()
        words = " ".join(reason.words for reason in reasons)
        return tr("{reasons} The Check page leads you through one.", reasons=words) if words else ""

    def is_missing(self) -> bool:
        """Tell whether the person has done no check yet."""
        return self._services.records.last_check() is None

    def may_start(self) -> bool:
        """Tell whether a session may be started now."""
        return not self.why_paused()

    def refuse(self) -> bool:
        """Say why no session may be started now, and tell whether there is such a reason."""
        reasons = self.why_paused()
        if reasons:
            self._window.messages.say(tr("Exercises are paused"), "\n".join(reasons))
        return bool(reasons)

    def refuse_routine(self, routine: Routine) -> bool:
        """Say which exercises of a routine the last check speaks against; tell if there are any."""
        person = self._services.records.fitting().person
        names = not_startable(routine, person, self._services.library)
        if names:
            self._window.messages.say(
                tr("{routine} was not started", routine=routine.name),
                tr(
                    "Left out for you since your last check: {exercises}. The Routines page says "
                    "why, and can make a version that suits you.",
                    exercises=", ".join(names),
                ),
            )
        return bool(names)

    def keep_rescreen(self, answers: object) -> None:
        """Keep the answers before a session, of which one is a yes; from now on they bind."""
        try:
            self._services.store.checkup().rescreen(cast("dict[str, bool]", answers))
        except UserError as fault:
            self._window.messages.say(tr("Your answer was not saved"), str(fault))
            return
        self._services.bridge.touch()

    def _checkup(self) -> Checkup:
        return self._services.store.checkup()

    def why_paused(self) -> tuple[str, ...]:
        """Return why no session may be started now, a line each; nothing where one may be."""
        state = self._services.bridge.state
        if state is StoreState.OPENING:
            return (tr("Your records are being opened. Try again in a moment."),)
        if state is StoreState.FAILED:
            return (
                tr(
                    "Your records cannot be read, so it is not known whether your last check "
                    "allows exercise. Mend that first: the message above says how."
                ),
            )
        try:
            lock = self._services.records.lock()
        except UserError as fault:
            return (str(fault),)
        if lock is None:
            return ()
        from sijoint_desktop.ui.lock.panel import why_lines  # noqa: PLC0415 - whom it concerns

        return (*why_lines(lock), tr("The Check page says why, and what opens them again."))

    def _country_to_ask(self) -> str | None:
        """Return the country as the system has it, or None where the person has said it."""
        services = self._services
        return None if services.preferences.settings.text("country") else services.check.territory()

    def _on_country(self, code: str) -> None:
        self._services.preferences.set("country", code)

    def _on_trouble(self, heading: str, words: str) -> None:
        self._window.messages.say(heading, words)

    def _on_summary(self, outcome: object) -> None:
        """Show the summary of a check before it is printed or saved."""
        of = cast("Outcome", outcome)
        sheet = compose_check_summary(
            of.result,
            of.answers,
            self._services.check.checker(),
            told=of.told,
            at=of.at,
            name=self._services.preferences.settings.text("name"),
            plan=of.plan,
            corrected=of.corrected,
        )
        self._outputs.show_sheet(sheet)

    def _on_plan(self, routine: object) -> None:
        """Follow the routine of a check from now on."""
        today = date_in_words(self._services.clock.now().date())
        named = replace(
            cast("Routine", routine), id=PLAN_ID, name=tr("My routine from {date}", date=today)
        )
        try:
            self._services.store.plan_keeper().begin(named)
        except UserError as fault:
            self._window.messages.say(tr("Your routine was not saved"), str(fault))
            return
        self._services.bridge.touch()
        self._window.open_page("today")
