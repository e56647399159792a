"""The commands of the Makefile, on a copy of the checkout that was never installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.support.ordinary_user import unprivileged
from tests.support.server import ADDRESS, environment

ROOT = Path(__file__).parent.parent
NOT_COPIED = shutil.ignore_patterns(".git", ".venv", "instance", "__pycache__", ".*_cache", "build", "dist")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the checkout as a fresh clone has it."""
    folder = tmp_path / "says who"
    shutil.copytree(ROOT, folder, ignore=NOT_COPIED)
    return folder


@pytest.fixture
def bin_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "bin"
    folder.mkdir()
    return folder


def interpreter(folder: Path, name: str, answer: str) -> Path:
    """Make a stand-in for a Python interpreter: a shell script with this body."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{answer}\n")
    path.chmod(0o755)
    return path


def make(
    folder: Path, *arguments: str, by: tuple[str, ...] = (), **settings: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*by, "make", *arguments],
        cwd=folder,
        env=clean_environment() | settings,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def clean_environment() -> dict[str, str]:
    """Return the environment of a newcomer: no settings of ours, none of an outer make's."""
    return {
        name: value
        for name, value in environment().items()
        if name not in {"MAKEFLAGS", "MAKELEVEL", "MFLAGS", "PYTHON"}
    }


def test_help_names_every_target() -> None:
    done = make(ROOT, "help")
    for target in ("run", "install", "test", "check", "format", "lint", "clean", "help"):
        assert f"make {target} " in done.stdout


def test_a_python_that_is_too_old_is_one_line(copy: Path, bin_folder: Path) -> None:
    old = interpreter(bin_folder, "python3.9", "exit 1")
    done = make(copy, "run", f"PYTHON={old}")
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert f"Python 3.11 or newer is needed (tried: {old})" in line


def test_a_python_without_its_venv_module_is_one_line(copy: Path, bin_folder: Path) -> None:
    lacking = interpreter(bin_folder, "python3", 'case "$2" in *ensurepip*) exit 1;; esac')
    done = make(copy, "install", f"PYTHON={lacking}")
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert f"{lacking} lacks its venv module" in line
    assert "apt-get install python3-venv" in line


def test_a_newer_python_is_found_when_python3_is_too_old(copy: Path, bin_folder: Path) -> None:
    interpreter(bin_folder, "python3", "exit 1")
    interpreter(bin_folder, "python3.13", "exit 1")
    interpreter(bin_folder, "python3.12", "exit 0")
    done = make(copy, "--dry-run", "install", PATH=f"{bin_folder}:{os.environ['PATH']}")
    assert "python3.12 -m venv .venv" in done.stdout


def test_a_folder_that_cannot_be_written_to_is_one_line(copy: Path) -> None:
    for folder in (copy, copy.parent):
        folder.chmod(0o555)
    try:
        done = make(copy, "install", by=unprivileged())
    finally:
        copy.parent.chmod(0o755)
        copy.chmod(0o755)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert f"Cannot write to {copy}" in line


def test_nothing_is_installed_twice(copy: Path) -> None:
    (copy / ".venv").mkdir()
    for stamp in (".made", ".installed", ".installed-dev"):
        (copy / ".venv" / stamp).touch()
    assert "pip install" not in make(copy, "--dry-run", "run", "test").stdout
    later = time.time() + 5
    os.utime(copy / "constraints.txt", (later, later))
    assert "pip install" in make(copy, "--dry-run", "run").stdout


def test_clean_keeps_the_answers(copy: Path) -> None:
    (copy / "instance").mkdir()
    (copy / ".venv").mkdir()
    assert make(copy, "clean").returncode == 0
    assert (copy / "instance").is_dir()
    assert not (copy / ".venv").exists()


def test_a_failing_step_fails_the_check(copy: Path) -> None:
    (copy / ".venv" / "bin").mkdir(parents=True)
    interpreter(copy / ".venv" / "bin", "python", 'case "$*" in *mypy*) exit 1;; esac')
    interpreter(copy / ".venv" / "bin", "lint-imports", "exit 0")
    for stamp in (".made", ".installed", ".installed-dev"):
        (copy / ".venv" / stamp).touch()
    done = make(copy, "check")
    assert done.returncode == 2
    assert "pytest" not in done.stdout


def test_make_run_serves_from_a_fresh_copy_and_again(copy: Path) -> None:
    for _ in range(2):
        process = subprocess.Popen(
            ["make", "run", f"PYTHON={sys.executable}"],
            cwd=copy,
            env={**clean_environment(), "QUIZAPP_BIND": "127.0.0.1:0"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,  # so that Ctrl-C, a signal to all of a terminal's group, is only theirs
        )
        assert process.stdout is not None
        with process.stdout:
            address = next(found[0] for line in process.stdout if (found := ADDRESS.search(line)))
            with urllib.request.urlopen(address) as page:
                assert page.status == 200
            os.killpg(process.pid, signal.SIGINT)
            process.wait(timeout=20)
        (copy / "instance" / "quizapp.sqlite3").stat()
    done = subprocess.run([copy / ".venv" / "bin" / "quizapp", "--version"], capture_output=True, check=True)
    assert done.stdout.startswith(b"quizapp, version")
