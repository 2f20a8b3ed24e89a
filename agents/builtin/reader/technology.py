"""The technologies people mandate by name, and what each of them is."""

import re
from functools import lru_cache
from typing import Literal

Use = Literal[
    "language",
    "framework",
    "mobile",
    "game",
    "store",
    "queue",
    "cloud",
    "runtime",
    "library",
    "model",
    "protocol",
    "tool",
]

NAMES: dict[Use, str] = {
    "language": "Python|TypeScript|JavaScript|Golang|Rust|Java|Kotlin|Swift|Ruby|PHP|Scala|Elixir|Lua|Dart|C\\+\\+|C#|Haskell|Perl|Dafny|Solidity|Objective-C|COBOL|Julia|Zig|Clojure|Bash",
    "framework": "React(?! Native)(?:\\.js|JS)?|Next\\.?js|Vue(?:\\.js)?|Nuxt(?:\\.js)?|Angular|Svelte(?:Kit)?|Django|Flask|FastAPI|Rails|Laravel|Spring Boot|Spring|Express(?:\\.js)?|NestJS|Fastify|Tailwind(?: CSS)?|ReactFlow|Pydantic|SQLAlchemy|Prisma|Electron|Tauri|Phoenix|ASP\\.NET|\\.NET|Blazor|jQuery|Bootstrap|Material UI|Redux|Vite|Webpack|htmx|Streamlit|Gin|Actix|Axum|tokio|Celery|GraphQL|gRPC|Riverpod|LangChain|FrameXML|Chrome Extension Manifest V3|Manifest V3",
    "mobile": "Flutter|React Native|SwiftUI|UIKit|Jetpack Compose|Expo|Capacitor|Ionic|Android SDK|Core Data|Room",
    "game": "Unity(?: 3D)?|Unreal(?: Engine)?|Godot|Phaser|Three\\.js|Babylon\\.js|PixiJS|pygame|World of Warcraft",
    "store": "PostgreSQL|Postgres|MySQL|MariaDB|SQLite|MongoDB|DynamoDB|Firestore|Redis|Cassandra|CockroachDB|Elasticsearch|OpenSearch|Neo4j|ClickHouse|BigQuery|Snowflake|InfluxDB|TimescaleDB|CouchDB|IndexedDB|localStorage|LocalStorage|SavedVariables|Drift|Hive|Realm|DuckDB|pgvector|Pinecone|Qdrant|Weaviate|ChromaDB|SQL Server|Oracle",
    "queue": "Kafka|RabbitMQ|SQS|NATS|Pub/Sub|Sidekiq|BullMQ|Kinesis|EventBridge|ActiveMQ",
    "cloud": "AWS(?: Lambda)?|Azure|GCP|Google Cloud|Vercel|Netlify|Heroku|Fly\\.io|Cloudflare Workers|Cloudflare|DigitalOcean|Render|Railway|Kubernetes|Docker(?: Compose)?|Terraform|Helm|Supabase|Firebase|Mayastor|OpenShift",
    "runtime": "Node(?:\\.js|JS)|Deno|Bun|JVM|WebAssembly|WASM|Raspberry Pi|Arduino|ESP32",
    "library": "npm|pnpm|yarn|Poetry|ffmpeg|OpenCV|Pandas|NumPy|PyTorch|TensorFlow(?: Lite)?|scikit-learn|spaCy|D3(?:\\.js)?|Jest|Playwright|Cypress|pytest|ESLint|Zod|OpenTelemetry|Prometheus|Grafana",
    "tool": "Git|GitHub Actions|GitLab CI|Jenkins|CircleCI|Figma|Storybook|Prettier|Husky",
    "protocol": "WebSockets?|WebRTC|REST(?:ful)? API",
    "model": "GPT-4o?|GPT-3\\.5|Claude|Gemini|Llama|Whisper|Mistral|OpenAI|Anthropic|Ollama|Hugging Face",
}
CASELESS = re.compile(
    r"(?<![A-Za-z0-9_./-])(?:"
    + "|".join(f"(?P<{use}>{names})" for use, names in NAMES.items())
    + r")(?![A-Za-z0-9_])",
)
GO = re.compile(
    r"\b(?:in|with|using|[Ll]anguage:?|written in|binary in) Go\b|\bGo (?:\d|binary|service|CLI|module|backend|language)"
)


@lru_cache(maxsize=4096)
def technologies(text: str) -> tuple[tuple[Use, str], ...]:
    """The technologies named in the words, in order, each once."""
    found: dict[tuple[Use, str], None] = {}
    for each in CASELESS.finditer(text):
        use: Use = each.lastgroup  # type: ignore[assignment]  # the groups are named after the uses
        found[use, each.group()] = None
    if GO.search(text):
        found["language", "Go"] = None
    return tuple(found)
