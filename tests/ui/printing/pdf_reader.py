"""Just enough of the PDF format to see pages, text, fonts and pictures without further tools."""

import re
import zlib
from dataclasses import dataclass

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\s(.*?)\sendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\nendstream", re.DOTALL)
_RANGE = re.compile(rb"<([0-9A-F]+)> <[0-9A-F]+> (?:<[0-9A-F]+>|\[([^\]]*)\])")
_HEX = re.compile(rb"<([0-9A-F]+)>")
_TEXT = re.compile(rb"/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj|(ET)")


@dataclass(frozen=True)
class Pdf:
    """A PDF file as its numbered objects."""

    objects: dict[int, bytes]

    @property
    def pages(self) -> list[bytes]:
        """The dictionaries of the pages, in their order."""
        (tree,) = [o for o in self.objects.values() if b"/Type /Pages" in o]
        kids = re.search(rb"/Kids\s*\[(.*?)\]", tree, re.DOTALL)
        assert kids
        return [self.objects[int(n)] for n in re.findall(rb"(\d+) 0 R", kids[1])]

    @property
    def fonts(self) -> dict[str, bool]:
        """Every font's name, and whether it is embedded."""
        descriptors = [o for o in self.objects.values() if b"/FontDescriptor" in o]
        found = {}
        for one in descriptors:
            name = re.search(rb"/FontName /(\S+)", one)
            if name:
                file = re.search(rb"/FontFile\d? (\d+) 0 R", one)
                found[name[1].decode()] = bool(file and self.stream(int(file[1])))
        return found

    @property
    def has_images(self) -> bool:
        """Whether anything in the file is a raster image."""
        return any(b"/Subtype /Image" in o for o in self.objects.values())

    @property
    def sizes(self) -> list[tuple[float, float]]:
        """Width and height of each page in points."""
        boxes = [re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)", page) for page in self.pages]
        return [(float(box[1]), float(box[2])) for box in boxes if box]

    def title(self) -> str:
        """The title that a viewer shows in its window."""
        (info,) = [o for o in self.objects.values() if b"/Producer" in o]
        raw = re.search(rb"/Title \((.*?)\)\s*/Creator", info, re.DOTALL)
        assert raw
        return raw[1].decode("utf-16")

    def text(self, page: int) -> str:
        """The text of a page in the order of its drawing, a line for each run."""
        fonts = self._font_maps(self.pages[page])
        current: dict[int, str] = {}
        runs = [""]
        for match in _TEXT.finditer(self.contents(page)):
            font, glyphs, end = match.groups()
            if font:
                current = fonts[font]
            elif glyphs:
                codes = (int(glyphs[i : i + 4], 16) for i in range(0, len(glyphs), 4))
                runs[-1] += "".join(current.get(code, " ") for code in codes)
            elif end:
                runs.append("")
        return "\n".join(runs)

    def contents(self, page: int) -> bytes:
        """The drawing commands of a page."""
        return self.stream(_reference(self.pages[page], b"Contents"))

    def stream(self, number: int) -> bytes:
        """The data of an object, unpacked."""
        raw = _STREAM.search(self.objects[number])
        assert raw
        packed = b"/FlateDecode" in self.objects[number].split(b"stream")[0]
        return zlib.decompress(raw[1]) if packed else raw[1]

    def _font_maps(self, page: bytes) -> dict[bytes, dict[int, str]]:
        resources = self.objects[_reference(page, b"Resources")]
        names = re.findall(rb"/(F\d+) (\d+) 0 R", resources)
        return {name: self._characters(int(number)) for name, number in names}

    def _characters(self, font: int) -> dict[int, str]:
        found: dict[int, str] = {}
        table = self.stream(_reference(self.objects[font], b"ToUnicode"))
        for start, many in _RANGE.findall(table):
            for offset, code in enumerate(_HEX.findall(many)):
                found[int(start, 16) + offset] = bytes.fromhex(code.decode()).decode("utf-16-be")
        return found


def read_pdf(data: bytes) -> Pdf:
    """Take a PDF file apart."""
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")
    return Pdf({int(number): body for number, body in _OBJECT.findall(data)})


def _reference(dictionary: bytes, key: bytes) -> int:
    found = re.search(rb"/" + key + rb" (\d+) 0 R", dictionary)
    assert found
    return int(found[1])
