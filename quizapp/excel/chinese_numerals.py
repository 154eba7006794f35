"""Numbers in Chinese numerals, as the formats [DBNum1] (一二三) and [DBNum2] (壹贰叁) show them."""

# no _() in this module: what Chinese number formats show

CHINESE_DIGITS = {1: "〇一二三四五六七八九", 2: "零壹贰叁肆伍陆柒捌玖"}
_STEPS = {"一": ("", "十", "百", "千"), "壹": ("", "拾", "佰", "仟")}
_GROUPS = ("", "万", "亿", "万亿")


def digits_in_chinese(text: str, style: int) -> str:
    """Replace digit by digit: 2017 -> 二〇一七."""
    return text.translate(str.maketrans("0123456789", CHINESE_DIGITS[style]))


def number_in_chinese(number: int, digits: str) -> str:
    """Spell a whole number from 0: 31 -> 三十一, 10 -> 十, 105 -> 一百〇五."""
    if number == 0:
        return digits[0]
    spelled = ""
    gap = False
    for index in range(len(_GROUPS) - 1, -1, -1):
        group = number // 10_000**index % 10_000
        if not group:
            gap = bool(spelled)
            continue
        if spelled and (gap or group < 1000):
            spelled += digits[0]
        spelled += _group_in_chinese(group, digits) + _GROUPS[index]
        gap = False
    one, ten = digits[1], _STEPS[digits[1]][1]
    return spelled[1:] if one == "一" and spelled.startswith(one + ten) else spelled


def _group_in_chinese(group: int, digits: str) -> str:
    steps = _STEPS[digits[1]]
    spelled = ""
    for index, char in enumerate(f"{group:04d}"):
        if char != "0":
            spelled += digits[int(char)] + steps[3 - index]
        elif spelled and not spelled.endswith(digits[0]):
            spelled += digits[0]
    return spelled.rstrip(digits[0])
