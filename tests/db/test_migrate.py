"""From nothing, or from what an older release left, to the tables of this one."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from quizapp.db.engine import open_sqlite
from quizapp.db.migrate import HEAD, Steps, companions, is_current, migrate, refuse_unknown, restoring, stored_revision
from quizapp.db.tables import Base
from quizapp.errors import Damaged, EnvironmentFault, NotReadable, TooNew
from tests.db.conftest import NOW, read_only

_LATER_STEP = """
import sqlalchemy as sa
from alembic import op

revision = "9002"
down_revision = "{head}"


def upgrade():
    with op.batch_alter_table("departments", recreate="always") as batch:
        batch.add_column(sa.Column("colour", sa.String(20), nullable=False, server_default="red"))
    {then}
"""


def _later(folder: Path, then: str = "pass") -> Steps:
    """Return the steps of a program that is one step ahead of this one."""
    shutil.copytree(Steps().folder, folder)
    (folder / "versions" / "9002_later.py").write_text(_LATER_STEP.format(head=HEAD, then=then), encoding="utf-8")
    return Steps(folder, "9002")


def _fill(file: Path) -> None:
    """Put a department with a person into a database."""
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(
            "INSERT INTO departments (id, name, kind, parent_id, position, is_active)"
            " VALUES (1, '办公室', 'section', NULL, 1, 1), (2, '文秘', 'section', 1, 1, 1)"
        )
        connection.execute(
            "INSERT INTO people (id, number, is_number_generated, name, pinyin, initials, department_id, category,"
            " position, phone, remark, takes_tests, counts, is_ranked, pin_hash, is_active)"
            " VALUES (1, '007', 0, '张三', '', '', 2, '', '', '', '', 1, 1, 1, NULL, 1)"
        )


def _select(file: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(query).fetchall()


def test_the_head_is_the_last_step() -> None:
    assert ScriptDirectory(str(Steps().folder)).get_current_head() == HEAD


def test_a_new_database_has_the_tables_of_the_program(file: Path) -> None:
    database = open_sqlite(file)
    with database.read() as session:
        context = MigrationContext.configure(
            session.connection(), opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, Base.metadata) == []
    database.close()
    assert is_current(file)


def test_where_there_is_nothing_a_database_is_made(tmp_path: Path) -> None:
    file = tmp_path / "new" / "quizapp.sqlite3"
    assert stored_revision(file) is None
    assert not file.parent.exists()
    migrate(file, tmp_path / "backups", NOW)
    assert stored_revision(file) == HEAD
    assert [part.name for part in file.parent.iterdir()] == [file.name]
    assert not (tmp_path / "backups").exists()


def test_what_a_killed_making_left_is_in_nobodys_way(tmp_path: Path) -> None:
    file = tmp_path / "quizapp.sqlite3"
    (tmp_path / "quizapp.sqlite3.new").write_bytes(b"half")
    (tmp_path / "quizapp.sqlite3.new-wal").write_bytes(b"half")
    migrate(file, tmp_path / "backups", NOW)
    assert [part.name for part in tmp_path.iterdir()] == [file.name]


def test_a_current_database_is_left_alone_and_alembic_not_even_imported(file: Path) -> None:
    before = file.read_bytes()
    code = (
        "import sys; from datetime import UTC, datetime; from pathlib import Path\n"
        "from quizapp.db.migrate import migrate\n"
        "migrate(Path(sys.argv[1]), Path(sys.argv[2]), datetime(2026, 3, 2, tzinfo=UTC))\n"
        "print('alembic' in sys.modules)"
    )
    arguments = [sys.executable, "-c", code, str(file), str(file.parent / "backups")]
    assert subprocess.run(arguments, capture_output=True, text=True, check=True).stdout == "False\n"
    assert file.read_bytes() == before


@pytest.mark.parametrize("sample", sorted((Path(__file__).parent / "samples").iterdir()), ids=lambda file: file.name)
def test_the_samples_of_all_releases_open(sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "quizapp.sqlite3"
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(sample.read_text(encoding="utf-8"))
    migrate(file, tmp_path / "backups", NOW)
    assert is_current(file)
    database = open_sqlite(file)
    with database.read() as session:
        assert compare_metadata(MigrationContext.configure(session.connection()), Base.metadata) == []
    database.close()
    assert _select(file, "SELECT number, name, department_id FROM people") == [("007", "张𬭚", 3)]


def test_questions_from_before_pictures_have_none(tmp_path: Path) -> None:
    file = tmp_path / "quizapp.sqlite3"
    sample = (Path(__file__).parent / "samples" / "revision-0001.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.executescript(sample)
        connection.execute(
            "INSERT INTO question_revisions (id, question_id, number, batch_id, kind, stem, options, key, explanation,"
            " category, knowledge_point, difficulty, source, reviewed_on, created_at, who)"
            " VALUES (1, 1, 1, 1, 'true_false', '问', '[]', 'true', '', '', '', '', '', NULL,"
            " '2026-03-02 01:00:00.000000', '李四')"
        )
    migrate(file, tmp_path / "backups", NOW)
    assert _select(file, "SELECT stem, pictures FROM question_revisions") == [("问", "[]")]
    assert _select(file, "SELECT * FROM pictures") == []
    (backup,) = (tmp_path / "backups").iterdir()
    assert stored_revision(backup) == "0001"


def test_this_release_has_its_sample() -> None:
    assert list((Path(__file__).parent / "samples").glob(f"revision-{HEAD}.sql"))


def test_an_older_database_is_backed_up_and_upgraded(file: Path, tmp_path: Path) -> None:
    _fill(file)
    migrate(file, tmp_path / "backups", NOW, _later(tmp_path / "steps"))
    assert stored_revision(file) == "9002"
    assert _select(file, "SELECT id, name, parent_id, colour FROM departments") == [
        (1, "办公室", None, "red"),
        (2, "文秘", 1, "red"),
    ]
    assert _select(file, "SELECT name, department_id FROM people") == [("张三", 2)]
    (backup,) = (tmp_path / "backups").iterdir()
    assert stored_revision(backup) == HEAD
    assert _select(backup, "SELECT name FROM people") == [("张三",)]


@pytest.mark.parametrize("then", ["raise ZeroDivisionError", "op.execute('DELETE FROM departments WHERE id = 2')"])
def test_a_step_that_fails_changes_nothing(then: str, file: Path, tmp_path: Path) -> None:
    _fill(file)
    with pytest.raises((ZeroDivisionError, RuntimeError)):
        migrate(file, tmp_path / "backups", NOW, _later(tmp_path / "steps", then))
    assert stored_revision(file) == HEAD
    assert _select(file, "SELECT name FROM departments") == [("办公室",), ("文秘",)]


def test_newer_data_are_refused(file: Path, tmp_path: Path) -> None:
    migrate(file, tmp_path / "backups", NOW, _later(tmp_path / "steps"))
    before = file.read_bytes()
    with pytest.raises(TooNew, match="新版"):
        migrate(file, tmp_path / "backups", NOW)
    assert file.read_bytes() == before
    refuse_unknown(HEAD)


@pytest.mark.parametrize(
    ("content", "fault"),
    [(b"", Damaged), (b"half a database" * 1000, Damaged), (b"PK\x03\x04", Damaged)],
    ids=["empty", "no database", "short"],
)
def test_what_is_no_database_is_told_and_kept(content: bytes, fault: type[Exception], tmp_path: Path) -> None:
    file = tmp_path / "quizapp.sqlite3"
    file.write_bytes(content)
    with pytest.raises(fault, match="备份"):
        migrate(file, tmp_path / "backups", NOW)
    assert file.read_bytes() == content


@pytest.mark.parametrize("part", [0.02, 0.1, 0.5, 0.95])
def test_a_half_written_database_is_told_and_kept(part: float, file: Path, tmp_path: Path) -> None:
    content = file.read_bytes()[: int(file.stat().st_size * part)]
    file.write_bytes(content)
    with pytest.raises(Damaged, match="备份"):
        migrate(file, tmp_path / "backups", NOW)
    assert file.read_bytes() == content


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    for name, statement in (("a", "CREATE TABLE t (x)"), ("b", "CREATE TABLE alembic_version (version_num)")):
        file = tmp_path / name
        with closing(sqlite3.connect(file)) as connection:
            connection.execute(statement)
        before = file.read_bytes()
        with pytest.raises(NotReadable, match="不是本程序"):
            migrate(file, tmp_path / "backups", NOW)
        assert file.read_bytes() == before


def test_a_lost_database_is_not_buried_under_a_new_one(file: Path, tmp_path: Path) -> None:
    file.unlink()
    wal, _shm = companions(file)
    wal.write_bytes(b"what was written last")
    with pytest.raises(EnvironmentFault, match="日志还在"):
        migrate(file, tmp_path / "backups", NOW)
    wal.unlink()
    restoring(file).write_bytes(b"a backup that was being put in place")
    with pytest.raises(EnvironmentFault, match="恢复没有完成"):
        migrate(file, tmp_path / "backups", NOW)
    assert not file.exists()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    with read_only(folder), pytest.raises(EnvironmentFault, match="权限"):
        migrate(folder / "quizapp.sqlite3", tmp_path / "backups", NOW)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(EnvironmentFault, match="不能读写"):
        migrate(tmp_path / "file" / "quizapp.sqlite3", tmp_path / "backups", NOW)
