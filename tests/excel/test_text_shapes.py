"""Tables, GIFT and running text are told apart by what they say."""

import pytest

from quizapp.excel.text_shapes import TextShape, shape_of

WRITTEN = "一、单选题\n1. 接听电话，应在（B）声内，不宜过久。\nA.一，B.三，C.五\n"


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("题干,答案\n甲,对\n", TextShape.TABLE),
        ("题目\t选项A\t选项B\t答案\n甲（A）\tA.一\tB.二\tA\n", TextShape.TABLE),
        ("说明，请填写\n题干,选项A,选项B,答案\n甲,A.一,B.二,A\n", TextShape.TABLE),
        ("甲（）,A.一,B.二,A\n乙（）,A.一,B.二,B\n", TextShape.TABLE),
        ('题干\n"甲（ ）\nA.一\nB.二\n答案：A"\n', TextShape.TABLE),
        ("甲\n乙\n丙\n", TextShape.TABLE),
        (WRITTEN, TextShape.WRITTEN),
        ("题目\n1. 名片，双手递。（√）\n2. 握手，要用力。（×）\n", TextShape.WRITTEN),
        ("What is polite?\nA) Shout\nB) Smile\nANSWER: B\n", TextShape.WRITTEN),
        ('1. 他说"您好，再见（√）\n2. 甲（×）\n', TextShape.WRITTEN),
        ("::一:: 名片双手递。{T}\n\n哪个？{=甲 ~乙}\n", TextShape.GIFT),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_shapes(text: str, shape: TextShape, encoding: str) -> None:
    assert shape_of(text.encode(encoding)) is shape
