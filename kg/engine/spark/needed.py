"""What Spark needs, looked for before it starts: itself it is silent for a minute, and then says something else."""

import os
import re
import shutil
import socket
import subprocess
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from kg.errors import ConfigError, EngineError
from kg.versions import version_of

_ADDRESS = re.compile(r"local(\[.+\])?|local-cluster\[.+\]|yarn|k8s://.+|sc://.+|spark://(?P<masters>.+)")
_VERSION = re.compile(r'version "(?:1\.)?(\d+)[^"]*"')
_OLDEST = 17
_PATIENCE = 5.0
"""Seconds for a machine to answer."""


def ensure(master: str) -> None:
    """Do nothing where Spark may be had at an address.

    Raises:
        ConfigError: this is no address of Spark, or there is no Java here that can run its driver.
        EngineError: nothing listens there.
    """
    address = _ADDRESS.fullmatch(master)
    if not address:
        raise ConfigError(
            f"{master}: no address of Spark; write local[*], spark://host:port, sc://host:port, yarn or k8s://…"
        )
    if not master.startswith("sc://"):
        java()
    if masters := address["masters"]:
        ensure_listening(master, [_place(master, part) for part in masters.split(",")])


def versions(master: str) -> dict[str, str]:
    """Of pyspark and of Java, as far as they are here."""
    found = {"pyspark": version_of("pyspark")}
    if not master.startswith("sc://"):
        with suppress(ConfigError):  # all documents may have been remembered, so that nothing was needed
            found["java"] = java()
    return found


@lru_cache(maxsize=1)
def java() -> str:
    """The version of the Java that Spark will run.

    Raises:
        ConfigError: there is none, or it is too old.
    """
    home = os.environ.get("JAVA_HOME")
    program = str(Path(home) / "bin" / "java") if home else "java"
    if not shutil.which(program):
        where = f"in {home} (JAVA_HOME)" if home else "here"
        raise ConfigError(
            f"Spark needs Java, and there is none {where}; install Java {_OLDEST} or later, or set JAVA_HOME"
        )
    told = subprocess.run([program, "-version"], capture_output=True, text=True, check=False).stderr
    version = _VERSION.search(told)
    if not version or int(version[1]) < _OLDEST:
        what = version[0] if version else "one that does not start"
        raise ConfigError(f"Spark needs Java {_OLDEST} or later, here is {what}; install it, or set JAVA_HOME")
    return version[0].split('"')[1]


def ensure_listening(master: str, places: list[tuple[str, int]]) -> None:
    """Do nothing where something listens at one of several hosts and ports.

    Raises:
        EngineError: nothing does.
    """
    reasons = []
    for host, port in places:
        try:
            socket.create_connection((host, port), timeout=_PATIENCE).close()
        except socket.gaierror:
            reasons.append(f"no host is known by the name {host}")
        except TimeoutError:
            reasons.append(f"{host}:{port} does not answer within {_PATIENCE:g} seconds")
        except OSError as error:
            reasons.append(f"{host}:{port}: {(error.strerror or str(error)).lower()}")
        else:
            return
    raise EngineError(f"{master}: no Spark there ({'; '.join(reasons)}); start it, or check host and port")


def _place(master: str, part: str) -> tuple[str, int]:
    try:
        address = urlsplit(f"//{part}")
        place = address.hostname, address.port
    except ValueError:
        place = None, None
    host, port = place
    if not host or not port:
        raise ConfigError(f"{master}: no address of a host and port; write spark://host:7077")
    return host, port
