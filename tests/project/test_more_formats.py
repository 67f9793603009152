"""What a file's format knows beside its words reaches the project: pages, times, the files in a folder."""

import io
import zipfile

from qualcode import Project

VTT = """WEBVTT

00:00:01.000 --> 00:00:04.000
<v Intervjuer>Hvordan var det å komme hit?

00:01:05.500 --> 00:01:09.000
<v Åse>Det var rart. 🙂

00:01:10.000 --> 00:01:12.000
<v Intervjuer>Og så?

00:01:13.000 --> 00:01:15.000
<v Åse>Så ble det bra.
"""


def test_times_stand_beside_the_turns_not_in_the_text(project: Project) -> None:
    project.documents.add("samtale.vtt", VTT.encode())
    turns = project.documents.structure("samtale.vtt").turns
    assert [(turn.speaker, turn.time) for turn in turns] == [
        ("Intervjuer", 1.0),
        ("Åse", 65.5),
        ("Intervjuer", 70.0),
        ("Åse", 73.0),
    ]
    assert "00:" not in project.documents.text("samtale.vtt")


def test_a_packed_folder_goes_in_file_by_file_and_what_is_bad_in_it_is_told(project: Project) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as folder:
        folder.writestr("intervjuer/Åse.txt", "Jeg bestemte selv.")
        folder.writestr("intervjuer/tom.txt", "")
    done = project.documents.add_all([("alle.zip", packed.getvalue()), ("ødelagt.zip", b"PK\x03\x04...")])
    assert [document.name for document in project.documents.all()] == ["intervjuer/Åse.txt"]
    assert sum(1 for each in done if each.error) == 2
