"""The technologies people mandate by name, and what each of them is."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Literal

from agents.builtin.reader.words.occurring import alternatives, by_first_letter

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
    "language": "Python|MicroPython|CircuitPython|TypeScript|JavaScript|Golang|Rust|Java|Kotlin|Swift|Ruby|PHP|Scala|Elixir|Lua|Dart|C\\+\\+|C#|Haskell|Perl|Dafny|Solidity|Objective-C|COBOL|Julia|Zig|Clojure|Bash|PowerShell|Groovy|Erlang|OCaml|F#|VBA|MATLAB|Delphi|ABAP",
    "framework": "React(?! Native| Query| Router| Hook Form)(?:\\.js|JS)?|Next\\.?js|Vue(?:\\.js)?|Nuxt(?:\\.js)?|Angular|Svelte(?:Kit)?|Django|Flask|FastAPI|Rails|Laravel|Spring Boot|Spring|Express(?:\\.js)?|NestJS|Fastify|Tailwind(?: CSS)?|ReactFlow|Pydantic|SQLAlchemy|Prisma|Electron|Tauri|Phoenix|ASP\\.NET|\\.NET|Blazor|jQuery|Bootstrap|Material UI|Redux|Vite|Webpack|htmx|Streamlit|Gin|Actix|Axum|tokio|Celery|GraphQL|gRPC|Riverpod|LangChain|FrameXML|Chrome Extension Manifest V3|Manifest V3|Remix|Astro|Gatsby|Quarkus|Micronaut|Ktor|Symfony|CodeIgniter|Livewire|Alpine\\.js|Jinja2?|Thymeleaf|Handlebars|shadcn(?:/ui)?|Chakra UI|Ant Design|DaisyUI|Vuetify|Zustand|TanStack Query|React Query|React Router|React Hook Form|tRPC|Drizzle ORM|TypeORM|Sequelize|Mongoose|Framer Motion|Hono|Koa|Gradio|PySide|PyQt|Tkinter|WPF|WinUI|MAUI|Qt|GTK|Bubble ?Tea|ratatui|crossterm|ncurses|Typer|Socket\\.io|LangGraph|LlamaIndex|CrewAI|AutoGen|Entity Framework(?: Core)?|Hibernate|Laravel Octane|SolidJS|Preact|Ember\\.js|Strapi|Directus|WordPress|Drupal|TYPO3|Magento|Jekyll|Docusaurus|MkDocs|Starlette|Sanic|Vert\\.x|Vaadin|Sinatra|CakePHP|Yii|Filament|Inertia(?:\\.js)?|MUI|Radix UI|Mantine|Vuex|Pinia|MobX|NgRx|RxJS|Hasura|PostgREST|Leptos|Yew|Dioxus|JavaFX|Avalonia|SignalR|Dapper|Kivy|Discord\\.js|discord\\.py|Telegraf\\.js|aiogram|Scrapy|OpenTUI|urwid|prompt_toolkit|Retrofit|Koin|Operator SDK|Kubebuilder|controller-runtime",
    "mobile": "Flutter|React Native|SwiftUI|UIKit|Jetpack Compose|Expo|Capacitor|Ionic|Android SDK|Core Data|Room(?! (?!(?:as|database|for|library|local|persistence|to|with)\\b|(?:and|or) [A-Z])[a-z])|Kotlin Multiplatform|\\.NET MAUI|Xamarin|Cordova|NativeScript|Core ML|CoreML|ARKit|ARCore|CameraX|SwiftData|StoreKit(?: 2)?|CloudKit|WorkManager|PDFKit|AppKit",
    "game": "Unity(?: 3D)?|Unreal(?: Engine)?|Godot|Phaser|Three\\.js|Babylon\\.js|PixiJS|pygame|World of Warcraft",
    "store": "PostgreSQL|Postgres|MySQL|MariaDB|SQLite|MongoDB|DynamoDB|Firestore|Redis|Cassandra|CockroachDB|Elasticsearch|OpenSearch|Neo4j|ClickHouse|BigQuery|Snowflake|InfluxDB|TimescaleDB|CouchDB|IndexedDB|localStorage|LocalStorage|SavedVariables|Drift|Hive|Realm|DuckDB|pgvector|Pinecone|Qdrant|Weaviate|ChromaDB|SQL Server|Oracle|Memcached|RocksDB|LevelDB|Milvus|FAISS|LanceDB|ScyllaDB|MSSQL|AsyncStorage|SharedPreferences|GeoPackage|PostGIS|Valkey|Couchbase|ArangoDB|SurrealDB|PlanetScale|Turso|PocketBase|Cosmos DB|CosmosDB|Meilisearch|Typesense|Solr|etcd|LMDB|Isar|ObjectBox|PouchDB|Dexie(?:\\.js)?|sessionStorage",
    "queue": "Kafka|RabbitMQ|SQS|NATS|Pub/Sub|Sidekiq|BullMQ|Kinesis|EventBridge|ActiveMQ|Celery Beat|Mosquitto|ZeroMQ|Redis Streams|Laravel Queue|Pulsar|Redpanda|Hangfire|Azure Service Bus|Amazon SNS",
    "cloud": "AWS(?: Lambda)?|Azure(?! OpenAI)|GCP|Google Cloud|Vercel|Netlify|Heroku|Fly\\.io|Cloudflare Workers|Cloudflare|DigitalOcean|Render|Railway|Kubernetes|Docker(?: Compose)?|Terraform|Helm|Supabase|Firebase|Mayastor|OpenShift|ECS Fargate|ECS|EKS|Fargate|EC2|CloudFront|CloudFormation|Cloud Run|App Engine|GKE|AKS|OVHcloud|Scaleway|Linode|Ansible|Pulumi|Podman|Argo ?CD|Coolify|PythonAnywhere|GitHub Pages|VMware|Proxmox|OpenStack|k3s|Istio|Appwrite",
    "runtime": "Node(?:\\.js|JS)|Deno|Bun|JVM|WebAssembly|WASM|Raspberry Pi|Arduino|ESP32|PlatformIO|ESP-IDF|FreeRTOS|Zephyr|STM32|Jetson Nano|Tomcat|WildFly|IIS|\\.NET (?:Core|Framework)|Vulkan|OpenGL|WebGL|WebGPU|CUDA|HTML5",
    "library": "npm|pnpm|yarn|Poetry|ffmpeg|OpenCV|Pandas|NumPy|PyTorch|TensorFlow(?: Lite)?|scikit-learn|spaCy|D3(?:\\.js)?|Jest|Playwright|Cypress|pytest|ESLint|Zod|OpenTelemetry|Prometheus|Grafana|Chart\\.js|Recharts|ECharts|Highcharts|Plotly|Lottie|Vitest|Mocha|Selenium|Puppeteer|JUnit|RSpec|Mockito|Gradle|Maven|CMake|Bazel|Turborepo|SciPy|Polars|Apache Spark|PySpark|Airflow|XGBoost|LightGBM|Keras|ONNX|YOLO|DomPDF|Tesseract|Nginx|Caddy|Traefik|FrankenPHP|Gunicorn|uvicorn|Workbox|i18next|Moment\\.js|date-fns|Lodash|Axios|PubSubClient|ArduinoJson|Telegraf|ruff|mypy|Clippy|Biome|Knex|Passport(?:\\.js)?|NextAuth(?:\\.js)?|Auth\\.js|Keycloak|Alembic|Flyway|Liquibase|Lombok|MapStruct|NUnit|xUnit|Testcontainers|XCTest|Appium|k6|Leaflet\\.js|OpenLayers|Mapbox GL|MapLibre|Konva|Fabric\\.js|TipTap|ProseMirror|CodeMirror|PDF\\.js|jsPDF|ReportLab|WeasyPrint|wkhtmltopdf|Beautiful ?Soup|librosa|NLTK|fastText|sentence-transformers|MediaPipe|dbt|Dagster|Flink|Hadoop|Great Expectations|MLflow|DVC|Fluentd|Logstash|Kibana|Zipkin|LaunchDarkly",
    "tool": "Git|GitHub Actions|GitLab CI|Jenkins|CircleCI|Figma|Storybook|Prettier|Husky",
    "protocol": "WebSockets?|WebRTC|REST(?:ful)? API",
    "model": "GPT-4o?|GPT-3\\.5|Claude|Gemini|Llama|Whisper|Mistral|Azure OpenAI|OpenAI|Anthropic|Ollama|Hugging Face",
}
NAMED = re.compile(
    r"(?<![A-Za-z0-9_./-])(?:"
    + "|".join(f"(?P<{use}>{names})" for use, names in NAMES.items())
    + r")(?![A-Za-z0-9_])",
)
# Where a name stands is seen sooner than which one it is.
_ANY = re.compile(
    rf"(?<![A-Za-z0-9_./-])(?:{by_first_letter(chain.from_iterable(map(alternatives, NAMES.values())))})(?![A-Za-z0-9_])"
)
# As people type them in haste, and the name that is meant: those that are no other words.
MEANT = {
    "python": "Python",
    "typescript": "TypeScript",
    "javascript": "JavaScript",
    "golang": "Golang",
    "kotlin": "Kotlin",
    "nextjs": "Next.js",
    "next.js": "Next.js",
    "vuejs": "Vue.js",
    "nestjs": "NestJS",
    "fastapi": "FastAPI",
    "django": "Django",
    "sveltekit": "SvelteKit",
    "postgres": "Postgres",
    "postgresql": "PostgreSQL",
    "mysql": "MySQL",
    "sqlite": "SQLite",
    "mongodb": "MongoDB",
    "redis": "Redis",
    "dynamodb": "DynamoDB",
    "kafka": "Kafka",
    "rabbitmq": "RabbitMQ",
    "kubernetes": "Kubernetes",
    "terraform": "Terraform",
    "aws": "AWS",
    "gcp": "GCP",
    "azure": "Azure",
    "vercel": "Vercel",
    "supabase": "Supabase",
    "firebase": "Firebase",
}
IN_HASTE = re.compile(rf"(?<![\w./@-])(?:{by_first_letter(map(re.escape, MEANT))})(?![\w/@-]|\.\w)")
GO = re.compile(
    r"\b(?:in|with|using|[Ll]anguage:?|written in|binary in) Go\b"
    r"|\b(?:[Uu]s(?:e|es|ing)|[Kk]nows?|speaks?) Go\b(?! (?:to|for|through|into|on|with|back)\b| [A-Z])"
    r"|^Go (?:is )?(?:preferred|because|since)\b|\bprefer(?:red|ably)? Go\b"
    r"|\bGo (?:\d|binary|service|CLI|module|backend|language|with (?:the )?(?:Operator SDK|Kubebuilder|controller-runtime|Cobra|Gin|Echo|Fiber)\b)|(?m:^Go\.?$)|[;,] Go(?=[;,.])"
)

# `Node 20`, `node >= 18`: alone it may be any knot, and so it is with a number that no release has.
NODE = re.compile(
    r"(?<![\w./-])[Nn]ode(?= ?(?:v|>=? ?|≥ ?)?(?:1[0-9]|2[0-9])(?:\.[\dx]+)*(?:\+|\b)(?! (?:nodes|points|items)))"
)

# `Kotlin + Compose`: people leave out whose it is, and in other company it is an ordinary word.
COMPOSE = re.compile(r"\bKotlin\b(?:[ ,/+&]{1,4}| and )Compose\b(?! Multiplatform)")

# `TypeScript/NestJS` are two, as no path is.
SLASHED = re.compile(r"(?<![\w./@-])([A-Z][\w+#]*)/(?=[A-Z][a-z])")


@lru_cache(maxsize=4096)
def technologies(text: str) -> tuple[tuple[Use, str], ...]:
    """The technologies named in the words, in order, each once."""
    text = SLASHED.sub(r"\1 / ", text) if "/" in text else text
    found = dict.fromkeys(_named(text))
    known = {name.casefold().replace(".", "") for _, name in found}
    for each in IN_HASTE.finditer(text):
        if each.group().replace(".", "") not in known:
            found |= dict.fromkeys(_named(MEANT[each.group()]))
    if "Go" in text and GO.search(text):
        found["language", "Go"] = None
    if "ode" in text and NODE.search(text):
        found["runtime", "Node.js"] = None
    if "Compose" in text and COMPOSE.search(text):
        found["mobile", "Jetpack Compose"] = None
    return tuple(found)


def _named(text: str) -> Iterator[tuple[Use, str]]:
    for each in _names(text):
        use: Use = each.lastgroup  # type: ignore[assignment]  # the groups are named after the uses
        yield use, each.group()


def _names(text: str) -> Iterator[re.Match[str]]:
    begin = 0
    while (place := _ANY.search(text, begin)) and (found := NAMED.match(text, place.start())):
        yield found
        begin = found.end()


# A name with what it is for, and no more: `Jest (unit tests)`, `ESLint + Prettier`.
ALONE = re.compile(r"\s*(?:\d[\w.]*\s*)?(?:$|[(+,&/–—:-]|and\b|for\b|as\b|und\b|et\b|y\b|e\b)")


def named_first(text: str) -> re.Match[str] | None:
    """The technology that the words begin with."""
    return technology_at(text, 0)


def technology_at(text: str, place: int) -> re.Match[str] | None:
    """The technology whose name begins at a place of a text."""
    return NAMED.match(text, place) if _ANY.match(text, place) else None


def begins_with_technology(text: str) -> bool:
    """Whether the words are the name of a technology, perhaps with what it is for."""
    found = named_first(text)
    return bool(found and ALONE.match(text, found.end()))


# `Flutter, because our contractor knows it`: a choice with its reason.
REASON = re.compile(
    r"[\w.+# ]{0,20}, (?:because|since|as|weil|da|denn|car|porque|(?:the|our) (?:team|company|devs?|developers)|we|i)\b",
    re.IGNORECASE,
)
SOLE = re.compile(r"(?:Go|Rust|C|R)\.?$")
# `Python 3.12+`, `Node >= 18`, `Java 21 or newer`: from which version on any will do.
VERSION = re.compile(
    r"\s*(?:v|version |>=? ?|≥ ?)?\d[\d.x]*(?:\+|\s*(?:LTS|\(LTS\)|(?:or|and) (?:above|higher|later|newer|up)))?\s*\.?\s*$",
    re.IGNORECASE,
)


def is_technology(text: str) -> bool:
    """Whether the words are a technology and nothing else, or one with the reason why it was chosen."""
    found = named_first(text) or IN_HASTE.match(text) or NODE.match(text)
    if found is None:
        return SOLE.match(text) is not None
    alone = not text[found.end() :].strip(" .")
    return bool(alone or REASON.match(text, found.end()) or VERSION.match(text, found.end()))


# What stands between names, and in front of them: `Java 21 / Spring Boot`, `Frontend: Angular`.
BETWEEN = re.compile(
    r"(?:(?:front-?end|back-?end|database|db|server|client|mobile|hosting|queue|cache|infrastructure|languages?|frameworks?)\s*[:：])?"
    r"(?:[\s\d.,/&+()–—-]|\b(?:and|und|et|y|with|mit|avec)\b)*",
    re.IGNORECASE,
)
LONGEST_STACK = 160


def names_only(text: str) -> bool:
    """Whether a sentence is names of technologies and nothing else, however many, with or without what they are for in front."""
    if len(text) > LONGEST_STACK or not technologies(text):
        return False
    rest, begin = "", 0
    for found in _names(text):
        rest += f"{text[begin : found.start()]} "
        begin = found.end()
    return bool(begin) and BETWEEN.fullmatch(rest + text[begin:]) is not None


# What stands before a technology that does the work: `photos in Postgres`, `a page (React)`.
BY_MEANS_OF = re.compile(
    r"(?:\(|\b(?:in|on|into|with|via|through|from|to|as|over|requires?|initiali[sz]e|scaffold|bootstrap) (?:the |an? |our )?)$",
    re.IGNORECASE,
)
# What is made with one is called after it: `a Streamlit dashboard`.
MADE_OF_IT = re.compile(
    r" (?:dashboard|app|application|server|front-?end|back-?end|client|ui|web ?site|site|endpoints?|extension|plugin|worker|functions?|routes?)\b",
    re.IGNORECASE,
)
# These are as often what a product is about as what it is made with.
ABOUT: frozenset[str] = frozenset({"model", "protocol", "tool"})
# These run beside the product more often than it is made of them: `a link that opens the order in Magento`.
BESIDE = frozenset({"magento", "wordpress", "drupal", "joomla", "typo3", "woocommerce", "prestashop"})


# Several in brackets are what it works with: `compares two schemas (Postgres and MySQL)`.
AMONG = re.compile(r"\([^()]{1,30} (?:and|or) [^()]{1,30}\)")


def relies(text: str) -> bool:
    """Whether the words say in passing that a technology does the work: `Photos end up in Postgres`."""
    return any(
        each.lastgroup not in ABOUT
        and each[0].casefold() not in BESIDE
        and not AMONG.match(text, each.start() - 1)
        and (
            BY_MEANS_OF.search(text, max(0, each.start() - 14), each.start())
            or MADE_OF_IT.match(text, each.end())
        )
        for each in _names(text)
    )


# Names of one technology.
ONE_THING = (
    frozenset({"postgresql", "postgres"}),
    frozenset({"go", "golang"}),
    frozenset({"sql server", "mssql"}),
    frozenset({"node.js", "nodejs"}),
    frozenset({"wasm", "webassembly"}),
    frozenset({"kubernetes", "k8s"}),
)


def called(name: str) -> frozenset[str]:
    """All names of one technology, in small letters."""
    small = name.casefold()
    return next((names for names in ONE_THING if small in names), frozenset({small}))


# What a name is lengthened with that says nothing new: `Tailwind` and `Tailwind CSS` are one.
LENGTHENED = frozenset({" boot", " css", " compose", " orm", " 3d", " engine", "/ui", ".js", "js"})


def is_part(small: str, others: Iterable[str]) -> bool:
    """Whether one of the others is the same technology by its longer name; all in small letters."""
    return any(other.startswith(small) and other[len(small) :] in LENGTHENED for other in others)
