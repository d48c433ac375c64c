"""Shows the plan of a check: every exercise with its reason, and what is left out and why."""

from PySide6.QtCore import Qt, Signal

from sijoint_desktop.core.language import tr
from sijoint_desktop.routine.planner import Plan
from sijoint_desktop.ui.style.widgets import Button, ButtonKind, Card, Style, Text, TextRole


class PlanCard(Card):
    """One plan; ``use_wished`` carries its routine. ``first`` makes its button the filled one."""

    use_wished = Signal(object)

    def __init__(self, plan: Plan, *, style: Style, first: bool = True) -> None:
        super().__init__(style=style)
        self._plan = plan
        self._say(plan.routine.name, TextRole.H2)
        for note in plan.notes:
            self._say(note, TextRole.BODY, "ink2")
        kind = ButtonKind.PRIMARY if first else ButtonKind.OUTLINE
        self.use = Button(tr("Use this routine"), kind, style=style)
        self.use.clicked.connect(self._on_use)
        self.body.addWidget(self.use, alignment=Qt.AlignmentFlag.AlignLeft)
        for chosen in plan.chosen:
            self.body.addSpacing(6)
            self._say(chosen.exercise.name, TextRole.BODY_BOLD)
            said = [chosen.because, *chosen.adapt]
            if chosen.instead_of:
                said.insert(1, tr("It stands in for {name}.", name=chosen.instead_of.name))
            self._say(" ".join(said), TextRole.CAPTION, "ink2")
        if plan.left_out:
            self.body.addSpacing(8)
            self._say(tr("Left out for now"), TextRole.BODY_BOLD)
            for left in plan.left_out:
                self._say(f"{left.exercise.name}: {left.why}", TextRole.CAPTION, "ink2")

    def _say(self, words: str, role: TextRole, ink: str = "ink") -> None:
        self.body.addWidget(Text(words, role, ink, style=self._style))

    def _on_use(self) -> None:
        self.use_wished.emit(self._plan.routine)
