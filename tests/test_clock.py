"""What a run says of its memory is its own."""

import subprocess
import sys

import pytest

PRINT = "from kg.clock import memory; print(memory()['build'])"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the peak is that of the process in any case")
def test_the_peak_of_memory_is_not_that_of_the_process_that_started_this_one() -> None:
    def peak(before: str) -> int:
        start = f"import subprocess, sys\n{before}\nsubprocess.run([sys.executable, '-c', {PRINT!r}], check=True)"
        return int(subprocess.run([sys.executable, "-c", start], check=True, capture_output=True, text=True).stdout)

    assert peak("large = bytearray(2**30)\nlarge[::4096] = b'x' * 2**18") < peak("") + 200
