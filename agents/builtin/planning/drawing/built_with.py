"""Which part a technology that somebody decided is for."""

import re

from agents.builtin.planning.drawing.browser_alone import IN_BROWSERS
from agents.builtin.planning.drawing.declaring import DECLARING
from agents.builtin.planning.drawing.mandates import Mandate
from agents.builtin.planning.drawing.shape_for import CACHES, HOSTED, ON_DEVICE, SEARCHES
from agents.builtin.planning.drawing.shape_parts import Part
from agents.schemas.architecture import ProductKind

# Frameworks that run in front of people; the others stand behind an interface.
IN_FRONT = re.compile(
    r"^(?:React|Next|Vue|Nuxt|Angular|Svelte|Tailwind|ReactFlow|jQuery|Bootstrap|Material UI|Redux|htmx|Blazor|Streamlit|"
    r"Remix|Astro|SolidJS|Livewire|Thymeleaf|Electron|Tauri|FrameXML|Chrome Extension|Manifest V3)",
)
BEHIND = re.compile(
    r"^(?:Django|Flask|FastAPI|Rails|Laravel|Spring|Express|NestJS|Fastify|Phoenix|ASP\.NET|\.NET|Gin|Actix|Axum|GraphQL|gRPC|"
    r"Symfony|Hono|Ktor|Quarkus|Micronaut|Koa|Sinatra|Remix|REST|WebSocket|Node\.js|Deno|Bun|tokio)",
    re.IGNORECASE,
)
# What starts steps and knows their order, and what changes data on the way.
ORCHESTRATING = re.compile(
    r"airflow|dagster|prefect|luigi|argo|kestra|github actions|gitlab ci|jenkins|circleci|azure devops",
    re.IGNORECASE,
)
CHANGING = re.compile(r"dbt|(?:apache |py)?spark|pandas|polars|(?:apache )?(?:flink|beam)", re.IGNORECASE)
# Pages that need not be built.
DASHBOARDS = frozenset({"grafana", "metabase", "superset", "retool", "power bi", "looker"})
# What runs in somebody else's program or terminal answers no requests over a network.
NO_SERVERS = frozenset({"cli", "library", "extension", "infrastructure"})
# What comes with a phone's toolkit and is no screen: where its data is kept, and what goes on behind them.
KEPT_ON_PHONES = frozenset({"Room", "Core Data", "SwiftData"})
BEHIND_SCREENS = KEPT_ON_PHONES | {"WorkManager", "CloudKit", "StoreKit", "StoreKit 2", "Core ML", "CoreML"}
IMPLIED = {
    "React": "TypeScript", "Next.js": "TypeScript", "Node.js": "JavaScript", "Django": "Python", "FastAPI": "Python",
    "Flask": "Python", "Rails": "Ruby", "Laravel": "PHP", "Flutter": "Dart", "SwiftUI": "Swift", "Jetpack Compose": "Kotlin",
    "React Native": "TypeScript", "Expo": "TypeScript", "Unity": "C#", "Spring Boot": "Java", "tokio": "Rust", "Express": "JavaScript",
    "NestJS": "TypeScript", "Discord.js": "JavaScript", "discord.py": "Python", "Preact": "TypeScript", "Vue": "TypeScript", "Angular": "TypeScript", "Svelte": "TypeScript", "Phoenix": "Elixir",
    "ASP.NET": "C#", ".NET": "C#", "Streamlit": "Python", "Godot": "GDScript", "Unreal Engine": "C++", "pygame": "Python", "Terraform": "HCL", "OpenTofu": "HCL", "Arduino": "C++", "PlatformIO": "C++", "ESP-IDF": "C",
}  # fmt: skip


def belongs(each: Mandate, part: Part, named: tuple[Mandate, ...], kind: ProductKind) -> bool:
    """Whether this part is what the mandated technology is for."""
    match part.kind:
        case "store":
            return _stored(each, part, named, kind)
        case "files" if part.id == "device_store" and each.name in KEPT_ON_PHONES:
            return True
        case "files" if each.use == "store":
            away = kind in {"mobile_app", "desktop_app"} or part.id in {"browser_store", "local_store"}
            return part.id != "uploads" and not (away and each.name.casefold() not in ON_DEVICE)
        case "queue":
            return each.use == "queue"
        case "worker" if part.id in {"schedule", "workflow"}:
            return ORCHESTRATING.match(each.name) is not None
        case "config" if part.id == "declared":
            return DECLARING.match(each.name) is not None
        case "domain":
            return kind == "pipeline" and part.id == "core" and CHANGING.fullmatch(each.name) is not None
        case "client":
            return _shown(each, part, kind)
        case "interface" if part.id != "command_line" and kind not in NO_SERVERS:
            return each.use in {"framework", "runtime", "protocol"} and bool(BEHIND.match(each.name))
        case _:
            return False


def _stored(each: Mandate, part: Part, named: tuple[Mandate, ...], kind: ProductKind) -> bool:
    name = each.name.casefold()
    if kind != "mobile_app" and part.id in {"store", "sink"} and HOSTED.search(each.name):
        return not any(
            other.use == "store" and other.name.casefold() not in CACHES | SEARCHES
            for other in named
            if not HOSTED.search(other.name) and other.name.casefold() not in IN_BROWSERS
        )
    # What a browser keeps is kept beside the database behind it.
    if each.use != "store" or (name in IN_BROWSERS and part.id == "store"):
        return False
    others = {other.name.casefold() for other in named if other.use == "store"} - {name}
    place = "search" if name in SEARCHES else "cache" if name in CACHES and others else "store"
    local = kind in {"mobile_app", "desktop_app"} and name in ON_DEVICE
    return not local and (part.id == place or (place == "store" and part.id == "sink"))


def _shown(each: Mandate, part: Part, kind: ProductKind) -> bool:
    if part.id == "web_pages" and each.name.casefold() in DASHBOARDS:
        return True
    if part.id == "web_pages":
        return each.use == "framework" and bool(IN_FRONT.match(each.name))
    front = bool(IN_FRONT.match(each.name)) or (kind == "desktop_app" and not BEHIND.match(each.name))
    if each.name in BEHIND_SCREENS:
        return False
    return each.use in {"mobile", "game"} or (each.use == "framework" and front)


def spoken(named: tuple[Mandate, ...]) -> str:
    """The language it is written in, named or meant by what is named; empty where neither is."""
    found = next((each.name for each in named if each.use == "language"), "")
    return (found or next((IMPLIED[each.name] for each in named if each.name in IMPLIED), ""))[:60]
