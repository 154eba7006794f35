"""The steps say where one is."""

from quizapp.gui.widgets.steps import Steps


def test_each_step_looks_and_reads_differently(theme, show):
    steps = show(Steps(theme, ["选择文件", "核对内容", "完成"]))
    pictures, names = [], []
    for at in range(4):
        steps.set_current(at)
        pictures.append(steps.grab().toImage())
        names.append(steps.accessibleName())
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[:at])
    assert names[1] == "第 2 步，共 3 步：核对内容"
    assert names[3] == names[2]


def test_it_has_room_for_its_words_at_any_size(theme, show):
    steps = show(Steps(theme, ["选择文件", "核对内容"]))
    before = steps.sizeHint()
    theme.use(size="extra")
    assert steps.sizeHint().height() > before.height()


def test_in_the_largest_letters_only_the_present_step_has_its_word(theme, show):
    steps = show(Steps(theme, ["选择文件", "核对内容", "完成"]))
    theme.use(size="large")
    large = steps.sizeHint().width()
    theme.use(size="extra")
    assert steps.sizeHint().width() < large
    assert steps.accessibleName() == "第 1 步，共 3 步：选择文件"
