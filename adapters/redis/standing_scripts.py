"""The two writes of the standings' cache, each in one step that nothing comes between."""

KEEP = """
-- Remember standings, unless something was forgotten since they were read from the database.
-- KEYS[1]  the mark, which changes whenever anything is forgotten
-- KEYS[2…] per standing: its key, then the index of each scope by which it can be forgotten
-- ARGV[1]  the mark as it was before the reading    ARGV[2]  milliseconds to remember
-- ARGV[3…] per standing: its value, then how many indexes it has
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
local time, ttl = redis.call('TIME'), tonumber(ARGV[2])
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local key, argument = 2, 3
while argument <= #ARGV do
  local indexes = tonumber(ARGV[argument + 1])
  redis.call('SET', KEYS[key], ARGV[argument], 'PX', ttl)
  for place = key + 1, key + indexes do
    redis.call('ZADD', KEYS[place], now + ttl, KEYS[key])
    redis.call('ZREMRANGEBYSCORE', KEYS[place], '-inf', now)
    redis.call('PEXPIRE', KEYS[place], ttl)
  end
  key, argument = key + 1 + indexes, argument + 2
end
return 1
"""

FORGET = """
-- Forget everything of some scopes.
-- KEYS[1]  the mark    KEYS[2…] per scope: its index, then the standing that is kept under its own name
-- ARGV[1]  the new mark
redis.call('SET', KEYS[1], ARGV[1])
for key = 2, #KEYS, 2 do
  for _, kept in ipairs(redis.call('ZRANGE', KEYS[key], 0, -1)) do redis.call('UNLINK', kept) end
  redis.call('UNLINK', KEYS[key], KEYS[key + 1])
end
return 1
"""
