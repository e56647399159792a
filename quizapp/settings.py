"""Settings: the QUIZAPP_* environment variables, read in one place and documented as data."""

from __future__ import annotations

import os
import re
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from quizapp import paths


class SettingsError(Exception):
    """A setting that cannot be used; the message is one line that says what to do."""


@dataclass(frozen=True)
class Setting:
    """One environment variable, as README documents it."""

    name: str
    default: str
    meaning: str
    example: str


SETTINGS = (
    Setting(
        "QUIZAPP_BIND",
        "127.0.0.1:8000",
        "The address and port to listen on. Port 0 takes any free one.",
        "0.0.0.0:8000",
    ),
    Setting(
        "QUIZAPP_PUBLIC_URL",
        "http:// and QUIZAPP_BIND",
        "The address that browsers use; required when others than this computer can connect. "
        "Cookies are Secure exactly when it begins with https.",
        "http://192.168.1.20:8000",
    ),
    Setting(
        "QUIZAPP_DATABASE_URL",
        "quizapp.sqlite3 in the instance folder",
        "The database: a sqlite: or a postgresql+psycopg: URL.",
        "postgresql+psycopg://quiz:secret@db.example/quiz",
    ),
    Setting(
        "QUIZAPP_SECRET_KEY",
        "the file secret_key in the instance folder, made on first use",
        "What signs the cookies, at least 32 characters. Several servers must share it.",
        "the output of: python3 -c 'import secrets; print(secrets.token_hex(32))'",
    ),
    Setting(
        "QUIZAPP_INSTANCE",
        "instance/ in a checkout, else ~/.local/share/quizapp",
        "The folder of the database and the secret key.",
        "/srv/quizapp",
    ),
    Setting(
        "QUIZAPP_PACKS",
        "the packs that come with the program",
        "The folder of question packs, a folder each.",
        "/srv/packs",
    ),
    Setting(
        "QUIZAPP_REDIS_URL",
        "none: each server process counts for itself",
        "Where servers count failed sign-ins and wrong codes together: a redis:, rediss: or unix: URL.",
        "redis://127.0.0.1:6379/0",
    ),
    Setting("QUIZAPP_WORKERS", "2", "How many server processes, 1 to 64.", "4"),
    Setting("QUIZAPP_THREADS", "4", "How many requests a process serves at once, 1 to 64.", "8"),
)

SHORTEST_SECRET = 32
LOOPBACK_HOSTS = ("127.0.0.1", "localhost")


