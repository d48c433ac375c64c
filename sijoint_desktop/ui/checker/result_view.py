"""The result of a check: what to do first, then why, then the pattern and the plan."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sijoint_desktop.app.outcome import Outcome
from sijoint_desktop.core.dates import date_in_words
from sijoint_desktop.core.language import mark, plural, tr
from sijoint_desktop.triage.advice import Advice
from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.checker import Result
from sijoint_desktop.triage.lock import ADULT_FROM, LockState
from sijoint_desktop.triage.pattern import HONESTY_NOTE, PATTERNS, Pattern, Profile
from sijoint_desktop.triage.question import Catalogue, Reply
from sijoint_desktop.triage.urgency import Urgency
from sijoint_desktop.ui.checker.plan_card import PlanCard
from sijoint_desktop.ui.lock.looks import LOOKS
from sijoint_desktop.ui.lock.panel import opening_lines, why_lines
from sijoint_desktop.ui.style.widgets import (
    Button,
    Card,
    IconLabel,
    NoteText,
    Page,
    Style,
    Text,
    TextRole,
)

LEVEL_WORDS = {
    Urgency.SELF_CARE: mark("Self-care"),
    Urgency.LIMITED: mark("Limits"),
    Urgency.CLINICIAN: mark("Clinician"),
    Urgency.URGENT: mark("Urgent"),
    Urgency.EMERGENCY: mark("Emergency"),
}
SUMMARY_WORDS = mark("Summary for a clinician")
_PATTERN_WORDS = {
    Profile.STIFF: mark("Stiff"),
    Profile.TIGHT: mark("Tight muscles"),
    Profile.UNSTABLE: mark("Bears load poorly"),
}
_MOST_POINTS = 12  # the bar of a score is full here; more is rare


class LevelBar(QWidget):
    """Where the level stands among the five, in shape, colour and words."""

    def __init__(self, level: Urgency, token: str, text_token: str, *, style: Style) -> None:
        super().__init__()
        number = level.rank + 1
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        said = tr("Level {number} of 5: {level}", number=number, level=tr(LEVEL_WORDS[level]))
        column.addWidget(Text(said, TextRole.CAPTION_BOLD, text_token, style=style))
        column.addWidget(_Fifths(level, token, style=style))
        self.setAccessibleName(said)


class _Fifths(QWidget):
    def __init__(self, level: Urgency, token: str, *, style: Style) -> None:
        super().__init__()
        self._rank, self._token, self._style = level.rank, token, style
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for five bars."""
        return QSize(self._style.px(280), 10)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw five bars, the present one filled."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        wide = (self.width() - 4 * 4) / 5
        for rank in range(5):
            bar = QRectF(rank * (wide + 4), 1, wide, 8)
            if rank == self._rank:
                painter.setBrush(self._style.color(self._token))
            elif self._style.theme.contrast:  # its line would be as strong as the level
                painter.fillRect(bar.adjusted(0, 7, 0, 0), self._style.color("line"))
                continue
            else:
                painter.setBrush(self._style.color("line"))
            painter.drawRoundedRect(bar, 4, 4)


class _ScoreBar(QProgressBar):
    """A score as a flat bar; the leading pattern is in the colour of action."""

    def __init__(self, points: int, *, leads: bool, style: Style) -> None:
        super().__init__()
        self._style, self._leads = style, leads
        self.setRange(0, _MOST_POINTS)
        self.setValue(min(points, _MOST_POINTS))
        self.setTextVisible(False)
        self.setFixedHeight(12)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the groove and the part that is reached."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        reached = whole.adjusted(0, 0, -whole.width() * (1 - self.value() / self.maximum()), 0)
        token = "accent" if self._leads else "control"
        for box, ground in ((whole, "sunken"), (reached, token)):
            painter.setBrush(self._style.color(ground))
            painter.drawRoundedRect(box, 6, 6)


def _said(code: str, answers: Answers, catalogue: Catalogue) -> str:
    """Return an answer with its value where that is more than a yes."""
    question, value = catalogue[code], answers.get(code)
    if value is None or value == Reply.YES:
        return question.sign
    return f"{question.sign}: {question.words(value)}"


