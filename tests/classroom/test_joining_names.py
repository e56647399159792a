"""Taking a name at the door, by each way of naming; going on as it; giving it up."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape

import pytest
from flask import Flask, session
from sqlalchemy import select, update
from werkzeug.test import TestResponse

from quizapp.classroom.joining import operations
from quizapp.classroom.joining.forms import NicknameForm, signed_offer
from quizapp.classroom.participants import KEY, new_claim, resume_card
from quizapp.store.base import db
from quizapp.store.classes import Participant
from tests.classroom.building import (
    code_of,
    given_assignment,
    given_class,
    given_sitting,
    given_teacher,
    learner_visitor,
    learners_of,
)
from tests.visiting import Visitor, words_of

sqlite_only = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def a_door(app: Flask, naming: str, *, free: bool = True, learners: int = 2) -> str:
    """Make an open assignment for a class with names, free or taken, and return its door's address."""
    class_id = given_class(app, given_teacher(app), learners=learners, naming=naming)
    code = code_of(app, given_assignment(app, class_id))
    if free:
        with app.app_context():
            db.session.execute(
                update(Participant).where(Participant.class_id == class_id).values(joined_at=None)
            )
            db.session.commit()
    return f"/j/{code}"


def people(app: Flask) -> list[Participant]:
    with app.app_context():
        return list(db.session.scalars(select(Participant).order_by(Participant.id)))


def who_is(visitor: Visitor) -> list[list[int]]:
    """Return the ids and claims that a browser holds."""
    with visitor.client.session_transaction() as kept:
        return list(kept.get(KEY, {}).values())


def is_in(reply: TestResponse, door: str) -> bool:
    return (reply.status_code, reply.location) == (303, f"{door}/quiz")


def offered(page: TestResponse) -> tuple[str, str]:
    """Return the name that a door offers, and the signed words that its form sends."""
    signed = re.search(r'name="offer" value="([^"]+)"', page.text)
    name = re.search(r'id="offered">([^<]+)<', page.text)
    assert signed
    assert name
    return unescape(name[1]), unescape(signed[1])


def test_a_name_from_the_roster_makes_the_browser_that_learner(harbour_app: Flask) -> None:
    door, visitor = a_door(harbour_app, "roster"), Visitor(harbour_app)
    learner = people(harbour_app)[1]
    assert is_in(visitor.post(f"{door}/name", participant=str(learner.id), ticket="t"), door)
    assert [kept[0] for kept in who_is(visitor)] == [learner.id]
    assert people(harbour_app)[1].joined_at is not None


def test_a_taken_name_is_marked_and_cannot_be_taken_again(harbour_app: Flask) -> None:
    door = a_door(harbour_app, "roster", free=False)
    learner = people(harbour_app)[0]
    visitor = Visitor(harbour_app)
    assert "Learner 1 is taken: that is me" in visitor.get(door).text
    assert 'name="participant"' not in visitor.get(door).text
    reply = visitor.post(f"{door}/name", participant=str(learner.id), ticket="t")
    assert reply.status_code == 409
    assert "Somebody has taken the name “Learner 1”" in words_of(reply)
    assert who_is(visitor) == []


def test_of_two_who_take_a_name_at_once_one_has_it(harbour_app: Flask) -> None:
    door = a_door(harbour_app, "roster")
    learner = people(harbour_app)[0]
    visitors = [Visitor(harbour_app) for _ in range(4)]
    tokens = [visitor.token() for visitor in visitors]

    def take(number: int) -> int:
        fields = {"csrf_token": tokens[number], "participant": str(learner.id), "ticket": f"t{number}"}
        return visitors[number].client.post(f"{door}/name", data=fields).status_code

    with ThreadPoolExecutor() as pool:
        assert sorted(pool.map(take, range(4))) == [303, 409, 409, 409]
    assert sum(bool(who_is(visitor)) for visitor in visitors) == 1


@pytest.mark.parametrize("naming", ["roster", "nickname"])
def test_a_form_sent_again_after_a_lost_reply_finds_the_name_its_own(harbour_app: Flask, naming: str) -> None:
    door = a_door(harbour_app, naming)
    fields = {"participant": str(people(harbour_app)[0].id), "name": "Ada", "ticket": "one-page"}
    Visitor(harbour_app).post(f"{door}/name", **fields)
    without_the_reply = Visitor(harbour_app)
    assert is_in(without_the_reply.post(f"{door}/name", **fields), door)


