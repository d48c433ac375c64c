"""Where the data is."""

from pathlib import Path

from sijoint_desktop.bootstrap.folder import data_folder
from sijoint_desktop.cli.ports import Options


def test_the_data_folder_is_as_stated_then_by_the_variable_then_the_usual(tmp_path: Path) -> None:
    stated, variable = tmp_path / "stated", {"SIJOINT_DATA_DIR": str(tmp_path / "variable")}
    assert data_folder(Options(stated), variable) == stated
    assert data_folder(Options(None), variable) == tmp_path / "variable"
    assert data_folder(Options(None), {}).name == "sijoint-desktop"
    assert data_folder(Options(Path("near")), {}).is_absolute()
