"""A patchset does not change what instructs agents and editors, who owns or is paid for code, or how git behaves in the repository."""

from policies.gates.input import GateInput
from policies.verdict import Block, Pass, Verdict

RULE = "agent-files"

PATTERNS = (
    "AGENTS.md",
    "AGENTS.override.md",
    "AGENT.md",
    "CLAUDE.md",
    "CLAUDE.local.md",
    "GEMINI.md",
    "QWEN.md",
    "WARP.md",
    "SKILL.md",
    ".agents",
    ".aider*",
    ".amazonq",
    ".augment*",
    ".claude",
    ".cline*",
    ".codex",
    ".continue",
    ".cursor",
    ".cursorrules",
    ".gemini",
    ".goosehints",
    ".junie",
    ".kiro",
    ".mcp.json",
    "mcp.json",
    ".opencode",
    "opencode.json",
    ".qwen",
    ".roo*",
    ".trae",
    ".windsurf*",
    ".github/agents",
    ".github/copilot-instructions.md",
    ".github/chatmodes",
    ".github/instructions",
    ".github/prompts",
    # Who must approve. https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
    "CODEOWNERS",
    # Who is paid. https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/displaying-a-sponsor-button-in-your-repository
    ".github/FUNDING.yml",
    # What git itself obeys.
    ".gitattributes",
    ".gitconfig",
    ".githooks",
    ".gitmodules",
    ".lfsconfig",
    # What runs when somebody opens the folder.
    ".devcontainer",
    ".devcontainer.json",
    ".envrc",
    ".idea",
    ".vscode",
)


def judge(gate_input: GateInput) -> Verdict:
    """Blocks every touched file that instructs agents, editors or git, in any spelling and any folder."""
    touched = gate_input.touching(PATTERNS)
    if touched:
        return Block(
            rule=RULE,
            reason="Files that instruct agents, editors or git, or that name owners or payees, are touched.",
            remedy="Change them in a pull request of your own.",
            evidence=touched,
        )
    return Pass(RULE, ("no file that instructs agents, editors or git",))
