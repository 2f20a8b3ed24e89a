"""How often the tests' workers show that they live, so that nobody waits long for a dead one: ten times as often as in production."""

from bot.queue_heart import Rhythm

FAST = Rhythm(beat=0.2, lease=0.8, stalled=1.2)
