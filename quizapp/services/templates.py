"""The blank forms that an organiser fills in, as the bytes of a workbook in the language now spoken."""


def bank_template() -> bytes:
    """The form for a question bank."""
    from quizapp.excel import template  # here: whoever only signs in writes no workbooks

    return template.bank_template()


def roster_template() -> bytes:
    """The form for a roster."""
    from quizapp.excel import template  # here: as above

    return template.roster_template()