class ResultView(Page):
    """Everything a person needs to know about their result.

    ``use_wished`` carries the plan's routine; ``summary_wished`` asks for the summary on paper.
    """

    use_wished = Signal(object)
    summary_wished = Signal()

    def __init__(self, outcome: Outcome, catalogue: Catalogue, *, style: Style) -> None:
        super().__init__(style=style)
        self._style = style
        result, plan = outcome.result, outcome.plan
        self.setAccessibleName(" ".join((f"{outcome.told.heading}.", *outcome.told.lines)))
        self.body.addWidget(self._banner(outcome.told))
        if outcome.lock is not None:
            self.body.addWidget(self._held(outcome.lock))
        if outcome.spoken:
            self.body.addWidget(self._say(outcome.spoken))
        self.summary = Button(tr(SUMMARY_WORDS), style=style)
        self.summary.clicked.connect(self.summary_wished)
        self.body.addWidget(self.summary, alignment=Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._why(result, outcome.answers, catalogue))
        if result.locked:
            self.body.addWidget(self._paused(result, outcome.answers))
        if result.pattern is not None:
            self.body.addWidget(self._pattern(result.pattern))
        if plan is not None:
            self.plan = PlanCard(plan, style=style)
            self.plan.use_wished.connect(self.use_wished)
            self.body.addWidget(self.plan)
        day = date_in_words(outcome.at.date())
        note = tr(
            "Check of {day}. This guides the choice of exercises. It is not a diagnosis.", day=day
        )
        self.body.addWidget(Text(note, TextRole.CAPTION, "ink2", style=style))
        self.body.addStretch(1)

    def _banner(self, advice: Advice) -> Card:
        ground, icon, edge = LOOKS[advice.level]
        token = "accent" if ground == "soft" else ground
        text_token = "ink" if ground == "soft" else f"{ground}_text"
        card = Card(style=self._style, level=ground, edge_px=edge)
        row = QHBoxLayout()
        row.setSpacing(20)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(IconLabel(icon, 40, token, style=self._style), alignment=top)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(Text(advice.heading, TextRole.H1, text_token, style=self._style))
        for line in advice.lines:
            words.addWidget(Text(line, TextRole.LEAD, text_token, style=self._style))
        words.addWidget(LevelBar(advice.level, token, text_token, style=self._style))
        row.addLayout(words, 1)
        card.body.addLayout(row)
        card.setAccessibleName(advice.heading)
        return card

    def _say(self, spoken: Sequence[str]) -> Card:
        card = self._card(tr("What to say"))
        how = tr("Read this out when you call.")
        card.body.addWidget(Text(how, TextRole.CAPTION, "ink2", style=self._style))
        for sentence in spoken:
            card.body.addWidget(Text(sentence, TextRole.LEAD, style=self._style))
        return card

    def _why(self, result: Result, answers: Answers, catalogue: Catalogue) -> Card:
        card = self._card(tr("Why"))
        if not result.fired:
            calm = tr("No danger signs, and mild pain.")
            card.body.addWidget(Text(calm, TextRole.BODY, style=self._style))
        for fired in result.fired:
            card.body.addWidget(Text(fired.words, TextRole.BODY_BOLD, style=self._style))
            signs = [_said(code, answers, catalogue) for code in fired.because]
            if signs and signs != [fired.words]:
                said = tr("You said: {signs}", signs="; ".join(signs))
                card.body.addWidget(Text(said, TextRole.CAPTION, "ink2", style=self._style))
        return card

    def _held(self, lock: LockState) -> Card:
        """Say why exercise stays closed after this check, and what opens it."""
        card = self._card(tr("Exercises stay paused"))
        for line in (*why_lines(lock), *opening_lines(lock)):
            card.body.addWidget(Text(line, TextRole.BODY, style=self._style))
        return card

    def _paused(self, result: Result, answers: Answers) -> Card:
        """Say what is closed, what opens it, and how a slip is corrected."""
        if (answers.number("age") or 0) < ADULT_FROM:
            opens = tr("This program is for adults of 18 and over.")
        elif result.level is Urgency.CLINICIAN:
            opens = tr("They open when you say on the Check page that you were seen and cleared.")
        else:
            opens = tr("They open again after a check without these signs, in 48 hours or later.")
        slip = tr("Ticked by mistake? Go back and correct it. Both answers stay on record.")
        card = Card(style=self._style, level="sunken", padding=16)
        heading, said = tr("Exercises are paused."), f"{opens} {slip}"
        card.body.addWidget(NoteText("sunken", heading, said, style=self._style))
        return card

    def _pattern(self, pattern: Pattern) -> Card:
        heading = tr("Your answers look most like {pattern}", pattern=pattern.profile.words)
        if pattern.profile is Profile.NONE:
            heading = tr("Your answers show no clear pattern")
        card = self._card(heading)
        card.body.addWidget(Text(tr(HONESTY_NOTE), TextRole.CAPTION, "ink2", style=self._style))
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for row, profile in enumerate(PATTERNS):
            score = pattern.scores[profile]
            leads = profile in pattern.leading
            role = TextRole.BODY_BOLD if leads else TextRole.BODY
            name = tr(_PATTERN_WORDS[profile])
            bar = _ScoreBar(score.total, leads=leads, style=self._style)
            said = plural("{name}: {n} point", "{name}: {n} points", score.total, name=name)
            bar.setAccessibleName(said)
            grid.addWidget(Text(name, role, style=self._style, wrap=False), row, 0)
            grid.addWidget(bar, row, 1)
            grid.addWidget(Text(str(score.total), role, style=self._style, wrap=False), row, 2)
        card.body.addLayout(grid)
        for profile in pattern.leading:
            counted = pattern.scores[profile].counted
            heading = tr("What counted for {pattern}", pattern=profile.words)
            self._counted(card, heading, counted)
        heading = plural(
            "Does it fit the SI joint? {n} point, 3 or more fit",
            "Does it fit the SI joint? {n} points, 3 or more fit",
            pattern.gate.total,
        )
        self._counted(card, heading, pattern.gate.counted)
        return card

    def _counted(self, card: Card, heading: str, counted: tuple[object, ...]) -> None:
        card.body.addSpacing(8)
        card.body.addWidget(Text(heading, TextRole.BODY_BOLD, style=self._style))
        said = "; ".join(f"{row.words} {row.points:+d}" for row in counted)  # type: ignore[attr-defined]
        card.body.addWidget(Text(said or tr("Nothing"), TextRole.BODY, "ink2", style=self._style))

    def _card(self, heading: str) -> Card:
        card = Card(style=self._style)
        card.body.addWidget(Text(heading, TextRole.H2, style=self._style))
        return card
