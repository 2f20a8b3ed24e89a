"""Whose code is touched, by CODEOWNERS as GitHub reads it; and that nothing passes without one of them."""

from dataclasses import replace

import pytest
from codeowners import CodeOwners
from hypothesis import given, settings
from hypothesis import strategies as st

from config.repo_policy import RepoPolicy
from policies import commands as c
from policies import entries as e
from policies.decision import Moved, Refused
from policies.owners import MAX_BYTES, Owned, judge, lacking, owned, teams, unreadable
from policies.people import Actor, Person, Right
from policies.verdict import Block, Pass, Warn
from policies.writes import Permit
from tests.policies.build import PASSED, RAJ, WRITER, replace_person, said, tags
from tests.policies.journey import until
from tests.policies.permits import UNIT_CASE, Case

# The example of GitHub's own documentation, and what it says of each line.
GITHUB = b"""\
# This is a comment.
*       @global-owner1 @global-owner2

*.js    @js-owner #This is an inline comment.
*.go docs@example.com
*.txt @octo-org/octocats
/build/logs/ @doctocat
docs/* docs@example.com
apps/ @octocat
/docs/ @doctocat
/scripts/ @doctocat @octocat
**/logs @octocat
/apps/ @octocat
/apps/github
/apps/github/own @doctocat
"""

CASES: dict[str, tuple[str, int, tuple[str, ...]]] = {
    "anything": ("README.md", 2, ("global-owner1", "global-owner2")),
    "a kind of file": ("a.js", 4, ("js-owner",)),
    "a kind of file in a folder": ("x/y/a.js", 4, ("js-owner",)),
    "a team": ("x/a.txt", 6, ("octo-org/octocats",)),
    "a folder at the root": ("build/logs/a/b.log", 12, ("octocat",)),
    "not that folder elsewhere": ("x/build/logs.md", 2, ("global-owner1", "global-owner2")),
    "a folder anywhere": ("x/apps/a.md", 9, ("octocat",)),
    "the last line that covers it": ("docs/getting-started.md", 10, ("doctocat",)),
    "below that folder too": ("docs/build-app/troubleshooting.md", 10, ("doctocat",)),
    "two owners": ("scripts/a.sh", 11, ("doctocat", "octocat")),
    "logs wherever they are": ("deeply/nested/logs/a", 12, ("octocat",)),
    "an exception with an owner": ("apps/github/own/a", 15, ("doctocat",)),
}


@pytest.mark.parametrize("name", CASES)
def test_a_path_is_owned_as_github_s_example_says(name: str) -> None:
    path, line, owners = CASES[name]
    (found,) = owned(GITHUB, [path])
    assert (found.line, found.owners, found.unknown) == (line, owners, ())


def test_an_owner_by_e_mail_is_known_to_nobody() -> None:
    (found,) = owned(GITHUB, ["x/a.go"])
    assert (found.line, found.owners, found.unknown) == (5, (), ("docs@example.com",))


UNOWNED: dict[str, tuple[bytes | None, str]] = {
    "no file": (None, "a.py"),
    "an empty file": (b"", "a.py"),
    "only comments": (b"# * @mona\n", "a.py"),
    "no line covers it": (b"docs/ @mona\n", "a.py"),
    "a folder's line and a file of that name": (b"docs/ @mona\n", "docs"),
    "one level is not two": (b"docs/* @mona\n", "docs/a/b.md"),
    "case counts": (b"SRC/ @mona\n", "src/a.py"),
    "taken from everybody": (b"* @mona\n/apps/github\n", "apps/github/a"),
    "a negation, which GitHub does not know": (b"!a.py @mona\n", "a.py"),
    "a range, which GitHub does not know": (b"[a-z].py @mona\n", "a.py"),
    "a word that is no owner": (b"* mona\n", "a.py"),
    "one word of several that is no owner": (b"* @mona and others\n", "a.py"),
    "larger than GitHub loads": (b"* @mona\n" + b"#" * MAX_BYTES, "a.py"),
    "a pattern longer than a path": (b"a" * 500 + b" @mona\n", "a" * 500),
}


@pytest.mark.parametrize("name", UNOWNED)
def test_nobody_owns_it_with(name: str) -> None:
    content, path = UNOWNED[name]
    assert owned(content, [path]) == ()


def test_a_line_that_cannot_be_read_is_skipped_and_the_one_before_counts() -> None:
    (found,) = owned(b"* @mona\n*.py whoever\n", ["a.py"])
    assert (found.line, found.owners) == (1, ("mona",))


def test_a_blank_in_a_path_is_written_with_a_backslash() -> None:
    (found,) = owned(b"my\\ docs/ @mona\n", ["my docs/a.md"])
    assert found.owners == ("mona",)


def test_a_byte_order_mark_is_no_letter_of_the_first_pattern() -> None:
    (found,) = owned(b"\xef\xbb\xbf/src/ @mona\n", ["src/a.py"])
    assert found.owners == ("mona",)


