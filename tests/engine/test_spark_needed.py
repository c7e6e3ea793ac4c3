"""What Spark needs is looked for before it starts, and told in one line; none of it takes Spark or Java."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from spark_cluster import free_port

import kg
from kg.engine.spark import needed


@pytest.fixture(autouse=True)
def java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that is JAVA_HOME, with a program that says which version it is."""
    program = tmp_path / "bin" / "java"
    program.parent.mkdir()
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    is_of_version(program, "21.0.2")
    needed.java.cache_clear()
    yield program
    needed.java.cache_clear()


def is_of_version(program: Path, version: str) -> None:
    program.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\" 2024-01-16' >&2\n", encoding="utf-8")
    program.chmod(0o755)


@pytest.mark.parametrize("master", ["local", "local[*]", "local[2,4]", "yarn", "k8s://https://10.0.0.1:6443"])
def test_addresses(master: str) -> None:
    needed.ensure(master)


@pytest.mark.parametrize("master", ["spork://127.0.0.1:7", "local2", "127.0.0.1:7077", "spark://", ""])
def test_no_address(master: str) -> None:
    with pytest.raises(kg.ConfigError, match="no address of Spark; write local"):
        needed.ensure(master)


@pytest.mark.parametrize("master", ["spark://127.0.0.1", "spark://127.0.0.1:many", "spark://127.0.0.1:1,10.0.0.2"])
def test_an_address_without_a_port(master: str) -> None:
    with pytest.raises(kg.ConfigError, match="write spark://host:7077"):
        needed.ensure(master)


def test_nothing_listens() -> None:
    first, second = free_port(), free_port()
    with pytest.raises(kg.EngineError) as error:
        needed.ensure(f"spark://127.0.0.1:{first},127.0.0.1:{second}")
    refused = f"(127.0.0.1:{first}: connection refused; 127.0.0.1:{second}: connection refused)"
    assert f"no Spark there {refused}; start it, or check host and port" in str(error.value)


def test_an_unknown_host() -> None:
    with pytest.raises(kg.EngineError, match=r"no host is known by the name nowhere\.invalid"):
        needed.ensure("spark://nowhere.invalid:7077")


def test_one_of_several_is_enough() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        needed.ensure(f"spark://127.0.0.1:{free_port()},127.0.0.1:{server.getsockname()[1]}")


def test_the_version_of_java() -> None:
    assert needed.java() == "21.0.2"


@pytest.mark.parametrize(("version", "told"), [("11.0.4", "11.0.4"), ("1.8.0_292", "1.8.0_292")])
def test_a_java_that_is_too_old(java: Path, version: str, told: str) -> None:
    is_of_version(java, version)
    with pytest.raises(kg.ConfigError, match=f'17 or later, here is version "{told}"; install it, or set JAVA_HOME'):
        needed.ensure("local[*]")


def test_no_java(java: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    java.unlink()
    with pytest.raises(kg.ConfigError, match=r"there is none in .* \(JAVA_HOME\); install Java 17 or later"):
        needed.ensure("local[*]")
    monkeypatch.delenv("JAVA_HOME")
    monkeypatch.setenv("PATH", str(java.parent))
    with pytest.raises(kg.ConfigError, match="there is none here; install Java 17 or later, or set JAVA_HOME"):
        needed.ensure("local[*]")
