"""Which headings name a part of the product, and by what name; chapters, stages of the work and qualities are none."""

import pytest

from agents.builtin.planning.drawing.part_names import marks, name_of


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("3.1 FR-1: Stock intake", "Stock intake"),
        ("4.2 Tiered Storage Management (FR-1xx)", "Tiered Storage Management"),
        ("Epic 2: Billing", "Billing"),
        ("5.F.4 Networking & Discovery", "Networking & Discovery"),
        ("3D models", "3D models"),
        ("P0 - Search", "Search"),
        ("User Management Requirements", "User Management"),
        ("Hub + Adapter model", "Hub + Adapter model"),
        ("游戏管理", "游戏管理"),
        ("主要用户", ""),
        ("FR-WF-05: Step 5 — Persist Results", "Persist Results"),
        ("What", ""),
        ("Required Components", ""),
        ("Phase 1: MVP", ""),
        ("Must have", ""),
        ("Notes and Caveats", ""),
        ("Archive vs Complete", ""),
        ("Primary Model: Open Core", ""),
        ("Why do we need this?", ""),
        ("What this journey reveals", ""),
        ("How to pay", "How to pay"),
        ("The user can do this", ""),
        ("功能需求", ""),
        ("系统包含以下核心模块，每个模块独立实现", ""),
        ("Funktionale Anforderungen", ""),
        ("Requisitos funcionales", ""),
        ("GITHUB_TOKEN", ""),
        ("F4 · Digitale Bestätigung (kein Ausdruck)", "Digitale Bestätigung"),
        ("R12–R14, R16: Save & Transcribe", "Save & Transcribe"),
        ("🚚 Delivery", "Delivery"),
        ("Simple Web Dashboard", "Web Dashboard"),
        ("Embargo System", "Embargo"),
        ("File system", "File system"),
        ("Checkout experience", "Checkout"),
        ("WordPress-Plugin, responsive", "WordPress-Plugin"),
        ("Adaptive Engine — The Brain", "Adaptive Engine"),
        ("PAYMENTS", "Payments"),
        ("Harness and Provider Overlap Policy", "Harness and Provider Overlap Policy"),
        ("Automatic Harness Provider Overlap Policy", "Automatic Harness Provider Overlap"),
        ("Implemented Enhancement: Workspaces", "Workspaces"),
        ("Roles and capabilities", ""),
        ("Order rules and features", "Order rules and features"),
        ("Supported response formats", "Response formats"),
        ("Login Screen", "Login"),
        ("Phase 2: Growth", ""),
        ("Epic E1 — Gateway", "Gateway"),
        ("After pickup", ""),
        ("Free tier", ""),
        ("Checklists", "Checklists"),
        ("Decision log", "Decision log"),
        ("Change requests", ""),
        ("Risk Checks (Pre-Trade)", "Risk Checks"),
        ("Intended Audience and Use", ""),
        ("Analysis Models", ""),
        ("Analysis", "Analysis"),
        ("Traceability", ""),
        ("Product hypothesis", ""),
        ("Measurement methodology", ""),
        ("Release methodology and gates", ""),
        ("Verified Behavior", ""),
        ("MVP0 — Shipped", ""),
        ("Daily Driver", ""),
        ("Ship checklist", ""),
        ("v0.2 — next", ""),
        ("Consequences (testable):", ""),
        ("Decision Request", ""),
        ("Key Elements", ""),
        ("Output Includes", ""),
        ("Beta", ""),
        ("Core outcomes", ""),
        ("Product premise", ""),
        ("Important behaviors", ""),
        ("Constants (Tunable)", ""),
        ("Application structure", ""),
        ("Adaptive, not static", ""),
        ("Low attention demand", ""),
        ("Low stock alerts", "Low stock alerts"),
        ("Model-Agnostic Design", ""),
        ("We'd need", ""),
    ],
)
def test_a_heading_is_a_part_or_a_chapter(heading: str, name: str) -> None:
    assert name_of(heading) == name


@pytest.mark.parametrize(
    ("headings", "name"),
    [
        (("PR-01 Cash desk", "PR-02 Stock"), "Cash desk"),
        (("REQ 2 Speech formats", "REQ 3 Voices"), "Speech formats"),
        (("F1 Lending", "F2 Returns"), "Lending"),
        (("SHA-256 checks", "Uploads"), "SHA-256 checks"),
        (("MP3 playback", "Playlists"), "MP3 playback"),
    ],
)
def test_an_id_in_front_goes_where_other_headings_are_counted_so(
    headings: tuple[str, ...], name: str
) -> None:
    assert name_of(headings[0], ids=marks(headings)) == name
