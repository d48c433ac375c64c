"""Works with the program as a screen reader does: by names, roles and actions on the AT-SPI bus.

It speaks D-Bus and knows nothing of Qt or of the program's code, so that only what the program
says of itself counts.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

PATIENCE_S = 20.0
"""How long to wait for what a page shows; a busy computer needs a few of these seconds."""

_LOOK_S = 0.05
_ANSWER_S = 10.0
_SPI = "org.a11y.atspi"
_ROOT = "/org/a11y/atspi/accessible/root"
_LABELLED_BY = 2
_KNOWN_BY = 5  # questions that are asked of every thing

CONTROLS = frozenset(
    (
        "push button",
        "toggle button",
        "radio button",
        "check box",
        "combo box",
        "slider",
        "spin box",
        "text",
        "list",
        "table",
        "menu item",
        "page tab",
    )
)
"""Roles of what a person works with."""

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an accessible thing lives: the bus name of its program, and its path."""

    owner: str
    path: str


@dataclass(frozen=True, slots=True)
class Thing:
    """What a screen reader knows of one thing in sight."""

    place: Place
    role: str
    name: str
    description: str
    labelled: bool
    states: int = field(repr=False)

    @property
    def enabled(self) -> bool:
        """Tell whether it can be worked with."""
        return self._is(8)

    @property
    def checked(self) -> bool:
        """Tell whether it is chosen or ticked."""
        return self._is(4)

    @property
    def showing(self) -> bool:
        """Tell whether it is in sight."""
        return self._is(25)

    @property
    def is_control(self) -> bool:
        """Tell whether a person works with it."""
        return self.role in CONTROLS or (self._is(11) and self.role != "cell")

    @property
    def named(self) -> bool:
        """Tell whether a screen reader can say what it is.

        The name of a combo box is its choice; what it is a choice of, its label says.
        """
        return self.labelled if self.role == "combo box" else bool(self.name.strip())

    def _is(self, state: int) -> bool:
        return bool(self.states >> state & 1)


