"""The throttle's two steps in Redis: a sliding log of tries per name, each in one round trip."""

ATTEMPT = """
-- Admit and count a try, or count nothing and say how many milliseconds to wait.
-- KEYS     pair, account, level, known, and perhaps network
-- ARGV     1 window (ms)  2 tries of a pair  3 tries of the others  4 the try's number
--          5 how often the pair's window doubles  6 how long a level is remembered (ms)
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local window, pair_tries, wide_tries = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local pair, account, level, network = KEYS[1], KEYS[2], KEYS[3], KEYS[5]

local function pair_window(reached)
  return window * 2 ^ math.min(math.max(reached - 1, 0), tonumber(ARGV[5]))
end

local function wait(key, window, tries)
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now - window)
  local count = redis.call('ZCARD', key)
  if count < tries then return 0 end
  local first = redis.call('ZRANGE', key, count - tries, count - tries, 'WITHSCORES')
  return first[2] + window - now
end

local reached = tonumber(redis.call('GET', level) or 0)
local longest = wait(pair, pair_window(reached), pair_tries)
if redis.call('EXISTS', KEYS[4]) == 0 then longest = math.max(longest, wait(account, window, wide_tries)) end
if network then longest = math.max(longest, wait(network, window, wide_tries)) end
if longest > 0 then return math.ceil(longest) end

local function count(key, window)
  redis.call('ZADD', key, now, ARGV[4])
  redis.call('PEXPIRE', key, window)
end

count(pair, pair_window(reached))
count(account, window)
if network then count(network, window) end
if redis.call('ZCARD', pair) >= pair_tries then
  reached = redis.call('INCR', level)
  redis.call('PEXPIRE', level, ARGV[6])
  redis.call('PEXPIRE', pair, pair_window(reached))
end
return 0
"""

SUCCEEDED = """
-- Forget the pair's tries and this one of the others, and know the pair from now on.
-- KEYS     pair, account, level, known, and perhaps network    ARGV  1 the try's number  2 how long it is known (ms)
redis.call('DEL', KEYS[1], KEYS[3])
redis.call('ZREM', KEYS[2], ARGV[1])
if KEYS[5] then redis.call('ZREM', KEYS[5], ARGV[1]) end
redis.call('SET', KEYS[4], '', 'PX', ARGV[2])
return 1
"""
