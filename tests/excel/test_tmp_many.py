"""Running text -> questions: every style that colleagues use, and nothing that vanishes untold."""

from hypothesis import HealthCheck, given, settings

from quizapp.excel.read_bank import parse_bank
from tests.excel.made_books import no_report
from tests.excel.made_texts import Made, Page, pages


@settings(max_examples=3000, suppress_health_check=[HealthCheck.too_slow])
@given(pages())
def test_what_was_written_in_any_mixture_of_styles_is_read(page: Page) -> None:
    found = parse_bank("\n".join(page.lines).encode(), "x.txt", no_report)
    read = [
        Made(item.question.kind, item.question.stem, tuple(o.text for o in item.question.options), item.question.key)
        for item in found.items
    ]
    assert read == page.made, "\n".join(page.lines) + f"\n{found.problems}"
