"""GCRA, the "theoretical arrival time" form of a leaky bucket, as a script in Redis: one round trip for a batch."""

SCRIPT = """
-- Nothing is written for a refused recipient.
-- KEYS[1]    the number's key           KEYS[2..]  one key per recipient; equal recipients have equal keys
-- ARGV[1,2]  the number's interval (microseconds) and burst      ARGV[3,4]  the pair's interval and burst
-- Returns the microseconds to wait, per recipient: 0 is granted.
--
-- The time is Redis's own, for workers' clocks differ. A stored time further ahead than a full bucket reaches means
-- that this clock was set back or the rate was raised; it is cut, so nobody waits longer than a full bucket takes.

local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local times, refused, changed = {}, {}, {}

local function wait(key, interval, burst)
  if times[key] == nil then
    local stored = tonumber(redis.call('GET', key) or 0)
    local full = now + interval * burst
    times[key] = math.max(now, math.min(stored, full))
    refused[key] = 0
    changed[key] = stored > full or nil
  end
  return times[key] + interval * (refused[key] + 1 - burst) - now
end

local function take(key, interval)
  times[key] = times[key] + interval
  changed[key] = true
end

local number, number_interval, number_burst = KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2])
local pair_interval, pair_burst = tonumber(ARGV[3]), tonumber(ARGV[4])
local waits = {}

for position = 2, #KEYS do
  local pair = KEYS[position]
  local number_wait = wait(number, number_interval, number_burst)
  local pair_wait = wait(pair, pair_interval, pair_burst)
  if number_wait <= 0 and pair_wait <= 0 then
    take(number, number_interval)
    take(pair, pair_interval)
  end
  if number_wait > 0 then refused[number] = refused[number] + 1 end
  if pair_wait > 0 then refused[pair] = refused[pair] + 1 end
  waits[position - 1] = math.max(number_wait, pair_wait, 0)
end

for key in pairs(changed) do
  redis.call('SET', key, string.format('%.0f', times[key]), 'PX', math.ceil((times[key] - now) / 1000))
end
return waits
"""
