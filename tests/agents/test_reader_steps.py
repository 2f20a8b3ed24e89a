"""What the reader makes of steps, cases, principles, people in stories and parts of screens: small invented documents."""

import pytest

from tests.agents.kinds import Found, kinds

STEPS: dict[str, tuple[str, Found]] = {
    "what the product does at a step": (
        "# Trees\n## User flow\n1. **Photo**: a tree from near\n   - Show the photo at once\n   - Offer another try\n2. **Result**: its name\n   - Display its age\n",
        [("functional", 4), ("functional", 5), ("functional", 7)],
    ),
    "what the product does at a step, in Chinese": (
        "# 树木\n## 使用流程\n1. **上传**：选择照片\n   - 显示照片信息\n   - 提供重新上传选项\n2. 后续操作：\n   - 保存树木\n",
        [("functional", 4), ("functional", 5), ("functional", 7)],
    ),
    "steps alone": (
        "# Trees\n## Features\n- Name a tree\n- List trees\n- Draw trees\n- Measure trees\n- Water trees\n## User flow\n1. Open the map\n2. Tap a tree\n",
        [("functional", line) for line in range(3, 8)],
    ),
    "a case and what happens then": (
        "# Trees\n## Upload\n- Format not supported → say which ones are\n- Photo not supported by the camera -> choose a file\n## Notes on scope\n- Videos are not supported\n",
        [("functional", 3), ("functional", 4), ("non_goal", 6)],
    ),
    "principles that say what follows from them": (
        "# Canvas\n## Design principles\n### Cards are pipes\n- Agents can read all cards\n- The engine starts and stops cards\n",
        [("functional", 4), ("functional", 5)],
    ),
    "principles alone": (
        "# Canvas\n## Features\n- Draw a card\n## Design principles\n- Calm before clever\n- One idea a screen\n",
        [("functional", 3), ("nonfunctional", 5), ("nonfunctional", 6)],
    ),
    "principles with their names": (
        "# Canvas\n## Features\n- Draw a card\n## UI principles\n### Accessibility\n- Readable from the last row\n",
        [("functional", 3), ("nonfunctional", 6)],
    ),
    "somebody and what she wants": (
        "# Shifts\n## User stories\nMara is a nurse on three wards. She wants one place for all shifts.\n\nJon is an accountant. He needs the hours of a month.\n",
        [("story", 3), ("story", 5)],
    ),
    "somebody and what he wants, in German": (
        "# Schichten\n## User Stories\nJon ist ein Buchhalter. Er braucht die Stunden eines Monats.\n",
        [("story", 3)],
    ),
    "somebody without a wish": (
        "# Shifts\n## User stories\nA story names one person.\n- As a nurse, I want to swap a shift\n",
        [("story", 4)],
    ),
    "one story told at length": (
        "# Shifts\n## MVP\n- Swap a shift\n### User story\nA nurse opens the plan, drags a shift to Friday and waits for a yes. Then the plan shows both names.\n",
        [("functional", 3), ("story", 5)],
    ),
    "what stands on a screen about a quality": (
        "# Shop\n## Footer\n- Privacy policy link\n- Cookie consent banner\n- GDPR compliant\n",
        [("functional", 3), ("functional", 4), ("nonfunctional", 5)],
    ),
    "what stands on a screen about a quality, in Chinese": (
        "# 商店\n## 页脚\n- 隐私政策链接\n- 版权信息\n",
        [("functional", 3), ("functional", 4)],
    ),
    "parts of a page": (
        "# Shop\n## Tech stack\n### Page layout\n**1. Hero section**\n- Headline: Buy a tree\n**2. Results section**\n- Three trees beside each other\n",
        [("functional", 5), ("functional", 7)],
    ),
    "the states of a thing and the status of a text": (
        "# Tasks\n## Tasks\n- **Status:** open, in progress, done\n- **Status:** Draft\n- **Fields:** title, place, day\n",
        [("functional", 3), ("functional", 5)],
    ),
    "things to come and things for later, in German": (
        "# Plätze\n## Serie beenden\n- Alle zukünftigen Termine werden storniert\n- Die Serie endet\n- In zukünftigen Versionen auch Hallen\n",
        [("functional", 3), ("functional", 4), ("deferred", 5)],
    ),
    "what a team has": (
        "# Typing\n## Team features\n- Show the board of a team\n## Team\n- Ada and Bo\n",
        [("functional", 3)],
    ),
    "a comment that has to go": (
        "# Typing\n## Fixes\n- Remove the TODO comment in the session file\n- Sort the board, TODO\n",
        [("functional", 3), ("question", 4)],
    ),
    "what is not verified yet": (
        "# Typing\n## Features\n- Show the board\n## Non-functional claims not yet verified\n- Speed: no load test was run\n",
        [("functional", 3)],
    ),
    "things that a letter tells apart": (
        "# Courts\n## Rules\n- Booking court half A blocks court half A and the whole court\n- Booking court half B blocks court half B and the whole court\n",
        [("functional", 3), ("functional", 4)],
    ),
}


@pytest.mark.parametrize(("text", "found"), STEPS.values(), ids=list(STEPS))
def test_steps_cases_principles_and_parts_of_screens(text: str, found: Found) -> None:
    assert kinds(text) == found
