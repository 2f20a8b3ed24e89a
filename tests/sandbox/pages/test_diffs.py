"""Patches become rows with the numbers the lines have before and after."""

from sandbox.pages.diffs import FileDiff, Row, file_diffs, rows

PATCH = "@@ -10,3 +10,3 @@ def may_see():\n same\n-    return True\n+    return member\n\\ No newline at end of file"


def test_rows_are_numbered_on_both_sides() -> None:
    assert rows(PATCH) == (
        Row("hunk", "", "", "@@ -10,3 +10,3 @@ def may_see():"),
        Row("same", "10", "10", "same"),
        Row("gone", "11", "", "    return True"),
        Row("added", "", "11", "    return member"),
        Row("note", "", "", " No newline at end of file"),
    )


def test_a_file_without_a_patch_has_no_rows() -> None:
    file = {"filename": "a.png", "status": "added", "additions": 0, "deletions": 0}
    assert file_diffs([file]) == (FileDiff("a.png", None, "added", 0, 0, ()),)


def test_five_squares_show_the_share_of_each() -> None:
    assert FileDiff("a", None, "modified", 4, 1, ()).squares == ("added",) * 4 + ("gone",)
    assert FileDiff("a", None, "modified", 0, 0, ()).squares == ("same",) * 5
