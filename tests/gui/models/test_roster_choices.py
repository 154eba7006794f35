"""Decisions over a roster file: gathered by row and person, applied to what a comparison says."""

from quizapp.core.people import DepartmentKind
from quizapp.core.roster import RosterScope
from quizapp.core.roster_comparison import compare, settle
from quizapp.gui.models.roster_choices import LEAVE_OUT, RosterChoices, guessed_scope, named_departments, topmost_named
from tests.core.rosters import CANTEEN, CENTRE, DEPARTMENTS, FINANCE, OFFICE, person, row

PEOPLE = [person(1, "张三", number="007"), person(2, "李四"), person(3, "王五", FINANCE), person(4, "赵六", CANTEEN)]


def compared(*rows, scope=RosterScope()):  # noqa: B008 - a frozen value
    return compare(rows, PEOPLE, DEPARTMENTS, scope)


def moved():
    """李四 stands in another department, without a number: is it the same person?"""
    return compared(row(2, "张三", number="007"), row(3, "李四", "财务科"), row(4, "王五", "财务科"))


def test_an_unanswered_question_is_open_and_nobody_whom_it_may_be_has_left():
    changes, choices = moved(), RosterChoices()
    assert [question.row.name for question in choices.open_questions(changes)] == ["李四"]
    assert [one.name for one in choices.leaving(changes)] == ["赵六"]


def test_an_answer_decides_who_the_row_is_and_who_left():
    changes, choices = moved(), RosterChoices()
    key = changes.questions[0].row.key
    choices.answers[key] = None
    assert [one.name for one in choices.leaving(changes)] == ["赵六", "李四"]
    choices.answers[key] = 2
    assert choices.open_questions(changes) == []
    assert [one.name for one in choices.leaving(changes)] == ["赵六"]
    plan = settle(changes, choices.decisions(changes))
    assert [(entry.row.name, entry.person and entry.person.id) for entry in plan.entries] == [("李四", 2)]
    assert [one.name for one in plan.left] == [one.name for one in choices.leaving(changes)]


def test_a_row_that_is_left_out_leaves_the_person_as_is():
    changes, choices = moved(), RosterChoices()
    choices.answers[changes.questions[0].row.key] = LEAVE_OUT
    plan = settle(changes, choices.decisions(changes))
    assert plan.entries == ()
    assert [one.name for one in plan.left] == ["赵六"] == [one.name for one in choices.leaving(changes)]


def test_an_answer_that_no_longer_fits_is_asked_again():
    choices = RosterChoices()
    choices.answers["名册", 3] = 99
    assert len(choices.open_questions(moved())) == 1
    assert choices.decisions(moved()).answers == {}


def test_ticks_are_taken_away_and_given_back():
    changes, choices = compared(row(2, "新人"), row(3, "张三", number="007")), RosterChoices()
    choices.take_rows(changes.entries, False)
    choices.take_left(changes.left, False)
    plan = settle(changes, choices.decisions(changes))
    assert (plan.entries, plan.left) == ((), ())
    choices.take_rows(changes.entries, True)
    choices.take_left(changes.left[:1], True)
    plan = settle(changes, choices.decisions(changes))
    assert [entry.row.name for entry in plan.entries] == ["新人"]
    assert plan.left == changes.left[:1]


def test_only_adding_notes_nobody_as_left():
    changes, choices = compared(row(2, "新人")), RosterChoices(notes_left=False)
    assert choices.leaving(changes) == []
    assert settle(changes, choices.decisions(changes)).left == ()


def test_another_file_begins_anew():
    choices = RosterChoices({("名册", 2): 1}, {("名册", 3)}, {4}, {("保卫科",): DepartmentKind.UNIT}, True, False)
    choices.forget()
    assert choices == RosterChoices()


def test_a_file_with_every_department_is_the_whole_roster():
    changes = compared(row(2, "张三"), row(3, "王五", "财务科"), row(4, "赵六", "服务中心", "食堂"))
    assert named_departments(changes) == {OFFICE.id, FINANCE.id, CANTEEN.id}
    assert guessed_scope(changes, DEPARTMENTS, PEOPLE, None) == RosterScope()


def test_a_file_with_some_departments_speaks_for_those_and_what_is_below_them():
    changes = compared(row(2, "周八", "服务中心"), row(3, "赵六", "服务中心", "食堂"))
    assert guessed_scope(changes, DEPARTMENTS, PEOPLE, None) == RosterScope(False, (CENTRE.id,))
    assert topmost_named(changes, DEPARTMENTS) == (CENTRE.id,)


def test_a_unit_s_administrator_speaks_for_the_unit():
    changes = compared(row(2, "张三"))
    assert guessed_scope(changes, DEPARTMENTS, PEOPLE, CENTRE.id) == RosterScope(False, (CENTRE.id,))
