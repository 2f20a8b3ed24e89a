"""The program in which an extension lives, by its name."""

import re

from agents.builtin.planning.entries import Entries

NAMES = (
    r"Chrome|Firefox|Edge|Safari|Figma|Sketch|Photoshop|Illustrator|Blender|VS ?Code|Visual Studio Code|IntelliJ|JetBrains|Obsidian"
    r"|WordPress|Shopify|Moodle|TYPO3|Drupal|Outlook|Excel|Word|PowerPoint|Gmail|Google (?:Sheets|Docs)|Zendesk|Salesforce|HubSpot"
    r"|Jira|Confluence|Notion|Raycast|Minecraft|World of Warcraft|Factorio|Skyrim"
)
EXTENDS = r"extension|add-?on|add-?in|plug-?in|macro|mod|panel|button|thing|helper|something|side ?bar"
LIVES_IN = re.compile(
    rf"\b({NAMES})(?:: \w+)?[- ](?:\w+ )?(?:{EXTENDS})s?\b"
    rf"|\b(?:{EXTENDS})s? (?:for|in|inside) (?:the |our )?({NAMES})\b"
    rf"|\bin ({NAMES})\b[^.\n]{{0,10}} (?:I|we) (?:want|need)\b"
    rf"|\bwe use ({NAMES})\b",
    re.IGNORECASE,
)
SPELLED = {name.casefold(): name for name in NAMES.replace("VS ?Code", "VS Code").split("|")}


def host_of(entries: Entries) -> str:
    """The host that the first lines name; empty where they name none, or more than one."""
    found = {
        next(name for name in each.groups() if name).casefold() for each in LIVES_IN.finditer(entries.opening)
    }
    named = next(iter(found)) if len(found) == 1 else ""
    return SPELLED.get(named, named.title())
