"""The track tells in words what it paints, and makes room for every question."""

from quizapp.gui.widgets.practice_track import PracticeTrack


def test_the_words_count_what_was_answered_now(show, theme):
    track = show(PracticeTrack(theme))
    track.show_states((True, False, None, None), current=2, done=3)
    assert track.accessibleName() == "已练 2 题，答对 1 题"


def test_every_question_has_its_circle(show, theme):
    track = show(PracticeTrack(theme))
    track.show_states((None,) * 4, current=0)
    four = track.sizeHint().width()
    track.show_states((None,) * 4, current=0, done=6)
    assert track.sizeHint().width() > 2 * four
    theme.use(size="extra")
    assert track.sizeHint().width() > 3 * four


def test_states_do_not_look_alike(theme, show):
    pictures = []
    for state in (True, False, None):
        track = show(PracticeTrack(theme))
        track.show_states((state, None), current=1)
        pictures.append(track.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]
