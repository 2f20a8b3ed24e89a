"""The shared queue's tables beside procrastinate's, and the statements that touch them."""

from bot.queue_schema import DEAD, DONE, MONTH, QUEUED, RUNNING, WEEK

VERSION = 2

# `job` is procrastinate's, while there is one: none for what is over, and none yet for what is to be done later. The
# columns `repository`, `kind` and `urgent` say again what `run_key` and `event` say, as the choice below needs it.
TABLES = f"""
CREATE TABLE signalbox_schema(version integer NOT NULL);
INSERT INTO signalbox_schema VALUES({VERSION});
CREATE TABLE signalbox_delivery(
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id text NOT NULL UNIQUE, event text NOT NULL,
  run_key text NOT NULL, repository text NOT NULL, installation bigint NOT NULL, kind smallint NOT NULL,
  urgent boolean NOT NULL, body bytea NOT NULL, digest text UNIQUE, received double precision NOT NULL,
  due double precision NOT NULL, state smallint NOT NULL DEFAULT {QUEUED}, attempts integer NOT NULL DEFAULT 0,
  lost integer NOT NULL DEFAULT 0, finished double precision, why text, job bigint UNIQUE, worker bigint);
CREATE INDEX signalbox_delivery_waiting ON signalbox_delivery(run_key, job) WHERE state = {QUEUED};
CREATE INDEX signalbox_delivery_turn ON signalbox_delivery(installation, urgent DESC, job)
  WHERE state = {QUEUED} AND job IS NOT NULL;
CREATE INDEX signalbox_delivery_running ON signalbox_delivery(worker) WHERE state = {RUNNING};
CREATE INDEX signalbox_delivery_later ON signalbox_delivery(due) WHERE state = {QUEUED} AND job IS NULL;
CREATE INDEX signalbox_delivery_over ON signalbox_delivery(finished) WHERE state >= {DONE};
CREATE TABLE signalbox_turn(installation bigint PRIMARY KEY, served bigint NOT NULL);
CREATE SEQUENCE signalbox_turns;
CREATE TABLE signalbox_answer(digest text PRIMARY KEY, content bytea NOT NULL, kept double precision NOT NULL);
CREATE TABLE signalbox_cache(key text PRIMARY KEY, value bytea NOT NULL, kept double precision NOT NULL);
CREATE TABLE signalbox_pulse(one integer PRIMARY KEY CHECK (one = 1), beaten double precision NOT NULL);
"""
# What brings tables of the first version to this one: a run's key said its repository by name. Procrastinate's lock is the
# key, and the name of its queue is made from it (`bot.queue_postgres`).
SECOND = (
    f"""
WITH told AS (SELECT number, convert_from(body, 'UTF8')::json AS body FROM signalbox_delivery WHERE state <= {RUNNING}),
known AS (
  SELECT number, coalesce(body #>> '{{place,repository_id}}', body #>> '{{repository,id}}') AS repository FROM told)
UPDATE signalbox_delivery AS delivery SET repository = known.repository,
  run_key = known.repository || substr(run_key, strpos(run_key, '#'))
FROM known WHERE known.number = delivery.number AND known.repository IS NOT NULL
""",
    """
UPDATE procrastinate_jobs AS job SET lock = delivery.run_key,
  queue_name = left(encode(sha256(convert_to(delivery.run_key, 'UTF8')), 'hex'), 32)
FROM signalbox_delivery AS delivery WHERE delivery.job = job.id
""",
    "UPDATE signalbox_schema SET version = 2",
)
HAS_TABLES = "SELECT to_regclass('signalbox_schema'), to_regclass('procrastinate_jobs')"
VERSION_THERE = "SELECT version FROM signalbox_schema"

# Advisory locks of the App's own, named by two numbers: the first says what for.
LOCK_TABLES = "SELECT pg_advisory_xact_lock(7269, 1)"
LOCK_CHOICE = "SELECT pg_advisory_xact_lock(7269, 2)"
LOCK_KEY = "SELECT pg_advisory_xact_lock(7270, hashtext(%(key)s))"

_LINED_UP = f"state = {QUEUED} AND job IS NOT NULL"
_DELIVERY = "id, event, run_key, body, digest, received, due, installation"
KNOWN = "SELECT 1 FROM signalbox_delivery WHERE id = %(id)s"
# What a person said cannot overtake in its own run, so it lends its haste to what stands before it.
PUT = f"""
WITH lent AS (
  UPDATE signalbox_delivery SET urgent = true
  WHERE %(urgent)s AND run_key = %(run_key)s AND state = {QUEUED} AND NOT urgent)
INSERT INTO signalbox_delivery(
  id, event, run_key, repository, installation, kind, urgent, body, digest, received, due, job)
VALUES(%(id)s, %(event)s, %(run_key)s, %(repository)s, %(installation)s, %(kind)s, %(urgent)s, %(body)s, %(digest)s,
  %(received)s, %(due)s, %(job)s)
ON CONFLICT DO NOTHING RETURNING number
"""
LATER = f"""
SELECT number, id, run_key FROM signalbox_delivery
WHERE state = {QUEUED} AND job IS NULL AND due <= %(now)s ORDER BY number LIMIT 100 FOR UPDATE SKIP LOCKED
"""
LINE_UP = "UPDATE signalbox_delivery SET job = %(job)s WHERE number = %(number)s"

