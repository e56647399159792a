from __future__ import annotations

import multiprocessing
import stat
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import pytest

from quizapp.settings import SETTINGS, Settings, SettingsError, make_instance, read_settings, secret_key
from tests.support.ordinary_user import as_ordinary_user

NAMES = [setting.name for setting in SETTINGS]


def read(**values: str) -> Settings:
    return read_settings(values)


def test_needs_no_setting_at_all() -> None:
    settings = read()
    assert (settings.host, settings.port, settings.workers, settings.threads) == ("127.0.0.1", 8000, 2, 4)
    assert settings.database_url == f"sqlite:///{settings.instance}/quizapp.sqlite3"
    assert settings.packs.is_dir()
    assert settings.secret is None


def test_documents_each_setting_once_with_an_example() -> None:
    assert len(set(NAMES)) == len(NAMES) == len(fields(Settings)) - 1  # host and port are one setting
    assert all(setting.meaning and setting.default and setting.example for setting in SETTINGS)


def test_takes_an_empty_value_as_none() -> None:
    assert read(**dict.fromkeys(NAMES, "")) == read()


@pytest.mark.parametrize(
    ("values", "remedy"),
    [
        ({"QUIZAPP_BIND": "8000"}, "give ADDRESS:PORT"),
        ({"QUIZAPP_BIND": ":8000"}, "give ADDRESS:PORT"),
        ({"QUIZAPP_BIND": "127.0.0.1:http"}, "give ADDRESS:PORT"),
        ({"QUIZAPP_BIND": "127.0.0.1:65536"}, "give ADDRESS:PORT"),
        ({"QUIZAPP_BIND": "[::1]:8000"}, "give an IPv4 address"),
        ({"QUIZAPP_BIND": "0.0.0.0:8000"}, "also set QUIZAPP_PUBLIC_URL"),
        ({"QUIZAPP_BIND": "192.168.1.20:80"}, "also set QUIZAPP_PUBLIC_URL"),
        ({"QUIZAPP_PUBLIC_URL": "192.168.1.20:8000"}, "give http:// or https://"),
        ({"QUIZAPP_PUBLIC_URL": "https://quiz.example/path"}, "nothing after its port"),
        ({"QUIZAPP_PUBLIC_URL": "http://quiz.example:port"}, "give http:// or https://"),
        ({"QUIZAPP_DATABASE_URL": "mysql://root@localhost/quiz"}, "sqlite: or a postgresql+psycopg: URL"),
        ({"QUIZAPP_DATABASE_URL": "quiz.sqlite3"}, "sqlite: or a postgresql+psycopg: URL"),
        ({"QUIZAPP_SECRET_KEY": "short"}, "at least 32 characters"),
        ({"QUIZAPP_PACKS": "/nowhere/at/all"}, "there is no such folder"),
        ({"QUIZAPP_REDIS_URL": "localhost:6379"}, "give a redis:, rediss: or unix: URL"),
        ({"QUIZAPP_REDIS_URL": "redis:"}, "redis://127.0.0.1:6379/0"),
        ({"QUIZAPP_WORKERS": "0"}, "whole number from 1 to 64"),
        ({"QUIZAPP_THREADS": "many"}, "whole number from 1 to 64"),
        ({"QUIZAPP_THREADS": "²"}, "whole number from 1 to 64"),
    ],
)
def test_says_in_one_line_which_setting_is_wrong_and_what_to_do(
    values: Mapping[str, str], remedy: str
) -> None:
    with pytest.raises(SettingsError) as raised:
        read_settings(values)
    (message,) = str(raised.value).splitlines()
    assert message.startswith(next(iter(values)))
    assert remedy in message


def test_does_not_repeat_a_password() -> None:
    with pytest.raises(SettingsError) as raised:
        read(QUIZAPP_DATABASE_URL="mysql://root:hunter2@localhost/quiz")
    assert "hunter2" not in str(raised.value)
    with pytest.raises(SettingsError) as raised:
        read(QUIZAPP_REDIS_URL="rediss:/quiz:hunter2@cache.example")
    assert "hunter2" not in str(raised.value)
    assert "hunter2" not in repr(read(QUIZAPP_REDIS_URL="rediss://quiz:hunter2@cache.example"))


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_uses_psycopg_for_any_postgresql_url(scheme: str) -> None:
    settings = read(QUIZAPP_DATABASE_URL=f"{scheme}://quiz@db.example/quiz")
    assert settings.database_url == "postgresql+psycopg://quiz@db.example/quiz"


@pytest.mark.parametrize(
    ("values", "hosts"),
    [
        ({}, ("127.0.0.1", "localhost")),
        ({"QUIZAPP_BIND": "127.0.0.2:80"}, ("127.0.0.1", "localhost", "127.0.0.2")),
        (
            {"QUIZAPP_BIND": "0.0.0.0:8000", "QUIZAPP_PUBLIC_URL": "http://Quiz.example:8000"},
            ("127.0.0.1", "localhost", "quiz.example"),
        ),
    ],
)
def test_trusts_the_hosts_that_follow_from_address_and_public_url(
    values: Mapping[str, str], hosts: tuple[str, ...]
) -> None:
    assert read_settings(values).trusted_hosts == hosts


def test_is_https_exactly_when_the_public_url_is() -> None:
    assert read(QUIZAPP_PUBLIC_URL="https://quiz.example").is_https
    assert not read(QUIZAPP_PUBLIC_URL="http://quiz.example").is_https
    assert not read().is_https


def test_makes_a_key_once_and_keeps_it_to_itself(tmp_path: Path) -> None:
    settings = read(QUIZAPP_INSTANCE=str(tmp_path / "new" / "instance"))
    key = secret_key(settings)
    assert len(key) == 64
    assert secret_key(settings) == key
    assert stat.S_IMODE((settings.instance / "secret_key").stat().st_mode) == 0o600
    assert stat.S_IMODE(settings.instance.stat().st_mode) == 0o700


def test_makes_no_file_when_the_key_is_set(tmp_path: Path) -> None:
    settings = read(QUIZAPP_INSTANCE=str(tmp_path / "instance"), QUIZAPP_SECRET_KEY="k" * 32)
    assert secret_key(settings) == "k" * 32
    assert not settings.instance.exists()


def test_gives_processes_that_start_together_the_same_key(tmp_path: Path) -> None:
    settings = read(QUIZAPP_INSTANCE=str(tmp_path))
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        assert len(set(pool.map(secret_key, [settings] * 16, chunksize=1))) == 1


def test_refuses_a_key_file_that_somebody_emptied(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("")
    with pytest.raises(SettingsError, match="delete it, and a new one is made"):
        secret_key(read(QUIZAPP_INSTANCE=str(tmp_path)))


def test_names_the_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(SettingsError, match="set QUIZAPP_INSTANCE to a folder you may write to"):
        make_instance(read(QUIZAPP_INSTANCE=str(tmp_path / "file" / "instance")))


def test_says_so_when_the_instance_folder_is_read_only(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    done = as_ordinary_user("-m", "quizapp", "db", "upgrade", QUIZAPP_INSTANCE=str(tmp_path))
    assert done.returncode == 1
    assert f"cannot write to {tmp_path} (Permission denied); set QUIZAPP_INSTANCE" in done.stderr


def test_keeps_secrets_out_of_what_is_printed() -> None:
    settings = read(QUIZAPP_SECRET_KEY="s3cret" * 8, QUIZAPP_DATABASE_URL="postgresql://quiz:hunter2@/quiz")
    assert "s3cret" not in repr(settings)
    assert "hunter2" not in repr(settings)