UNREADABLE: dict[str, tuple[int, bytes | None, str]] = {
    "a link": (0o120000, b"../OWNERS", "is no plain file"),
    "a submodule": (0o160000, None, "is no plain file"),
    "a file that is too large": (0o100644, b"#" * (MAX_BYTES + 1), "is larger than 3 MiB"),
    "another encoding with its mark": (0o100644, "* @mona\n".encode("utf-16"), "is not UTF-8 text"),
    "another encoding": (0o100644, "* @mona\n".encode("utf-16-le"), "is not UTF-8 text"),
    "old line ends": (0o100644, b"* @mona\r/docs @lee\r", "1: holds a line end"),
    "old line ends in a comment": (0o100644, b"\n# who\r* @mona\n", "2: holds a line end"),
    "a long pattern": (0o100644, b"\n/" + b"a" * 400 + b" @mona\n", "2: `/aaa"),
    "a long name": (0o100644, b"a" * 398 + b" @mona\n", "1: `aaa"),
    "a word that is no owner": (0o100755, b"* mona\n", "1: `mona` is no owner"),
    "a name that nobody can have": (0o100644, b"* @mona @bad!name\n", "1: `@bad!name` is no owner"),
    "a negation": (0o100644, b"* @mona\n!a.py\n", "2: `!a.py` is no pattern"),
    "a range": (0o100644, b"[a-z].py @mona\n", "1: `[a-z].py` is no pattern"),
    "an escape": (0o100644, b"\\#a.py @mona\n", "1: `\\#a.py` is no pattern"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_of_it_cannot_be_read_is_said_and_blocks(name: str) -> None:
    mode, content, said = UNREADABLE[name]
    found = unreadable("CODEOWNERS", mode, content)
    assert len(found) == 1
    assert found[0].startswith(f"CODEOWNERS:{said}" if said[0].isdigit() else f"CODEOWNERS: {said}")
    verdict = judge((SRC,), found)
    assert isinstance(verdict, Block)
    assert verdict.evidence == found


@pytest.mark.parametrize("content", [b"", GITHUB, b"\xef\xbb\xbf* @mona\r\n", b"my\\ docs/ @mona # [who]\n"])
def test_a_file_that_can_be_read_has_nothing_to_say(content: bytes) -> None:
    assert unreadable("CODEOWNERS", 0o100644, content) == ()


def test_of_many_lines_that_cannot_be_read_the_first_are_shown() -> None:
    found = unreadable("CODEOWNERS", 0o100644, b"* mona\n" * 30)
    assert (len(found), found[-1]) == (21, "CODEOWNERS: 10 more lines")


_NAMES = st.sampled_from(["a", "b", "src", "docs", "x.py", "y.md", "*", "**", "*.py", "?"])
_PATTERNS = st.builds(
    lambda first, parts, last: f"{first}{'/'.join(parts)}{last}",
    st.sampled_from(["", "/"]),
    st.lists(_NAMES, min_size=1, max_size=3),
    st.sampled_from(["", "/"]),
)
_PATHS = st.lists(st.sampled_from(["a", "b", "src", "docs", "x.py", "y.md"]), min_size=1, max_size=4).map(
    "/".join
)


@settings(max_examples=400, deadline=None)
@given(st.lists(_PATTERNS, min_size=1, max_size=4), _PATHS)
def test_a_path_is_owned_as_another_reader_of_such_files_says(patterns: list[str], path: str) -> None:
    text = "".join(f"{pattern} @owner{n}\n" for n, pattern in enumerate(patterns))
    _, line, _, _ = CodeOwners(text).matching_line(path)
    found = owned(text.encode(), [path])
    assert [each.line for each in found] == ([] if line is None else [line])


@given(st.binary(max_size=300), st.text(max_size=40))
def test_no_bytes_make_it_fail(content: bytes, path: str) -> None:
    owned(content, [path])
    unreadable("CODEOWNERS", 0o100644, content)


def test_hostile_patterns_are_matched_in_linear_time() -> None:
    content = b"/".join([b"**"] * 60) + b"/x @mona\n"
    assert owned(content, ["a/" * 2000 + "y"]) == ()


# Whose word is enough.

SRC = Owned("src/u-01.py", 3, ("lee", "acme/data"))
ZOE, LEE = Person(id=50, login="zoe"), Person(id=51, login="lee")


def _actor(person: Person, *member_of: str) -> Actor:
    return replace_person(WRITER, person).model_copy(update={"teams": member_of})


@pytest.mark.parametrize(
    ("people", "enough"),
    [
        pytest.param((), False, id="nobody"),
        pytest.param((_actor(RAJ),), False, id="somebody else"),
        pytest.param((_actor(LEE),), True, id="an owner"),
        pytest.param((_actor(Person(id=51, login="LEE")),), True, id="an owner in capitals"),
        pytest.param((_actor(RAJ, "acme/data"),), True, id="a member of an owning team"),
        pytest.param((_actor(RAJ, "ACME/Data"),), True, id="a member of an owning team in capitals"),
        pytest.param((_actor(RAJ, "acme/other"),), False, id="a member of another team"),
        pytest.param((_actor(Person(id=9, login="acme/data")),), True, id="a login cannot hold a slash"),
        pytest.param((_actor(RAJ), _actor(LEE)), True, id="one of two"),
    ],
)
def test_a_path_is_spoken_for_by_one_of_its_owners(people: tuple[Actor, ...], *, enough: bool) -> None:
    assert (lacking((SRC,), people) == ()) is enough


def test_the_gate_says_whose_word_it_takes() -> None:
    assert judge(()) == Pass("owners", ("nobody owns the touched paths",))
    verdict = judge((SRC, Owned("src/b.py", 3, ("lee", "acme/data")), Owned("c.md", 9, ("zoe",))))
    assert isinstance(verdict, Warn)
    assert verdict.evidence == (
        "src/u-01.py and 1 more: CODEOWNERS line 3, @lee or @acme/data",
        "c.md: CODEOWNERS line 9, @zoe",
    )


def test_owners_nobody_can_find_block_it() -> None:
    verdict = judge((Owned("a.go", 5, (), ("docs@example.com",)),))
    assert isinstance(verdict, Block)
    assert verdict.evidence == ("a.go: CODEOWNERS line 5, docs@example.com",)


def test_only_teams_are_looked_up() -> None:
    assert teams((SRC, Owned("b", 1, ("acme/data", "acme/ops", "lee")))) == ("acme/data", "acme/ops")


OWNED = RepoPolicy.model_validate({"approvals": {"code_owners": True}})


def test_a_yes_waits_for_an_owner_s() -> None:
    j = until("proposed")
    j.policy = OWNED
    digest = j.digest("PS-1")
    decision = j.take(c.Approve(said(), "PS-1", digest), actor=_actor(RAJ), owned=(SRC,))
    assert isinstance(decision, Moved)
    (endorsed,) = decision.entries
    assert isinstance(endorsed, e.Endorsed)
    assert (endorsed.needed, endorsed.owners) == (
        1,
        ("src/u-01.py: CODEOWNERS line 3, @lee or @acme/data",),
    )
    again = j.decide(c.Approve(said(), "PS-1", digest), actor=_actor(RAJ), owned=(SRC,))
    assert isinstance(again, Refused)
    assert again.reason.startswith(
        "You have approved it already; 1 person, and an owner of each touched path"
    )
    approved = j.take(c.Approve(said(LEE), "PS-1", digest), actor=_actor(LEE), owned=(SRC,))
    assert tags(approved) == ["approved", "write_intended"]
    assert isinstance(approved, Moved)
    assert isinstance(approved.entries[0], e.Approved)
    assert approved.entries[0].owners == ("src/u-01.py: @lee, CODEOWNERS line 3",)


def test_an_owner_s_yes_alone_is_enough_where_one_is() -> None:
    j = until("proposed")
    j.policy = OWNED
    yes = c.Approve(said(LEE), "PS-1", j.digest("PS-1"))
    assert tags(j.decide(yes, actor=_actor(LEE), owned=(SRC,))) == ["approved", "write_intended"]


def test_two_owners_of_two_paths_must_both_say_yes() -> None:
    j = until("proposed")
    j.policy = OWNED
    both = (SRC, Owned("docs/a.md", 4, ("zoe",)))
    digest = j.digest("PS-1")
    first = j.take(c.Approve(said(LEE), "PS-1", digest), actor=_actor(LEE), owned=both)
    second = j.take(c.Approve(said(ZOE), "PS-1", digest), actor=_actor(ZOE), owned=both)
    assert (tags(first), tags(second)) == (["endorsed"], ["approved", "write_intended"])


# Right before the write.


def _case(**world: object) -> Case:
    case = UNIT_CASE.with_world(policy=OWNED, owned=(SRC,), gates=PASSED, **world)
    return case.with_approval(policy_digest=OWNED.digest)


def test_without_an_owner_who_stands_by_it_nothing_is_written() -> None:
    outcome = _case().asked()
    assert isinstance(outcome, Block)
    assert outcome.reason == (
        "none of the owners of `src/u-01.py` stands by it (src/u-01.py: CODEOWNERS line 3, @lee or @acme/data)"
    )


def test_a_member_of_the_owning_team_writes() -> None:
    assert isinstance(_case(actor=_actor(RAJ, "acme/data")).asked(), Permit)


@pytest.mark.parametrize(
    ("lee", "stands", "written"),
    [
        (_actor(LEE), True, True),
        (_actor(LEE), False, False),
        (Actor(person=LEE, right=Right.READ, is_human=True), True, False),
    ],
    ids=["stands by it", "took it back", "may not approve any more"],
)
def test_an_owner_who_said_yes_before_is_looked_at_again(lee: Actor, *, stands: bool, written: bool) -> None:
    case = _case(endorsers={123: (lee, stands)})
    approval = case.run.approval_of(case.digest)
    assert approval is not None
    given = (replace(approval, by=LEE, comment_id=123),)
    assert isinstance(case.with_run(endorsements=given).asked(), Permit) is written