# The rules of bot.queue_order as one question: the run whose turn it is. A run's head is its oldest job; when that waits
# to be tried again, the run waits with it. Installations are found by leaping through an index, and of each only as many
# jobs are looked at as may not start, so that a long queue costs little.
CHOOSE = f"""
WITH RECURSIVE under_way AS MATERIALIZED (
  SELECT kind, repository, run_key FROM signalbox_delivery WHERE state = {RUNNING}),
crowded AS MATERIALIZED (
  SELECT kind FROM under_way GROUP BY kind HAVING count(*) >= (%(room)s::integer[])[kind + 1]),
waiting(installation) AS (
  SELECT min(installation) FROM signalbox_delivery WHERE {_LINED_UP}
  UNION ALL
  SELECT (SELECT min(installation) FROM signalbox_delivery
    WHERE {_LINED_UP} AND installation > waiting.installation)
  FROM waiting WHERE waiting.installation IS NOT NULL)
SELECT next.run_key, waiting.installation
FROM waiting LEFT JOIN signalbox_turn AS turn ON turn.installation = waiting.installation
CROSS JOIN LATERAL (
  SELECT run_key, urgent, job FROM signalbox_delivery AS head
  WHERE {_LINED_UP} AND installation = waiting.installation AND due <= %(now)s
  AND kind NOT IN (SELECT kind FROM crowded)
  AND NOT EXISTS (
    SELECT 1 FROM under_way WHERE under_way.run_key = head.run_key
    OR (head.kind = 0 AND under_way.kind = 0 AND under_way.repository = head.repository))
  AND NOT EXISTS (
    SELECT 1 FROM signalbox_delivery AS older
    WHERE older.state = {QUEUED} AND older.run_key = head.run_key AND older.job < head.job)
  ORDER BY urgent DESC, job LIMIT 1) AS next
ORDER BY coalesce(turn.served, 0), next.urgent DESC, next.job LIMIT 1
"""
WAITING = f"SELECT EXISTS (SELECT 1 FROM signalbox_delivery WHERE state = {QUEUED})"
CLAIM = f"""
WITH turn AS (
  INSERT INTO signalbox_turn(installation, served) VALUES(%(installation)s, nextval('signalbox_turns'))
  ON CONFLICT (installation) DO UPDATE SET served = EXCLUDED.served)
UPDATE signalbox_delivery SET state = {RUNNING}, attempts = attempts + 1, worker = %(worker)s
WHERE job = %(job)s RETURNING number, {_DELIVERY}, attempts, lost
"""

# Only the process that has this attempt in hand may say how it ended; a job that was taken over is another attempt.
_OURS = f"WHERE number = %(number)s AND attempts = %(attempt)s AND state = {RUNNING}"
HOLDS = f"""
SELECT 1 FROM signalbox_delivery AS delivery JOIN procrastinate_workers AS worker ON worker.id = delivery.worker
{_OURS} AND worker.last_heartbeat > now() - make_interval(secs => %(lease)s)
"""
UNCLAIM = f"UPDATE signalbox_delivery SET state = {QUEUED}, attempts = attempts - 1, worker = NULL {_OURS} RETURNING job"
AGAIN = f"UPDATE signalbox_delivery SET state = {QUEUED}, due = %(due)s, why = %(why)s, worker = NULL {_OURS} RETURNING job"
# The old row gives procrastinate's job, which the new one has no more.
_OVER = f"""
WITH before AS (SELECT number, job FROM signalbox_delivery {_OURS} FOR UPDATE)
UPDATE signalbox_delivery AS delivery SET state = {{state}}, finished = %(now)s, why = %(why)s, job = NULL, worker = NULL{{more}}
FROM before WHERE delivery.number = before.number RETURNING before.job
"""
# The body of finished work is dropped at once; id and digest stay, to recognise a redelivery.
FINISH = _OVER.format(state=DONE, more=", body = ''")
BURY = _OVER.format(state=DEAD, more="")
FORGET = f"DELETE FROM signalbox_delivery {_OURS} RETURNING job"
FORGET_ALSO = f"DELETE FROM signalbox_delivery WHERE id = %(id)s AND state >= {DONE}"

TAKE_OVER = f"""
UPDATE signalbox_delivery SET state = {QUEUED}, due = 0, lost = lost + 1, worker = NULL
WHERE job = %(job)s AND state = {RUNNING} RETURNING number
"""
HELD_BY = f"SELECT number, attempts FROM signalbox_delivery WHERE state = {RUNNING} AND worker = %(worker)s"

DEAD_LETTERS = (
    f"SELECT number, {_DELIVERY}, attempts, why FROM signalbox_delivery WHERE state = {DEAD} ORDER BY number"
)
DEPTH = f"SELECT count(*) FROM signalbox_delivery WHERE state <= {RUNNING}"
STORED = "SELECT content FROM signalbox_answer WHERE digest = %(key)s"
STORE = """
INSERT INTO signalbox_answer(digest, content, kept) VALUES(%(key)s, %(value)s, %(now)s)
ON CONFLICT (digest) DO UPDATE SET content = EXCLUDED.content, kept = EXCLUDED.kept
"""
CACHED = "SELECT value FROM signalbox_cache WHERE key = %(key)s"
CACHE = """
INSERT INTO signalbox_cache(key, value, kept) VALUES(%(key)s, %(value)s, %(now)s)
ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value, kept = EXCLUDED.kept
"""
BEAT = """
INSERT INTO signalbox_pulse(one, beaten) VALUES(1, %(now)s) ON CONFLICT (one) DO UPDATE SET beaten = EXCLUDED.beaten
"""

# What each retention rule deletes, as in the embedded engine.
SWEEP = (
    (f"DELETE FROM signalbox_delivery WHERE state = {DONE} AND finished < %(before)s", WEEK),
    (f"DELETE FROM signalbox_delivery WHERE state = {DEAD} AND finished < %(before)s", MONTH),
    ("DELETE FROM signalbox_answer WHERE kept < %(before)s", MONTH),
    ("DELETE FROM signalbox_cache WHERE kept < %(before)s", MONTH),
)
