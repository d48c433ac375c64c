"""Puts an exercise from its own page into a routine, at its end or in the place of another."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu

from sijoint_desktop.app.plan import swapped
from sijoint_desktop.app.shelf import free_name, new_id
from sijoint_desktop.content.model import Exercise, Level
from sijoint_desktop.core.language import tr
from sijoint_desktop.routine.edit import added, is_full, slot_for
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.ui.main_window import MainWindow
from sijoint_desktop.ui.services import Services
from sijoint_desktop.ui.shell.undo import Edits


class AddToRoutine(QObject):
    """Asks into which routine with a menu, and says what came of it."""

    def __init__(self, services: Services, edits: Edits, window: MainWindow) -> None:
        super().__init__(window)
        self._services = services
        self._edits = edits
        self._window = window
        self._adding: tuple[str, Level] | None = None

    def offer(self, exercise_id: str, level: object) -> None:
        """Ask into which routine an exercise shall go."""
        self._adding = (exercise_id, Level(str(level)))
        shelf = self._services.records.shelf()
        menu = QMenu(self._window)
        menu.setAccessibleName(tr("Add to which routine?"))
        plan = shelf.find(shelf.plan)
        if plan is not None:
            self._add_action(menu, tr("{routine} (in use)", routine=plan.name), plan.id)
        for routine in shelf.own:
            if routine.id != shelf.plan:
                self._add_action(menu, routine.name, routine.id)
        self._add_action(menu, tr("A new routine"), "")
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos())

    def _add_action(self, menu: QMenu, words: str, routine_id: str) -> None:
        action = menu.addAction(words.replace("&", "&&"))
        action.setData(routine_id)
        action.triggered.connect(self._on_chosen)

    def _on_chosen(self) -> None:
        sender = self.sender()
        if self._adding is None or not isinstance(sender, QAction):
            return
        exercise_id, level = self._adding
        exercise = self._services.library.get(exercise_id)
        target = self._services.records.shelf().find(str(sender.data()))
        refused = tr("{exercise} was not added", exercise=exercise.name)
        if self._services.records.fitting().left_out(exercise):
            self._window.messages.say(refused, tr("It is left out for you."))
        elif target is not None and is_full(target):
            text = tr("{routine} is full.", routine=target.name)
            self._window.messages.say(refused, text)
        else:
            self._put(exercise, level, target)

    def swap(self, old: str, new: str) -> None:
        """Put one exercise in the place of another in the routine that is followed."""
        library = self._services.library
        plan = self._services.records.plan().routine
        words = tr("swapping {exercise}", exercise=library.get(old).name)
        own = self._edits.own_version(swapped(plan, old, new, library), words)
        if own is not None and self._edits.make(lambda keeper: keeper.edited(own, words)):
            self._say_changed(own, library.get(new))

    def _put(self, exercise: Exercise, level: Level, target: Routine | None) -> None:
        """Put an exercise at the end of a routine, of a new one where None."""
        words = tr("adding {exercise}", exercise=exercise.name)
        slot = slot_for(exercise, level)
        if target is None:
            name = free_name(tr("My routine"), self._services.records.shelf())
            own: Routine | None = added(Routine(new_id(), name, "", ()), slot)
        else:  # a copy of one of the program's is kept with the exercise in it, as one step
            own = self._edits.own_version(added(target, slot), words)
        if own is not None and self._edits.make(lambda keeper: keeper.edited(own, words)):
            self._say_changed(own, exercise)

    def _say_changed(self, routine: Routine, exercise: Exercise) -> None:
        text = tr("{routine} has {exercise} now.", routine=routine.name, exercise=exercise.name)
        self._window.messages.say(tr("Your routine was changed"), text, "soft")
