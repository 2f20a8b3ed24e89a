"""Names that mean one outside system: a second name, its initials, some of its words, or parts of one vendor."""

import re

from agents.builtin.reader.findings import Named

# `Apple Health (HealthKit)` is one system with two names.
ALIAS = re.compile(r"(?<![\w.])([A-Z][\w.]*(?: [A-Z][\w.]*){0,3}) \(([A-Z][\w.]*(?: [A-Z][\w.]*){0,2})\)")
INTERFACES = frozenset({"api", "apis", "sdk", "webhook", "webhooks", "service"})
# Names of one system, and providers of whose parts several make one system.
SAME = (
    frozenset({"Apple Health", "HealthKit", "Apple HealthKit"}),
    frozenset({"Azure AD", "Azure Active Directory", "Microsoft Entra ID", "Entra ID"}),
    frozenset(
        {
            "Google Sign-In",
            "Google sign-in",
            "Google Sign-in",
            "Google OAuth",
            "Google Login",
            "Sign in with Google",
        }
    ),
)
# What begins alike and is something else.
OTHERS = frozenset({"claude code"})
VENDORS = ("Supabase", "Firebase", "Cloudflare")
# What a vendor calls a part of its system without saying whose it is.
PARTS = {
    "Firestore": "Firebase",
    "Cloud Firestore": "Firebase",
    "Cloud Functions": "Firebase",
    "FCM": "Firebase",
    "Dynamic Links": "Firebase",
    "GPT-4": "OpenAI",
    "GPT-4o": "OpenAI",
    "GPT-4o-mini": "OpenAI",
    "GPT-5": "OpenAI",
}


def one_name(name: str, names: tuple[str, ...]) -> str:
    """What a system is called here that has another name as well, or of which several parts are named."""
    same = next((one for one in SAME if name in one), None)
    if same is not None:
        return next(each for each in names if each in same)
    if PARTS.get(name) in names:
        return PARTS[name]
    vendor = next((one for one in VENDORS if name.startswith(f"{one} ")), "")
    several = bool(vendor) and sum(each.startswith(f"{vendor} ") for each in names) > 1
    return vendor if several else name


def other_names(found: list[Named], text: str) -> frozenset[str]:
    """Names that mean a system already named: in brackets behind it, its initials, or some of its words."""
    names = dict.fromkeys(each.name for each in found)
    known = {name.casefold() for name in names}
    again = {second.casefold() for first, second in ALIAS.findall(text) if first.casefold() in known}
    for name in names:
        words = [word for word in name.casefold().split() if word not in INTERFACES]
        for other in names:
            others = [word for word in other.casefold().split() if word not in INTERFACES]
            initials = "".join(word[0] for word in others)
            fewer = other.casefold() not in OTHERS and len(words) < len(others) and set(words) < set(others)
            if name != other and (
                (len(others) > 2 and words == [initials]) or (words and fewer and words[0] == others[0])
            ):
                again.add(name.casefold())
    return frozenset(again)