@dataclass(frozen=True)
class Settings:
    """What the environment asks for; `secret` is None when the key is to come from its file."""

    host: str
    port: int
    public_url: str | None
    database_url: str = field(repr=False)  # it may hold a password
    secret: str | None = field(repr=False)
    instance: Path
    packs: Path
    redis_url: str | None = field(repr=False)
    workers: int
    threads: int

    @property
    def is_https(self) -> bool:
        return (self.public_url or "").startswith("https:")

    @property
    def trusted_hosts(self) -> tuple[str, ...]:
        """The host names, without ports, that a request may be addressed to."""
        public = urlsplit(self.public_url).hostname if self.public_url else None
        named = (public, None if self.host == "0.0.0.0" else self.host)
        return tuple(dict.fromkeys([*LOOPBACK_HOSTS, *(host for host in named if host)]))


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings from `environ` (default: this process's own). An empty value counts as none.

    Touches no file. Raises SettingsError for a value that cannot be used.
    """
    values = {name: text for name, text in (os.environ if environ is None else environ).items() if text}
    instance = _folder(values, "QUIZAPP_INSTANCE") or paths.instance()
    host, port = _bind(values.get("QUIZAPP_BIND", "127.0.0.1:8000"))
    public_url = _public_url(values.get("QUIZAPP_PUBLIC_URL"))
    _require_public_url(host, port, public_url)
    return Settings(
        host=host,
        port=port,
        public_url=public_url,
        database_url=_database_url(values.get("QUIZAPP_DATABASE_URL"), instance),
        secret=_secret(values.get("QUIZAPP_SECRET_KEY")),
        instance=instance,
        packs=_packs(values),
        redis_url=_redis_url(values.get("QUIZAPP_REDIS_URL")),
        workers=_count(values, "QUIZAPP_WORKERS", 2),
        threads=_count(values, "QUIZAPP_THREADS", 4),
    )


def secret_key(settings: Settings) -> str:
    """Return the key that signs cookies: the one set, else the one kept in the instance folder.

    Makes the folder and the file (mode 0600) once; two processes that start together get
    the same key. Raises SettingsError when the folder cannot be written to.
    """
    if settings.secret is not None:
        return settings.secret
    try:
        return _kept_key(make_instance(settings) / "secret_key")
    except OSError as problem:
        raise SettingsError(_unwritable(settings.instance, problem)) from problem


def make_instance(settings: Settings) -> Path:
    """Make the instance folder if it is missing, for its owner only, and return it."""
    try:
        settings.instance.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as problem:
        raise SettingsError(_unwritable(settings.instance, problem)) from problem
    return settings.instance


def _unwritable(folder: Path, problem: OSError) -> str:
    return f"cannot write to {folder} ({problem.strerror}); set QUIZAPP_INSTANCE to a folder you may write to"


def _kept_key(path: Path) -> str:
    try:
        # O_EXCL: of two processes that start together, exactly one makes the file.
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _wait_for_key(path)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        key = secrets.token_hex(32)
        file.write(key)
    return key


def _wait_for_key(path: Path) -> str:
    # The process that made the file may not have filled it yet.
    for _ in range(100):
        key = path.read_text(encoding="ascii", errors="replace").strip()
        if len(key) >= SHORTEST_SECRET:
            return key
        time.sleep(0.02)
    raise SettingsError(f"{path} holds no key; delete it, and a new one is made (learners begin afresh)")


def _folder(values: Mapping[str, str], name: str) -> Path | None:
    text = values.get(name)
    return Path(text).expanduser().absolute() if text else None


def _packs(values: Mapping[str, str]) -> Path:
    folder = _folder(values, "QUIZAPP_PACKS")
    if folder is not None and not folder.is_dir():
        raise SettingsError(
            f"QUIZAPP_PACKS={folder}: there is no such folder; give one that holds a folder for each pack"
        )
    return folder or paths.packs()


def _count(values: Mapping[str, str], name: str, default: int) -> int:
    text = values.get(name, str(default))
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 64):
        raise SettingsError(f"{name}={text}: give a whole number from 1 to 64, such as {name}={default}")
    return int(text)


def _bind(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if ":" in host:
        raise SettingsError(f"QUIZAPP_BIND={text}: give an IPv4 address, such as QUIZAPP_BIND=127.0.0.1:8000")
    if not host or not (port.isascii() and port.isdigit() and int(port) <= 65535):
        raise SettingsError(f"QUIZAPP_BIND={text}: give ADDRESS:PORT, such as QUIZAPP_BIND=127.0.0.1:8001")
    return host, int(port)


def _public_url(text: str | None) -> str | None:
    if text is None:
        return None
    try:
        parts = urlsplit(text)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable or ":" in (parts.hostname or "") or parts.username or parts.path.strip("/") or parts.query:
        raise SettingsError(
            f"QUIZAPP_PUBLIC_URL={text}: give http:// or https://, a host name and nothing after its port, "
            "such as QUIZAPP_PUBLIC_URL=http://192.168.1.20:8000"
        )
    return f"{parts.scheme}://{parts.netloc}"


def _require_public_url(host: str, port: int, public_url: str | None) -> None:
    if public_url is None and host != "localhost" and not host.startswith("127."):
        raise SettingsError(
            f"QUIZAPP_BIND={host}:{port} lets other computers connect: "
            f"also set QUIZAPP_PUBLIC_URL to the address they use, such as http://192.168.1.20:{port}"
        )


def _database_url(text: str | None, instance: Path) -> str:
    if text is None:
        return f"sqlite:///{instance / 'quizapp.sqlite3'}"
    scheme, colon, rest = text.partition(":")
    if scheme in {"postgresql", "postgres"} and colon:
        return f"postgresql+psycopg:{rest}"
    if scheme not in {"sqlite", "postgresql+psycopg"} or not rest.startswith("//"):
        # The value is not repeated: it may hold a password.
        raise SettingsError(
            "QUIZAPP_DATABASE_URL: give a sqlite: or a postgresql+psycopg: URL, "
            "such as sqlite:////srv/quizapp/quizapp.sqlite3 or postgresql+psycopg://user:password@host/name"
        )
    return text


def _redis_url(text: str | None) -> str | None:
    if text is not None and not re.match(r"(rediss?|unix)://[^\s?#]", text):
        # Not repeated, as above.
        raise SettingsError(
            "QUIZAPP_REDIS_URL: give a redis:, rediss: or unix: URL, "
            "such as redis://127.0.0.1:6379/0 or unix:///run/redis/redis.sock"
        )
    return text


def _secret(text: str | None) -> str | None:
    if text is not None and len(text) < SHORTEST_SECRET:
        raise SettingsError(
            f"QUIZAPP_SECRET_KEY: give at least {SHORTEST_SECRET} characters, "
            "or leave it unset, and one is made and kept in the instance folder"
        )
    return text