@sqlite_only
@pytest.mark.parametrize("participant", ["", "no number", "99999999999999999999", "-1"])
def test_a_name_that_is_not_on_the_roster_is_refused(harbour_app: Flask, participant: str) -> None:
    door = a_door(harbour_app, "roster")
    reply = Visitor(harbour_app).post(f"{door}/name", participant=participant, ticket="t")
    assert reply.status_code in (409, 422)
    assert 'id="name-error"' in reply.text


@sqlite_only
def test_a_name_of_another_class_is_refused(harbour_app: Flask) -> None:
    door = a_door(harbour_app, "roster")
    a_door(harbour_app, "roster")
    foreign = people(harbour_app)[-1]
    reply = Visitor(harbour_app).post(f"{door}/name", participant=str(foreign.id), ticket="t")
    assert reply.status_code == 409
    assert people(harbour_app)[-1].joined_at is None


def test_a_nickname_is_kept_as_text_without_control_characters(harbour_app: Flask) -> None:
    door, visitor = a_door(harbour_app, "nickname", learners=0), Visitor(harbour_app)
    assert is_in(visitor.post(f"{door}/name", name=" <b>Ada</b>\x00\n\u202eB ", ticket="t"), door)
    assert people(harbour_app)[0].name == "<b>Ada</b> B"
    again = Visitor(harbour_app).post(f"{door}/name", name="<B>ada</b> b", ticket="u")
    assert again.status_code == 409
    assert 'value="&lt;B&gt;ada&lt;/b&gt; b"' in again.text
    assert "choose another one" in words_of(again)
    assert "<b>" not in again.text.lower()


def test_a_nickname_that_the_teacher_made_free_can_be_taken(harbour_app: Flask) -> None:
    door, visitor = a_door(harbour_app, "nickname"), Visitor(harbour_app)
    assert is_in(visitor.post(f"{door}/name", name="LEARNER 2", ticket="t"), door)
    assert [kept[0] for kept in who_is(visitor)] == [people(harbour_app)[1].id]


@sqlite_only
@pytest.mark.parametrize(
    ("name", "remedy"), [("", "two letters"), ("A.", "two letters"), ("a" * 61, "Shorten it to 60")]
)
def test_a_bad_nickname_is_kept_and_told_what_to_do(harbour_app: Flask, name: str, remedy: str) -> None:
    door = a_door(harbour_app, "nickname")
    reply = Visitor(harbour_app).post(f"{door}/name", name=name, ticket="t")
    assert reply.status_code == 422
    assert remedy in words_of(reply)
    assert f'value="{name}"' in reply.text


def test_a_generated_name_is_offered_and_taken(harbour_app: Flask) -> None:
    door, visitor = a_door(harbour_app, "generated", learners=0), Visitor(harbour_app)
    name, signed = offered(visitor.get(door))
    assert is_in(visitor.post(f"{door}/name", offer=signed, ticket="t"), door)
    assert [one.name for one in people(harbour_app)] == [name]
    other = Visitor(harbour_app).post(f"{door}/name", offer=signed, ticket="u")
    assert other.status_code == 409
    assert offered(other)[0] != name


@sqlite_only
def test_no_other_name_than_the_one_offered_is_taken(harbour_app: Flask) -> None:
    door = a_door(harbour_app, "generated", learners=0)
    with harbour_app.app_context():
        for_another_class = signed_offer(99, "Quiet Lantern")
    for offer in ("", "Rude Name", for_another_class):
        reply = Visitor(harbour_app).post(f"{door}/name", offer=offer, name="Rude Name", ticket="t")
        assert reply.status_code == 409
    assert people(harbour_app) == []


@sqlite_only
def test_a_class_does_not_grow_without_end(harbour_app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operations, "MOST_LEARNERS", 2)
    door = a_door(harbour_app, "nickname")
    reply = Visitor(harbour_app).post(f"{door}/name", name="Ada", ticket="t")
    assert reply.status_code == 409
    assert "takes no more" in words_of(reply)


def test_a_resume_code_lets_a_learner_go_on_elsewhere(harbour_app: Flask) -> None:
    door, visitor = a_door(harbour_app, "roster", free=False), Visitor(harbour_app)
    learner = people(harbour_app)[0]
    typed = f" {learner.resume_code[:3].lower()}-{learner.resume_code[3:].lower()} "
    assert is_in(visitor.post(f"{door}/resume", resume_code=typed), door)
    assert who_is(visitor) == [[learner.id, learner.claim]]


