"""The library with all 27 exercises; a sketch stands in for one whose file is not there yet."""

import re

from sijoint_desktop.content.library import Library, parse_library
from tests.content.samples import REACH, shipped_files

# id, purpose, position, cautions (tag action)
_SKETCHES = """
knee_to_chest mobilise supine hip_repl adapt
knee_rocks mobilise supine preg_supine adapt
open_book mobilise side_lying osteoporosis adapt
supine_march stabilise supine preg_supine adapt
dead_bug stabilise supine preg_supine avoid
clamshell stabilise side_lying outer_hip_pain adapt
side_hip_abduction stabilise side_lying outer_hip_pain adapt
side_plank_knees stabilise side_lying late_pregnancy avoid
prone_hip_extension stabilise prone pregnancy avoid
sit_to_stand stabilise seated hip_repl adapt
hip_hinge stabilise standing hip_repl adapt
hamstring_strap release supine hypermobile avoid
figure4_seated release seated hip_repl avoid
wall_push_single_leg stabilise standing balance adapt
""".split("\n")[1:-1]  # noqa: SIM905 - a table, not a list of words


def whole_library() -> Library:
    """Return all 27 exercises."""
    files = shipped_files()
    for number, row in enumerate(_SKETCHES, start=50):
        exercise_id, purpose, position, tag, action = row.split()
        if f"{exercise_id}.toml" not in files:
            text = REACH.replace('id = "reach"', f'id = "{exercise_id}"', 1)
            text = text.replace('"E90"', f'"E{number}"').replace('"stabilise"', f'"{purpose}"', 1)
            text = text.replace('position = "standing"', f'position = "{position}"', 1)
            text = text.replace(
                'tag = "general"\naction = "ask"', f'tag = "{tag}"\naction = "{action}"'
            )
            files[f"{exercise_id}.toml"] = re.sub(r'exercise = "nod"\n', "", text)
    return parse_library(files)


WHOLE = whole_library()
