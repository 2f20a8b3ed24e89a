"""Which outside systems a PRD talks to, by name."""

import pytest

from agents.builtin.reader import Findings, read


def integrations(text: str) -> list[str]:
    return [each.name for each in _found(text).integrations]


def _found(text: str) -> Findings:
    outcome = read(text)
    assert isinstance(outcome, Findings), outcome
    return outcome


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("- Store receipts in Amazon S3 and send mail with SES", ["Amazon S3", "SES"]),
        ("- Runs on AWS with DynamoDB and SQS", ["DynamoDB", "SQS"]),
        ("- Upload Excel files\n- Export the list to Excel\n- Read rates from Salesforce", ["Salesforce"]),
        ("- Draw a square\n- Render the page on a railway map", []),
        ("- Deploy the site to Render and keep rows in Neon", ["Neon"]),
        ("- Integrate with Harborlog and publish to Quayside", ["Harborlog", "Quayside"]),
        ("### Harborlog Integration\n- Berths are read every hour", ["Harborlog"]),
        ("- Use the Official Tidebook API", ["Tidebook API"]),
        ("- Build it with Django and React", []),
        ("### Third-party integrations\n- Harborlog\n- Send a mail to everyone\n", ["Harborlog"]),
        (
            "- Clerks can connect Harborlog accounts via OAuth\n- Read berths via Tidebook unified API",
            ["Harborlog", "Tidebook API"],
        ),
        ("### HRIS Integration\n- The CRM API is read", []),
        ("- Git keeps the logs\n- Git is asked\n- Git answers\n- Git is called once more", []),
        ("- A chart that looks like Bloomberg\n- Free Zoom/Pan", []),
        ("- Pay by Stripe/Adyen, see src/Slack/main", ["Stripe", "Adyen"]),
        ("- Anbindung an Kassenwerk", ["Kassenwerk"]),
        ("- Read patients from Epic and Cerner", ["Epic", "Cerner"]),
        ("- The sum of a jar comes with Epic 8", []),
        ("- Pages talk to a Spring Boot REST API\n- Prices come from the Magento API", ["Magento"]),
        ("- Export to TXT format\n- Export to Markdown", []),
        ("- Integration with the harbour information system", ["Harbour information system"]),
        ("## Payments (Stripe)\n- Berths are paid", ["Stripe"]),
        (
            "## Actors\n| ID | Name |\n|---|---|\n| A-1 | Skipper |\n| A-2 | Payment Provider |\n## Features\n- Pay a berth",
            ["Payment Provider"],
        ),
        (
            "## Phase 1: Money\n- Show berths\n- Pay with Stripe\n## Phase 2: Mail\n- Send mail with Mailgun",
            ["Stripe", "Mailgun"],
        ),
        ("## Success metrics\n- GitHub stars", []),
        (
            "- **Runtime dependencies:** Tidebook and Harborplot (other add-ons)\n- Integrations: Quayside, Mooring integrations\n- **Dependencies:** a quay that is long enough",
            ["Tidebook", "Harborplot", "Quayside", "Mooring"],
        ),
        ("- Social login (Google/Apple)", ["Google", "Apple"]),
        ("- Sends each berth to Elasticsearch\n- Berths are kept in Elasticsearch", ["Elasticsearch"]),
        (
            "- Firebase for the backend\n- Firestore: berths\n- Cloud Functions: fees\n- A C API for berths",
            ["Firebase"],
        ),
        ("## v2 Requirements\n### More\n- Trello integration", []),
        (
            "- Secure API calls\n- Handling Harborlog API errors\n- Tidebook REST API",
            ["Harborlog API", "Tidebook API"],
        ),
        ("- The MediaRecorder API takes the sound\n- Keep a clean GitHub repository", []),
        (
            "### Integrations\n- Clerks can connect Rippling\n- **Stripe Keys**: in the environment",
            ["Rippling", "Stripe"],
        ),
        ("- Read steps from HealthKit\n- Ask Apple Health again", ["HealthKit"]),
        ("- Photos in Supabase Storage\n- Sign in by Supabase Auth", ["Supabase"]),
        ("### Webhook sync\n- Read the Tidebook API", ["Tidebook API"]),
        (
            "### Upstream dependencies\n| Service | Contract |\n|---|---|\n| `pc-berth-svc` | asks Twilio to call |",
            ["pc-berth-svc", "Twilio"],
        ),
        ("### Payment gateways\n- **Quaypay**: the only one\n- Python 3.12", ["Quaypay"]),
        (
            "### Integrations\n- **Provider**: OpenRouter\n### More\n- Read the Supervisor API\n- Export to RFC 5545",
            ["OpenRouter"],
        ),
        (
            "- Payment provider integration\n- Hand work to others via the Tidetalk protocol",
            ["Payment provider", "Tidetalk"],
        ),
        (
            "## AI development rules (Claude Code)\n- Show berths to guests. Berth API: POST `/berths`\n- Google sign-in",
            ["Google sign-in"],
        ),
        ("- Runs on Kubernetes, with graphs by Grafana\n- Google/GitHub sign-in", ["GitHub", "Google"]),
        ("- Integrates with external systems\n- Integrates with the port register", ["Port register"]),
        ("- Watch Kubernetes\n- Restart Kubernetes\n- Stop Kubernetes", ["Kubernetes"]),
        ("- Pull news from TIDEX\n- Export rows to XLSX", ["TIDEX"]),
        ("- **v0.3 (later)** — Slack messages\n## Personas\n- Skippers who like Trello", []),
        ("## Open questions\n- Does Xero take the fees?", ["Xero"]),
        ("## Integrations\n- BerthRepository\n- Harborlog\n- iCloud", ["Harborlog", "iCloud"]),
        ("- Third-party dependencies: Clerk API changes", ["Clerk"]),
        ("## Risks\n- Stripe may be down when a berth is paid", ["Stripe"]),
        ("- Funnel: Linear steps to a berth\n- Sort by Medium\n- Never show what ranks as High", []),
        ("- Tasks: Linear, and notes in Medium", ["Linear", "Medium"]),
        (
            "- Take each signal as it comes\n- Publish the Signal to Slack\n- Keep signals of a week\n- Drop a signal that is late",
            ["Slack"],
        ),
        (
            "- Talks to the Payment service over gRPC\n- Asks the existing tide service for heights",
            ["Payment service", "Tide service"],
        ),
        ("- Claude API sums up news\n- Built by Ann with Claude Code", ["Claude"]),
        ("- People talk to the support service by phone\n- Replace the existing berth system", []),
        ("- Respect API limits. Parallel API calls\n- Tidebook API reads berths", ["Tidebook API"]),
        ("- Sign in by email/Password or Social login\n- Export to Finance", []),
        ("- Sign in with Azure AD\n- Microsoft Entra ID knows the skippers", ["Azure AD"]),
        ("- Voices by the Web Audio API\n- The Animated API moves berths\n- Comprehensive API docs", []),
        ("- Ask OpenAI (GPT-4.5) for a name\n- Ask GPT-4o again", ["OpenAI"]),
    ],
    ids=[
        "cloud",
        "provider",
        "file format",
        "words",
        "hosts",
        "joined",
        "heading",
        "api",
        "stack",
        "section",
        "granted",
        "kinds of systems",
        "tool of those who build it",
        "likened",
        "side by side",
        "abroad",
        "two words of every document",
        "an epic by its number",
        "what the product is made with",
        "forms of files",
        "of a kind",
        "in brackets of a heading",
        "among those who act",
        "in phases",
        "measured by",
        "behind a label",
        "accounts to log in with",
        "what is sent to",
        "parts by names of their own",
        "later",
        "what is done with it",
        "of every browser",
        "among other words",
        "two names",
        "parts of one",
        "only a kind",
        "services of the company",
        "gateways",
        "of a kind and of people",
        "kinds and protocols",
        "written with",
        "built on",
        "any of a kind",
        "built for",
        "in capitals",
        "of later and of others",
        "what is asked",
        "parts of the program, and names as their makers write them",
        "changes of what it depends on",
        "what may go wrong",
        "words behind a colon and ranks",
        "names behind a colon",
        "a word of its own beside a name",
        "services beside it",
        "what only begins alike",
        "services that are no systems",
        "calls of any interface",
        "ways to log in and departments",
        "renamed by its maker",
        "of a browser",
        "a model and who runs it",
    ],
)
def test_integrations_are_named_systems(text: str, names: list[str]) -> None:
    assert integrations(f"# Port desk\n## Features\n{text}\n") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "- Station data comes from OpenAQ\n- Texts go out via Sinch, messages via Sinch\n",
            ["OpenAQ", "Sinch"],
        ),
        ("- The product talks to Pennylane and Qonto\n", ["Pennylane", "Qonto"]),
        ("- Load tasks from Backlog\n- The backlog is sorted\n- Read it from a CSV file\n", []),
    ],
    ids=["moved", "two", "words of the document"],
)
def test_where_data_comes_from_and_goes_to_is_a_system(text: str, names: list[str]) -> None:
    assert integrations(f"# A\n## Features\n{text}") == names