def test_a_resume_code_given_out_beforehand_takes_the_name(harbour_app: Flask) -> None:
    door = a_door(harbour_app, "roster")
    Visitor(harbour_app).post(f"{door}/resume", resume_code=people(harbour_app)[0].resume_code)
    assert people(harbour_app)[0].joined_at is not None


@sqlite_only
def test_a_resume_code_of_another_class_is_refused_and_kept(harbour_app: Flask) -> None:
    door = a_door(harbour_app, "roster", free=False)
    a_door(harbour_app, "roster", free=False)
    visitor, code = Visitor(harbour_app), people(harbour_app)[-1].resume_code
    reply = visitor.post(f"{door}/resume", resume_code=code)
    assert reply.status_code == 422
    assert "Nobody in this class has that resume code" in words_of(reply)
    assert f'value="{code}"' in reply.text
    assert who_is(visitor) == []


@sqlite_only
def test_a_browser_that_is_left_is_nobodys(harbour_app: Flask) -> None:
    door = a_door(harbour_app, "roster", free=False)
    visitor = learner_visitor(harbour_app, people(harbour_app)[0].id)
    assert visitor.post(f"{door}/leave").location == door
    assert who_is(visitor) == []
    assert people(harbour_app)[0].joined_at is not None


@sqlite_only
def test_a_name_made_free_by_the_teacher_signs_the_old_browser_out(harbour_app: Flask) -> None:
    door = a_door(harbour_app, "roster", free=False)
    visitor = learner_visitor(harbour_app, people(harbour_app)[0].id)
    assert is_in(visitor.get(door), door)
    with harbour_app.app_context():
        freed = {"claim": new_claim(), "joined_at": None}
        db.session.execute(update(Participant).values(freed))
        db.session.commit()
    assert "Who are you?" in words_of(visitor.get(door))


def test_a_name_taken_by_mistake_is_given_back(harbour_app: Flask) -> None:
    door = a_door(harbour_app, "roster", free=False)
    before = people(harbour_app)[0]
    visitor, elsewhere = (learner_visitor(harbour_app, before.id) for _ in range(2))
    assert visitor.post(f"{door}/give-back").location == door
    after = people(harbour_app)[0]
    assert (after.joined_at, after.name) == (None, before.name)
    assert after.resume_code != before.resume_code
    assert "Who are you?" in words_of(elsewhere.get(door))


def test_a_nickname_given_back_is_gone(harbour_app: Flask) -> None:
    door = a_door(harbour_app, "nickname", free=False)
    gone, stays = people(harbour_app)
    learner_visitor(harbour_app, gone.id).post(f"{door}/give-back")
    assert [one.id for one in people(harbour_app)] == [stays.id]


@pytest.mark.parametrize("naming", ["roster", "nickname"])
def test_a_name_with_answers_is_not_given_back(harbour_app: Flask, naming: str) -> None:
    class_id = given_class(harbour_app, given_teacher(harbour_app), naming=naming)
    assignment_id = given_assignment(harbour_app, class_id)
    learner = learners_of(harbour_app, class_id)[0]
    given_sitting(harbour_app, assignment_id, learner, {})
    visitor = learner_visitor(harbour_app, learner)
    reply = visitor.post(f"/j/{code_of(harbour_app, assignment_id)}/give-back")
    assert reply.status_code == 409
    assert len(who_is(visitor)) == 1
    assert people(harbour_app)[0].joined_at is not None


@sqlite_only
def test_the_resume_card_shows_the_code_and_the_name_as_text(harbour_app: Flask) -> None:
    a_door(harbour_app, "roster", learners=1)
    with harbour_app.test_request_context():
        session["csrf_token"] = "t"
        learner = db.session.scalars(select(Participant)).one()
        learner.name, learner.resume_code = "<i>Ada</i>", "BCDGHJMP"
        card = resume_card(learner, "BCDGHJ")
        shown = harbour_app.jinja_env.get_template("partials/_resume_code.html").render(resume_card=card)
    assert "You are &lt;i&gt;Ada&lt;/i&gt;" in shown
    assert "BCDG HJMP" in shown
    assert "Give the name back" in shown


@sqlite_only
def test_a_ticket_gives_a_claim_that_a_column_can_hold(harbour_app: Flask) -> None:
    with harbour_app.test_request_context(method="POST", data={"ticket": "t"}):
        assert NicknameForm().claim == NicknameForm().claim
    with harbour_app.test_request_context(method="POST", data={}):
        assert NicknameForm().claim != NicknameForm().claim
        assert all(1 <= NicknameForm().claim <= 2**30 for _ in range(50))
