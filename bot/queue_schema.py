"""The embedded queue's tables and the statements that touch them."""

WEEK = 7 * 24 * 3600.0
MONTH = 30 * 24 * 3600.0

QUEUED, RUNNING, DONE, DEAD = 0, 1, 2, 3

# `digest` is NULL for what the App sends itself: two equal answers of a model are two events, while two equal bodies
# from GitHub are one replayed delivery. Each delivery may be asked for by id and by digest, hence both indexes.
TABLES = """
CREATE TABLE IF NOT EXISTS job(
  number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, event TEXT NOT NULL, run_key TEXT NOT NULL,
  body BLOB NOT NULL, digest TEXT, received REAL NOT NULL, due REAL NOT NULL, state INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0, finished REAL, why TEXT,
  installation INTEGER NOT NULL DEFAULT 0, lost INTEGER NOT NULL DEFAULT 0);
CREATE INDEX IF NOT EXISTS job_open ON job(number) WHERE state < 2;
CREATE INDEX IF NOT EXISTS job_dead ON job(number) WHERE state = 3;
CREATE INDEX IF NOT EXISTS job_over ON job(finished) WHERE state >= 2;
CREATE INDEX IF NOT EXISTS job_digest ON job(digest) WHERE digest IS NOT NULL;
CREATE TABLE IF NOT EXISTS answer(digest TEXT PRIMARY KEY, content BLOB NOT NULL, kept REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS cache(key TEXT PRIMARY KEY, value BLOB NOT NULL, kept REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pulse(one INTEGER PRIMARY KEY CHECK (one = 1), beaten REAL NOT NULL);
"""

VERSION = 3
# What brings a file of an older version to the next one. Before the third, a run's key said its repository by name.
CHANGES = {
    1: (
        "ALTER TABLE job ADD COLUMN installation INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE job ADD COLUMN lost INTEGER NOT NULL DEFAULT 0",
    ),
    2: (
        """
UPDATE job SET run_key = coalesce((SELECT CASE WHEN json_valid(told) THEN
    coalesce(json_extract(told, '$.place.repository_id'), json_extract(told, '$.repository.id')) END
  FROM (SELECT CAST(job.body AS TEXT) AS told)) || substr(run_key, instr(run_key, '#')), run_key) WHERE state < 2
""",
    ),
}

SEEN = "SELECT 1 FROM job WHERE id = ? OR digest = ? LIMIT 1"
KNOWN = "SELECT 1 FROM job WHERE id = ?"
PUT = "INSERT INTO job(id, event, run_key, body, digest, received, due, installation) VALUES(?, ?, ?, ?, ?, ?, ?, ?)"
OPEN = "SELECT number, run_key, event, installation, due, attempts FROM job WHERE state = 0 ORDER BY number"
# A job that was being worked on when its process ended is simply waiting again; its attempt stays counted.
RECOVER = "UPDATE job SET state = 0, due = 0, lost = lost + 1 WHERE state = 1"
GIVE_BACK = "UPDATE job SET state = 0, due = 0 WHERE state = 1"
CLAIM = (
    "UPDATE job SET state = 1, attempts = attempts + 1 WHERE number = ? "
    "RETURNING id, event, run_key, body, digest, received, due, installation, attempts, lost"
)
UNCLAIM = "UPDATE job SET state = 0, attempts = attempts - 1 WHERE number = ? AND state = 1"
# The body of finished work is dropped at once; id and digest stay, to recognise a redelivery.
FINISH = "UPDATE job SET state = 2, body = x'', finished = ?, why = NULL WHERE number = ?"
AGAIN = "UPDATE job SET state = 0, due = ?, why = ? WHERE number = ?"
BURY = "UPDATE job SET state = 3, finished = ?, why = ? WHERE number = ?"
FORGET = "DELETE FROM job WHERE id = ? OR number = ?"
DEAD_LETTERS = "SELECT number, id, event, run_key, body, digest, received, due, installation, attempts, why FROM job WHERE state = 3 ORDER BY number"
STORED = "SELECT content FROM answer WHERE digest = ?"
STORE = "INSERT OR REPLACE INTO answer(digest, content, kept) VALUES(?, ?, ?)"
CACHED = "SELECT value FROM cache WHERE key = ?"
CACHE = "INSERT OR REPLACE INTO cache(key, value, kept) VALUES(?, ?, ?)"
BEAT = "INSERT OR REPLACE INTO pulse(one, beaten) VALUES(1, ?)"

# What each retention rule deletes: GitHub offers redelivery for 3 days, so 7 days of memory leave a margin.
SWEEP = (
    ("DELETE FROM job WHERE state = 2 AND finished < ?", WEEK),
    ("DELETE FROM job WHERE state = 3 AND finished < ?", MONTH),
    ("DELETE FROM answer WHERE kept < ?", MONTH),
    ("DELETE FROM cache WHERE kept < ?", MONTH),
)
