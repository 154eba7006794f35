"""Writes the sample database of this release into samples/: `python -m tests.db.make_sample`, once, before a release.

A sample of a release that is out is never written again: it is what users have.
"""

import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from quizapp.db.migrate import HEAD, migrate

SAMPLES = Path(__file__).parent / "samples"

_STATEMENTS = """
INSERT INTO bureau (id, name, unit_word, sign_in_check) VALUES (1, '机关事务局', '局属', 'pin');
INSERT INTO departments (id, name, kind, parent_id, position, is_active) VALUES
    (1, '办公室', 'section', NULL, 1, 1), (2, '机关服务中心', 'unit', NULL, 2, 1), (3, '餐饮科', 'section', 2, 1, 1);
INSERT INTO people (id, number, is_number_generated, name, pinyin, initials, department_id, category, position, phone,
    remark, takes_tests, counts, is_ranked, pin_hash, is_active, extra_minutes)
    VALUES (1, '007', 0, '张𬭚', 'zhang du', 'zd', 3, '工勤', '厨师', '13800000000', '', 1, 1, 1, NULL, 1, 10);
INSERT INTO log_entries (id, at, who, action, subject, reason, details)
    VALUES (1, '2026-03-02 01:00:00.000000', '李四', 'people.import', '名册.xlsx', '', '{"new": 1}');
INSERT INTO banks (id, name, created_at) VALUES (1, '礼仪', '2026-03-02 01:00:00.000000');
INSERT INTO import_batches (id, kind, bank_id, file_name, file_hash, at, who, counts, undone_at)
    VALUES (1, 'bank', 1, '礼仪.xlsx', 'ab', '2026-03-02 01:00:00.000000', '李四', '{"new": 1}', NULL);
INSERT INTO questions (id, bank_id, identity, revision_id, state) VALUES (1, 1, 'identity', 1, 'active');
INSERT INTO question_revisions (id, question_id, number, batch_id, kind, stem, options, key, explanation, category,
    knowledge_point, difficulty, source, reviewed_on, created_at, who, pictures)
    VALUES (1, 1, 1, 1, 'true_false', '如图，站姿正确', '[]', 'true', '', '会面', '', '', '', NULL,
    '2026-03-02 01:00:00.000000', '李四', '[{"digest": "ab", "option": null}]');
INSERT INTO practice_records (person_id, question_id, seen, wrong, right_in_a_row, is_mistake, is_favourite, seen_at)
    VALUES (1, 1, 3, 1, 1, 1, 0, '2026-03-03 01:00:00.000000');
INSERT INTO pictures (digest, media_type, width, height, content) VALUES ('ab', 'image/png', 4, 3, X'89504E47');
"""


def main() -> None:
    """Make a database as this release does, put a few rows in and write it down as SQL."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "quizapp.sqlite3"
        migrate(file, Path(folder), datetime(2026, 3, 2, tzinfo=UTC))
        with closing(sqlite3.connect(file)) as connection:
            connection.executescript(_STATEMENTS)
            lines = [line for line in connection.iterdump() if "sqlite_" not in line]
    SAMPLES.mkdir(exist_ok=True)
    (SAMPLES / f"revision-{HEAD}.sql").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
