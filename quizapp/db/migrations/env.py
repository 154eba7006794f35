"""What Alembic runs: the steps above the stored revision, on the connection that quizapp/db/migrate.py hands in.

A new step is a module in versions/ with the next number, written by hand in batch mode; then `HEAD` in migrate.py is
raised, and the tests compare the outcome with tables.py.
"""

from alembic import context

from quizapp.db.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=True,  # SQLite can; all steps are then one transaction
)
context.run_migrations()
