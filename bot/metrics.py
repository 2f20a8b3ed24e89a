"""What /metrics shows: counts and durations, never an identifier, a name or a text."""

from prometheus_client import Counter, Gauge, Histogram

DELIVERIES = Counter("signalbox_deliveries", "Deliveries received, by what became of them.", ["outcome"])
READ_BACK = Counter(
    "signalbox_read_back", "Deliveries read back from GitHub, by what became of them.", ["outcome"]
)
ACKNOWLEDGED = Histogram(
    "signalbox_acknowledgement_seconds",
    "From the whole request read to its answer.",
    buckets=(0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 10),
)
DEPTH = Gauge("signalbox_queue_depth", "Jobs that wait or are being worked on.")
GITHUB_CALLS = Counter(
    "signalbox_github_calls", "Calls to GitHub, by method and status class.", ["method", "outcome"]
)
MODEL_CALLS = Counter("signalbox_model_calls", "Calls to a model, by outcome.", ["outcome"])
