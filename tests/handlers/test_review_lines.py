"""Beside which lines a review can say something."""

import pytest

from handlers.replies import lines_in


@pytest.mark.parametrize(
    ("patch", "lines"),
    [
        ("", set()),
        ("@@ -0,0 +1,3 @@\n+a\n+b\n+c", {1, 2, 3}),
        ("@@ -1 +1 @@\n-a\n+b", {1}),
        ("@@ -10,2 +12,1 @@ def x():\n a\n-b\n@@ -30,0 +32,2 @@\n+c\n+d", {12, 32, 33}),
        ("@@ -1,3 +0,0 @@\n-a\n-b\n-c", set()),
        ("+@@ -1 +7 @@ quoted in a file", set()),
    ],
)
def test_the_lines_of_the_new_file_that_a_diff_shows(patch: str, lines: set[int]) -> None:
    assert lines_in(patch) == lines