class Reader:
    """One program on an accessibility bus.

    ``said`` are its announcements so far, ``changed`` the things whose value changed.
    """

    def __init__(self, address: str, program: str) -> None:
        self.said: list[str] = []
        self.changed: list[Place] = []
        self.acts = 0
        self._bus = open_dbus_connection(address)
        self._program: Place | None = None
        self._program = self.wait_for(lambda: self._find(program), f"the program {program}")
        self._listen()  # not before: a program that is only just starting may not hear of it

    def close(self) -> None:
        """Leave the bus."""
        self._bus.close()

    def wait_for(self, look: Callable[[], Found | None], what: str) -> Found:
        """Return what ``look`` finds; raises LookupError when it finds nothing in time."""
        ends = time.monotonic() + PATIENCE_S
        while time.monotonic() < ends:
            found = look()
            if found:
                return found
            time.sleep(_LOOK_S)
        seen = "\n".join(f"{t.role}: {t.name}" for t in self.things() if t.name)
        raise LookupError(f"{what} is not there; said: {self.said[-5:]}; in sight:\n{seen}")

    def things(self) -> list[Thing]:
        """Return everything that is showing, in the order of the tree."""
        return [] if self._program is None else list(self._below(self._program))

    def find(self, name: str, role: str = "") -> Thing | None:
        """Return the first thing in sight that has this name, and this role if one is given."""
        named = (thing for thing in self.things() if thing.name == name)
        return next((thing for thing in named if role in ("", thing.role)), None)

    def press(self, name: str, role: str = "push button") -> None:
        """Do the first action of a thing, as soon as it is there and works."""

        def enabled() -> Thing | None:
            found = self.find(name, role)
            return found if found is not None and found.enabled else None

        self.act(self.wait_for(enabled, f"a {role} {name!r} that works"))

    def sees(self, name: str) -> None:
        """Wait until something is called so."""
        self.wait_for(lambda: self.find(name), repr(name))

    def listen(self) -> list[str]:
        """Return what was announced until now."""
        self._ask([message_bus.GetId()])  # what is on its way comes before the answer
        return self.said

    def hears(self, words: str) -> str:
        """Wait until something with these words in it is announced, and return all of it."""

        def heard() -> str | None:
            return next((said for said in self.listen() if words in said), None)

        return self.wait_for(heard, f"the announcement of {words!r}")

    def act(self, thing: Thing) -> None:
        """Do the first action of a thing: press, tick or choose it."""
        self.acts += 1
        self._ask([_call(thing.place, "Action", "DoAction", "i", (0,))])

    def value(self, thing: Thing) -> float | None:
        """Return the number that a thing stands at, or None."""
        [answer] = self._ask([_get(thing.place, "Value", "CurrentValue")])
        return None if answer is None else float(answer[0][1])

    def set_value(self, thing: Thing, value: float) -> None:
        """Put a thing at a number."""
        self.acts += 1
        body = (f"{_SPI}.Value", "CurrentValue", ("d", value))
        self._ask([new_method_call(_properties(thing.place), "Set", "ssv", body)])

    def _below(self, place: Place) -> Iterator[Thing]:
        for thing in self._known(self._children(place)):
            if thing.showing:
                yield thing
                yield from self._below(thing.place)

    def _children(self, place: Place) -> list[Place]:
        [answer] = self._ask([_call(place, "Accessible", "GetChildren")])
        return [] if answer is None else [Place(*child) for child in answer[0]]

    def _known(self, places: list[Place]) -> Iterator[Thing]:
        """Yield what is known of several places, asked in one go; what has gone is left out."""
        asked: list[Message] = []
        for place in places:
            asked += [
                _call(place, "Accessible", "GetRoleName"),
                _get(place, "Accessible", "Name"),
                _get(place, "Accessible", "Description"),
                _call(place, "Accessible", "GetRelationSet"),
                _call(place, "Accessible", "GetState"),
            ]
        answers = iter(self._ask(asked))
        for place, known in zip(places, zip(*[answers] * _KNOWN_BY, strict=True), strict=True):
            if None in known:
                continue
            role, name, description, relations, states = (answer[0] for answer in known)
            labelled = any(kind == _LABELLED_BY for kind, _targets in relations)
            low, high = states
            yield Thing(place, role, name[1], description[1], labelled, low | high << 32)

    def _ask(self, messages: list[Message]) -> list[tuple[Any, ...] | None]:
        """Send all of the messages, then return their answers, None for each that failed."""
        waiting: dict[int, int] = {}
        for index, message in enumerate(messages):
            serial = next(self._bus.outgoing_serial)
            self._bus.send(message, serial=serial)
            waiting[serial] = index
        answers: list[tuple[Any, ...] | None] = [None] * len(messages)
        ends = time.monotonic() + _ANSWER_S
        while waiting:
            got = self._bus.receive(timeout=max(0.0, ends - time.monotonic()))
            index = waiting.pop(got.header.fields.get(HeaderFields.reply_serial, -1), -1)
            if index < 0:
                self._hear(got)
            elif got.header.message_type is MessageType.method_return:
                answers[index] = got.body
        return answers

    def _hear(self, got: Message) -> None:
        member = got.header.fields.get(HeaderFields.member)
        if member == "Announcement":
            self.said.append(str(got.body[3][1]))
        elif member == "PropertyChange" and got.body[0] == "accessible-value":
            fields = got.header.fields
            self.changed.append(Place(fields[HeaderFields.sender], fields[HeaderFields.path]))

    def _listen(self) -> None:
        registry = Place(f"{_SPI}.Registry", "/org/a11y/atspi/registry")
        self._ask(
            [
                _call(registry, "Registry", "RegisterEvent", "sass", (kind, [], ""))
                for kind in ("object:announcement", "object:property-change:accessible-value")
            ]
        )
        self._ask(
            [message_bus.AddMatch(MatchRule(type="signal", interface=f"{_SPI}.Event.Object"))]
        )

    def _find(self, name: str) -> Place | None:
        programs = self._known(self._children(Place(f"{_SPI}.Registry", _ROOT)))
        return next((program.place for program in programs if program.name == name), None)


def _call(place: Place, interface: str, method: str, kinds: str = "", body: Any = ()) -> Message:
    address = DBusAddress(place.path, place.owner, f"{_SPI}.{interface}")
    return new_method_call(address, method, kinds or None, body)


def _get(place: Place, interface: str, name: str) -> Message:
    return new_method_call(_properties(place), "Get", "ss", (f"{_SPI}.{interface}", name))


def _properties(place: Place) -> DBusAddress:
    return DBusAddress(place.path, place.owner, "org.freedesktop.DBus.Properties")
