"""GCRA over several buckets at once, as a script in Redis: one round trip for a request."""

TAKE = """
-- Nothing is written when a bucket is empty.
-- KEYS[n]  a bucket's key        ARGV[2n-1, 2n]  its interval (microseconds for one request) and its burst
-- Returns for each bucket the microseconds to wait (0: it had one) and those until it is full, after the taking.
--
-- The time is Redis's own, for processes' clocks differ. A stored time further ahead than a full bucket reaches means
-- that this clock was set back or the rate was raised; it is cut, so nobody waits longer than a full bucket takes.

local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local stored = redis.call('MGET', unpack(KEYS))
local times, answer, granted = {}, {}, true

for n = 1, #KEYS do
  local interval, burst = tonumber(ARGV[2 * n - 1]), tonumber(ARGV[2 * n])
  times[n] = math.max(now, math.min(tonumber(stored[n] or 0), now + interval * burst))
  local wait = times[n] + interval * (1 - burst) - now
  answer[2 * n - 1] = math.max(0, wait)
  if wait > 0 then granted = false end
end

for n = 1, #KEYS do
  if granted then
    times[n] = times[n] + tonumber(ARGV[2 * n - 1])
    redis.call('SET', KEYS[n], string.format('%.0f', times[n]), 'PX', math.ceil((times[n] - now) / 1000))
  end
  answer[2 * n] = times[n] - now
end
return answer
"""
