"""The two ways a check can end badly, and what is shown of each."""

import click


class NotVerified(click.ClickException):
    """Something is wrong; the message is the one line that says what."""

    exit_code = 1


class NotChecked(NotVerified):
    """Something that is needed for the check is missing or unreadable."""

    exit_code = 2
