"""A page of the check: its questions under their headings, and "None of these" below the ticks."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget, QWizardPage

from sijoint_desktop.core.language import tr
from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.flow import Flow, Page, Section
from sijoint_desktop.triage.person import lies_propped
from sijoint_desktop.triage.question import Kind, Question, Reply, Value
from sijoint_desktop.ui.checker.body_map import BodyMap
from sijoint_desktop.ui.checker.demonstrator import Demonstrator
from sijoint_desktop.ui.checker.rows import Row, make_row
from sijoint_desktop.ui.checker.words import PAGE_WORDS, PROPPED
from sijoint_desktop.ui.style.widgets import Card, NoteText, Style, Text, TextRole
from sijoint_desktop.ui.style.widgets import Page as ScrollPage

_TWO_COLUMNS_FROM_PX = 760


class SectionBlock(QWidget):
    """The questions under one heading; those that cannot matter are hidden."""

    def __init__(self, section: Section, flow: Flow, *, style: Style) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(2)
        column.addWidget(Text(section.heading, TextRole.CAPTION_BOLD, "ink2", style=style))
        self.rows: dict[str, Row] = {}
        for code in section.codes:
            row = make_row(flow.catalogue[code], style=style)
            self.rows[code] = row
            column.addWidget(row)
        column.addStretch(1)

    def show_only(self, codes: frozenset[str]) -> None:
        """Show the questions of these codes alone, and nothing where there is none."""
        for code, row in self.rows.items():
            row.setVisible(code in codes)
        self.setVisible(bool(codes & self.rows.keys()))


def _even_split(heights: Sequence[int]) -> int:
    """Return how many blocks go into the first of two columns that are about as high."""
    return min(
        range(1, len(heights) + 1),
        key=lambda first: max(sum(heights[:first]), sum(heights[first:])),
    )


class QuestionPage(QWizardPage):
    """Shows what the flow shows; ``answered`` carries (code, value) of each answer.

    ``answers`` is asked for the present answers whenever it matters. With a demonstrator the rows
    that it has a self-test for offer to show it.
    """

    answered = Signal(str, object)

    def __init__(
        self,
        page: Page,
        flow: Flow,
        answers: Callable[[], Answers],
        *,
        style: Style,
        demonstrator: Demonstrator | None = None,
    ) -> None:
        super().__init__()
        self.page = page
        self._flow = flow
        self._answers = answers
        self._style = style
        self.blocks = [
            SectionBlock(section, flow, style=style)
            for section in flow.sections
            if section.page is page
        ]
        self.none = QCheckBox()
        self._may_skip = page is Page.SELF_TESTS
        self.demonstrator = demonstrator
        self.body_map = BodyMap(style=style) if page is Page.WHERE else None
        self._build()
        for row in self.rows.values():
            row.answered.connect(self._on_answered)
        self.none.toggled.connect(self.completeChanged)  # a screen reader toggles, and never clicks

    @property
    def rows(self) -> dict[str, Row]:
        """Every row of the page by its code, the hidden ones included."""
        return {code: row for block in self.blocks for code, row in block.rows.items()}

    def initializePage(self) -> None:
        """Show the answers that are there, and what they make the page ask."""
        for code, row in self.rows.items():
            row.set_value(self._answers().get(code))
        ticks = self._tick_values()
        without = (Reply.SKIPPED,) if self._may_skip else (Reply.NO, Reply.SKIPPED)
        self.none.setChecked(bool(ticks) and all(value in without for value in ticks))
        self._follow()
        if self.demonstrator is not None and self._may_skip:
            self.demonstrator.begin()

    def isComplete(self) -> bool:
        """Tell whether one may go on: choices made, and something ticked or "None of these".

        Who has compared both legs has done the self-tests, and need tick nothing.
        """
        if self._may_skip and self.none.isChecked():
            return True
        open_codes = self._flow.open_codes(self.page, self._answers())
        kinds = [self._flow.catalogue[code].kind for code in open_codes]
        if any(kind is not Kind.YES_NO for kind in kinds):
            return False
        compared = self._may_skip and len(self._shown()) > len(self._tick_values())
        return not self._tick_values() or self._any_tick() or self.none.isChecked() or compared

    def unanswered(self) -> dict[str, Value]:
        """Return "no" for each sign that was shown and not ticked, as the page is left.

        A self-test that was not done is skipped.
        """
        if self._may_skip and self.none.isChecked():
            open_codes = self._flow.open_codes(self.page, self._answers())
            return dict.fromkeys(open_codes, Reply.SKIPPED)
        after = self._flow.none_of_these(self.page, self._answers())
        return {c: v for c, v in after.replies.items() if c not in self._answers()}

    def add_below(self, card: QWidget) -> None:
        """Put something else that is asked below the questions."""
        self._scroll.body.insertWidget(self._scroll.body.indexOf(self._none_card), card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sections into one or two columns."""
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        words = PAGE_WORDS[self.page]
        self._scroll = scroll = ScrollPage(style=self._style)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        scroll.body.addWidget(Text(tr(words.heading), TextRole.H1, style=self._style))
        for line in words.lines:
            scroll.body.addWidget(Text(tr(line), TextRole.BODY, "ink2", style=self._style))
        self.propped = NoteText("amber", tr("Lying down"), tr(PROPPED), style=self._style)
        scroll.body.addWidget(self.propped)
        if self.body_map is not None:
            drawing = Card(style=self._style)
            drawing.body.addWidget(self.body_map)
            scroll.body.addWidget(drawing)
            self.body_map.marked.connect(self._on_marked)
        if self.demonstrator is not None:
            self._add_demonstrator(self.demonstrator, scroll)
        self._card = Card(style=self._style)
        self._row = QHBoxLayout()
        self._row.setSpacing(32)
        self._columns = (QVBoxLayout(), QVBoxLayout())
        for column in self._columns:
            self._row.addLayout(column)
        self._card.body.addLayout(self._row)
        scroll.body.addWidget(self._card)
        self._one_column: bool | None = None
        self._arrange()  # before what stands below, so that Tab goes there last
        self._none_card = self._make_none_card()
        scroll.body.addWidget(self._none_card)
        scroll.body.addStretch(1)

    def _add_demonstrator(self, demonstrator: Demonstrator, scroll: ScrollPage) -> None:
        scroll.body.addWidget(demonstrator)
        demonstrator.setVisible(self._may_skip)  # on another page only when it is asked for
        for code, row in self.rows.items():
            test = demonstrator.test_of(code)
            if test is not None:
                row.offer_demo(test.name)
                row.demo_wished.connect(self._on_demo)

    def _make_none_card(self) -> Card:
        card = Card(style=self._style, padding=20)
        row = QHBoxLayout()
        row.setSpacing(14)
        self.none.setText(tr("I leave the tests out") if self._may_skip else tr("None of these"))
        self.none.setFont(self._style.font(TextRole.LEAD_BOLD))
        row.addWidget(self.none)
        self._none_words = Text("", TextRole.BODY, "ink2", style=self._style)
        row.addWidget(self._none_words, 1)
        card.body.addLayout(row)
        return card

    def _arrange(self) -> None:
        narrow = self.width() < self._style.px(_TWO_COLUMNS_FROM_PX)
        one = narrow or len(self.blocks) == 1
        if one is self._one_column:
            return
        self._one_column = one
        for column in self._columns:
            while column.count():
                column.takeAt(0)
        first = (
            len(self.blocks) if one else _even_split([b.sizeHint().height() for b in self.blocks])
        )
        for number, block in enumerate(self.blocks):
            self._columns[0 if number < first else 1].addWidget(block)
        for column in self._columns:
            column.addStretch(1)
        self._row.setStretch(0, 1)
        self._row.setStretch(1, 0 if one else 1)

    def _follow(self) -> None:
        """Show and hide questions as the answers ask for it."""
        if self.body_map is not None:
            self.body_map.show_answers(self._answers())
        codes = frozenset(question.code for question in self._shown())
        for block in self.blocks:
            block.show_only(codes)
        if self.demonstrator is not None:
            self.demonstrator.offer(codes)
        self.propped.setVisible(self._may_skip and lies_propped(self._answers()))
        ticked = self._any_tick() and not self._may_skip
        if ticked:
            self.none.setChecked(False)
        self.none.setEnabled(not ticked)
        said = tr("I have read them all, and none fits.")
        if ticked:
            said = tr("You ticked something above.")
        self._none_words.setText("" if self._may_skip else said)
        self.none.setAccessibleDescription(self._none_words.text())
        self._none_card.setVisible(bool(self._tick_values()))
        self.completeChanged.emit()

    def _tick_values(self) -> list[Value | None]:
        """Return the answers to the signs that the page shows."""
        ticks = [q for q in self._shown() if q.kind is Kind.YES_NO]
        return [self._answers().get(q.code) for q in ticks]

    def _shown(self) -> list[Question]:
        parts = self._flow.shown(self.page, self._answers())
        return [question for part in parts for question in part.questions]

    def _any_tick(self) -> bool:
        return any(value in (Reply.YES, Reply.NOT_SURE) for value in self._tick_values())

    def _on_demo(self, code: str) -> None:
        """Show the self-test of a question, and bring it into sight."""
        test = self.demonstrator.test_of(code) if self.demonstrator is not None else None
        if self.demonstrator is not None and test is not None:
            self.demonstrator.show()
            self.demonstrator.show_test(test)
            self._scroll.ensureWidgetVisible(self.demonstrator, 0, 0)

    def _on_answered(self, code: str, value: Value) -> None:
        self.answered.emit(code, value)
        self._follow()

    def _on_marked(self, replies: Mapping[str, Value]) -> None:
        """Take what the drawing says; a place that was never marked stays open."""
        for code, value in replies.items():
            if value != Reply.NO or self._answers().get(code) is not None:
                self.answered.emit(code, value)
            self.rows[code].set_value(self._answers().get(code))
        self._follow()
