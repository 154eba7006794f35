"""The whole exception tree; an error is sorted by whose it is (anything else that is raised is a bug).

QuizAppError
├── UserError              the user can mend it; the message says how
│   ├── NotAllowed         signed in as somebody who may not do this, or wrong password
│   ├── Conflict           somebody else changed the thing first; look again and decide
│   └── NotReadable        a file that cannot be read as what it was offered as
├── EnvironmentFault       the machine is in the way: disk full, file locked, no permission; mend it and try again
│   ├── FolderBusy         another process holds the data folder
│   └── Damaged            the data file is damaged; a backup brings the data back
├── TooNew                 the data were written by a newer version of the program
└── Cancelled              the user stopped the work; nothing was changed
"""


class QuizAppError(Exception):
    """Base of every error whose message is fit for the user's eyes."""


class UserError(QuizAppError):
    """The user can mend it; the message says how."""


class NotAllowed(UserError):
    """Wrong password or PIN, or no right to do this."""


class Conflict(UserError):
    """The thing was changed meanwhile; the message says what to look at."""


class NotReadable(UserError):
    """The file is not what it was offered as: damaged, password-protected, empty, of another kind."""


class EnvironmentFault(QuizAppError):
    """The machine is in the way (disk full, file locked, read-only folder); retry after mending it."""


class FolderBusy(EnvironmentFault):
    """Another process holds the data folder; the message says who."""


class Damaged(EnvironmentFault):
    """The data file is damaged or half written; it is left as it is, and a backup brings the data back."""


class TooNew(QuizAppError):
    """The data were written by a newer version of the program."""


class Cancelled(QuizAppError):
    """The user stopped the work; nothing was changed."""
