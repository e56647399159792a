"""`quizapp check`, `quizapp facts` and `quizapp generate`: a pack proven, shown, and made into questions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

import click

from quizapp.exchange.json_lines import pack_json, question_json
from quizapp.facts.model import Citation
from quizapp.facts.pack import Pack
from quizapp.facts.reading import PackError, read_pack
from quizapp.facts.texts import read_texts
from quizapp.generation.bank import KINDS, bank, deal_form
from quizapp.generation.proofs import Proof, proof_of
from quizapp.generation.question import Option, Question
from quizapp.quality.proof_report import proven
from quizapp.settings import read_settings

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
KIND_NAMES = [kind.NAME for kind in KINDS]


@click.command(
    epilog="\b\nExamples:\n  quizapp check\n  quizapp check questions/branches\n"
    "  quizapp check --texts ~/articles"
)
@click.argument("packs", metavar="[PACK]...", nargs=-1)
@click.option(
    "--texts", type=_FOLDER, help="Folder of the articles as *.txt: proves every citation against them."
)
def check(packs: tuple[str, ...], texts: Path | None) -> None:
    """Check packs, and prove their citations; print every problem, and exit with 1 if there is any.

    PACK is the folder of a pack, or the id of one that comes with the program; all of those if none
    is named. With --texts, the evidence of every question's key must stand in the paragraphs it cites,
    and a simple reader who has only those must find 95 percent of the answers; what it found, by kind
    of question, is printed after the problems.
    """
    problems: list[str] = []
    tables: list[str] = []
    for home in [_home(name) for name in packs] or _shipped():
        pack, found = _checked(home)
        problems.extend(found)
        if pack and texts:
            proof = proven(pack, read_texts(texts))
            problems.extend(proof.problems)
            tables.extend(proof.table)
    for line in problems + tables:
        click.echo(line)
    if problems:
        raise click.ClickException(f"{len(problems)} problem{'s' if len(problems) != 1 else ''} found")


@click.command(epilog="\b\nExample:\n  quizapp facts branches --json")
@click.argument("pack")
@click.option("--json", "as_json", is_flag=True, help="One JSON object with sources, facts and links.")
def facts(pack: str, as_json: bool) -> None:
    """Print what PACK takes from its sources."""
    found = read_named(pack)
    if as_json:
        click.echo(json.dumps(pack_json(found), ensure_ascii=False, indent=1))
        return
    for fact in found.facts.values():
        places = "; ".join(f"{cite.source} {_where(cite)}".rstrip() for cite in fact.citations)
        click.echo(f"{fact.id}: {fact.statement} [{fact.status}; {places}]")


def _where(cite: Citation) -> str:
    return ", ".join(f"¶{number}" for number in cite.paragraphs) or cite.place


@click.command(
    epilog="\b\nExamples:\n  quizapp generate branches --count 10 --seed 1\n"
    "  quizapp generate branches --count 0 --seed 1 --json > bank.jsonl"
)
@click.argument("pack")
@click.option(
    "--count", default=10, show_default=True, type=click.IntRange(min=0), help="How many; 0: the whole bank."
)
@click.option(
    "--seed", default="1", show_default=True, help="The same seed gives the same questions everywhere."
)
@click.option("--topic", "topics", multiple=True, help="Only this topic; may be repeated.")
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(KIND_NAMES), help="Only this kind; may be repeated."
)
@click.option("--json", "as_json", is_flag=True, help="JSON Lines: one question a line.")
@click.option("--proofs", is_flag=True, help="With each wrong option: by which rule, and what was searched.")
def generate(
    pack: str,
    count: int,
    seed: str,
    topics: tuple[str, ...],
    kinds: tuple[str, ...],
    as_json: bool,
    proofs: bool,
) -> None:
    """Make questions from PACK.

    They form a quiz as far as the pack allows: no two on one fact, none that gives another away. If
    more are wanted, others of the bank follow, and standard error says from where on.
    """
    found = read_named(pack)
    for topic in topics:
        if topic not in {one.id for one in found.topics}:
            known = ", ".join(one.id for one in found.topics)
            raise click.BadParameter(
                f'no topic is called "{topic}"; the topics are {known}', param_hint="--topic"
            )
    for question in _chosen(found, count, seed, frozenset(topics), frozenset(kinds)):
        proven = _proofs(found, question) if proofs else {}
        if as_json:
            click.echo(json.dumps(question_json(question, proven), ensure_ascii=False))
        else:
            click.echo(_plain(question, proven))


def _proofs(pack: Pack, question: Question) -> dict[Option, Proof]:
    wrong = (option for option in question.options if not option.correct)
    return {option: proof_of(pack, question, option) for option in wrong}


def _chosen(
    pack: Pack, count: int, seed: str, topics: frozenset[str], kinds: frozenset[str]
) -> list[Question]:
    pool = [
        q for q in bank(pack, seed) if (not topics or q.topic in topics) and (not kinds or q.kind in kinds)
    ]
    if count == 0:
        return pool
    form = deal_form(pack, seed, count, topics, kinds)
    if form.short_by:
        click.echo(
            f"{len(form.questions)} questions form a quiz; those after them share facts with others.",
            err=True,
        )
    seen = {question.id for question in form.questions}
    return list(chain(form.questions, (q for q in pool if q.id not in seen)))[:count]


def _plain(question: Question, proofs: Mapping[Option, Proof]) -> str:
    lines = [f"{question.stem}  [{question.kind}]"]
    if question.quote:
        lines.append(f"    “{question.quote}”")
    for option in question.options:
        lines.append(f"  {'*' if option.correct else '-'} {option.text}")
        lines += [f"      {proofs[option].words}"] if option in proofs else []
    lines.append(f"  = {question.answer}. {question.explanation.statement}")
    return "\n".join(lines) + "\n"


def _checked(home: Path) -> tuple[Pack | None, list[str]]:
    try:
        return read_pack(home), []
    except PackError as error:
        return None, error.problems


def read_named(name: str) -> Pack:
    """Return the pack of that folder or id; raise ClickException with its problems, or the ids there are."""
    try:
        return read_pack(_home(name))
    except PackError as error:
        raise click.ClickException("\n".join(error.problems)) from error


def _home(name: str) -> Path:
    """Return the folder of a pack, given as a path or as the id of a shipped one."""
    path = Path(name)
    if path.is_dir():
        return path
    shipped = read_settings().packs / name
    if shipped.is_dir() and name:
        return shipped
    raise click.ClickException(
        f'no pack "{name}"; name a folder, or one of: {", ".join(h.name for h in _shipped())}'
    )


def _shipped() -> list[Path]:
    return sorted(path.parent for path in read_settings().packs.glob("*/pack.toml"))