def test_an_entry_of_a_list_of_services_is_named_without_its_purpose() -> None:
    text = "# A\n## External services\n- Hanko for passkeys\n- OpenAQ (air quality)\n"
    assert integrations(text) == ["Hanko", "OpenAQ"]


def test_what_is_too_expensive_is_nothing_to_talk_to() -> None:
    text = "# Port desk\n## Features\n- State comes from Datadog monitors\n## Notes\n- Statuspage.io is too expensive\n"
    assert integrations(text) == ["Datadog"]


@pytest.mark.parametrize(
    "text",
    [
        "- The tests integrate into CI/CD pipelines\n",
        "- The Epic 4 redesign moves the berths\n",
        "- The operator fills in the name and Base URL\n",
        "Think “Stripe for berths”, but calm.\n",
    ],
)
def test_a_word_that_is_also_the_name_of_a_system_means_none_here(text: str) -> None:
    assert integrations(f"# Port desk\n## Features\n{text}") == []


def test_the_systems_of_single_trades_are_known_by_name() -> None:
    text = "- Read the rates of OpenExchangeRates\n- Play through PipeWire\n- Ask OSV for warnings\n"
    assert integrations(f"# Port desk\n## Features\n{text}") == ["OpenExchangeRates", "PipeWire", "OSV"]


def test_what_a_product_is_called_for_short_is_no_outside_system() -> None:
    text = "# PRD\n\n**Product:** School Management System (SchoolMS)\n\n## Features\n\n- SchoolMS talks to Harborlog via the Harborlog API\n"
    assert integrations(text) == ["Harborlog API"]
