"""`quizapp sources`: attach a teacher's own copies of the articles, take them away, list them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import click
from flask import Flask

from quizapp.commands.opening import open_app, open_database, require_current_database
from quizapp.facts.pack import Pack
from quizapp.facts.texts import cited_paragraphs, nearest_source, read_texts, recognise
from quizapp.settings import read_settings
from quizapp.site.packs import all_packs
from quizapp.store import attaching
from quizapp.store.attaching import AttachedCount, AttachedText

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group(
    epilog="\b\nExamples:\n  quizapp sources attach ~/articles\n  quizapp sources list\n"
    "  quizapp sources detach"
)
def sources() -> None:
    """Attach your own copies of the articles, so that explanations can show the cited paragraph.

    The program comes with facts and paragraph numbers, not with the articles.
    """


@sources.command(epilog="\b\nExample:\n  quizapp sources attach ~/articles")
@click.argument("folder", metavar="DIR", type=_FOLDER)
def attach(folder: Path) -> None:
    """Keep the cited paragraphs of the *.txt files in DIR, in place of earlier copies.

    A file is recognised by its cited paragraphs, whatever menus and advertisements surround
    them. A file that is no source is named, nothing of it is kept, and the exit status is 1.
    """
    texts = read_texts(folder)
    if not texts:
        raise click.ClickException(f"{folder} holds no *.txt file; save each article there as plain text")
    app = _ready_app()
    with open_database(app):
        known = {name: _recognised(all_packs().values(), text) for name, text in texts.items()}
        attaching.attach([match for matches in known.values() for match in matches], datetime.now(UTC))
        for name, matches in known.items():
            _report(name, matches, texts[name])
    if not all(known.values()):
        raise click.exceptions.Exit(1)


@sources.command(epilog="\b\nExamples:\n  quizapp sources detach SOURCE\n  quizapp sources detach")
@click.argument("source", required=False)
def detach(source: str | None) -> None:
    """Remove the attached text of SOURCE, or of every source."""
    with open_database(_ready_app()):
        removed = attaching.detach(source)
    if source and not removed:
        raise click.ClickException(f'no text is attached for "{source}"; see: quizapp sources list')
    click.echo("\n".join(f"detached {_named(one)}" for one in removed) or "No text is attached.")


@sources.command("list", epilog="\b\nExample:\n  quizapp sources list")
def list_() -> None:
    """List the sources of every pack, and whether their text is attached."""
    with open_database(_ready_app()):
        counts = {(one.pack, one.source): one.paragraphs for one in attaching.attached()}
        for pack in all_packs().values():
            for source_id in pack.sources:
                click.echo(f"{pack.id} {source_id}: {_state(counts.get((pack.id, source_id)))}")


def _ready_app() -> Flask:
    app = open_app(read_settings())
    require_current_database(app)
    return app


def _recognised(packs: Iterable[Pack], text: str) -> list[AttachedText]:
    return [
        AttachedText(pack.id, match.source, {n: words for n, words in match.paragraphs.items() if n in cited})
        for pack in packs
        for match in recognise(pack, text)
        for cited in [cited_paragraphs(pack, pack.sources[match.source])]
    ]


def _report(name: str, matches: list[AttachedText], text: str) -> None:
    for match in matches:
        click.echo(f"{name}: attached as {match.source} ({len(match.paragraphs)} paragraphs)")
    if not matches:
        nearest = [found for pack in all_packs().values() if (found := nearest_source(pack, text))]
        hint = f" ({nearest[0]})" if nearest else ""
        click.echo(f"{name}: matches no source{hint}; nothing of it was kept", err=True)


def _state(paragraphs: int | None) -> str:
    return f"{paragraphs} paragraphs attached" if paragraphs else "not attached"


def _named(one: AttachedCount) -> str:
    return f"{one.pack} {one.source} ({one.paragraphs} paragraphs)"
