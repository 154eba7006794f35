"""Who works at the command line, for the log: the account on this PC."""

import getpass

from quizapp.core.people import Actor
from quizapp.files import readable
from quizapp.i18n import _


def account_actor() -> Actor:
    """An organiser of the whole bureau by the name of the account: whoever can open the data folder may do all."""
    try:
        return Actor(_("{account}（命令行）").format(account=readable(getpass.getuser())))
    except (OSError, ImportError, KeyError):  # an account without a name
        return Actor(_("命令行"))
