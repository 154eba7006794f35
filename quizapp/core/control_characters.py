"""Characters that no text has a use for: NUL, bell, escape, noncharacters. No workbook can hold them.

Tab and line breaks are texts' own and not among them.
"""

import re

_PLANES = "".join(chr((plane << 16) + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))

CONTROL_CHARACTERS = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef{_PLANES}]")
