"""Real files, spoilt in every way that disks, mail and people spoil them: a value or a `QualcodeError`, never else."""

import random
from collections.abc import Callable

import pytest
from fuzzing import sound
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_files import SAMPLES, WAYS, Reader

from qualcode import formats
from qualcode.errors import QualcodeError
from qualcode.model.bundle import ReadDocument

WHOLE = [(name, data, read) for name, data, readers in SAMPLES for read in readers]


@pytest.mark.parametrize(("name", "data", "read"), WHOLE, ids=lambda value: getattr(value, "__name__", None))
def test_the_samples_are_whole(name: str, data: bytes, read: Reader) -> None:
    assert read(name, data)


def test_there_is_a_sample_of_every_kind() -> None:
    endings = {"." + name.rpartition(".")[2] for name, _, _ in SAMPLES}
    known = {value for name, value in vars(formats).items() if name.endswith(("ENDINGS", "ABLE"))}
    assert {ending for group in known for ending in group} - endings <= {".htm", ".yml"}


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize(("name", "data", "readers"), SAMPLES, ids=[name for name, _, _ in SAMPLES])
@settings(deadline=None, max_examples=25)
@given(seed=st.integers(0, 2**32))
def test_a_spoilt_file_is_read_or_refused(
    name: str,
    data: bytes,
    readers: tuple[Reader, ...],
    way: Callable[[bytes, random.Random], bytes],
    seed: int,
) -> None:
    bad = way(data, random.Random(seed))
    for read in readers:
        try:
            found = read(name, bad)
        except QualcodeError as error:
            assert str(error)
        else:
            if isinstance(found, ReadDocument):
                sound(found)
