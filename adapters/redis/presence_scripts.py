"""What presence does in Redis, each in one round trip."""

BEAT = """
-- KEYS  who was seen, who was active, the tenants    ARGV  user, milliseconds, 1 for active, seconds to keep, tenant
-- Somebody of whom no activity is known begins to be active now, and will be away when nothing follows.
local seen, active = redis.call('ZSCORE', KEYS[1], ARGV[1]), redis.call('ZSCORE', KEYS[2], ARGV[1])
redis.call('ZADD', KEYS[1], 'GT', ARGV[2], ARGV[1])
redis.call('ZADD', KEYS[2], ARGV[3] == '1' and 'GT' or 'NX', ARGV[2], ARGV[1])
redis.call('ZADD', KEYS[3], ARGV[2], ARGV[5])
redis.call('EXPIRE', KEYS[1], ARGV[4])
redis.call('EXPIRE', KEYS[2], ARGV[4])
return {seen or '', active or ''}
"""

TELL = """
-- KEYS  what was told    ARGV  seconds to keep, then user and status again and again; who is not in it is offline
local fresh = {}
for i = 2, #ARGV, 2 do
  local known = redis.call('HGET', KEYS[1], ARGV[i]) or 'offline'
  if known ~= ARGV[i + 1] then table.insert(fresh, ARGV[i]) end
  if ARGV[i + 1] == 'offline' then redis.call('HDEL', KEYS[1], ARGV[i])
  else redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1]) end
end
redis.call('EXPIRE', KEYS[1], ARGV[1])
return fresh
"""

FORGET = """
-- KEYS  who was seen, who was active, what was told, the tenants    ARGV  milliseconds, tenant
-- A tenant of which nobody is left, and of whom all were told so, is not looked at until somebody stirs.
for _, user in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', '(' .. ARGV[1])) do
  redis.call('ZREM', KEYS[1], user)
  redis.call('ZREM', KEYS[2], user)
end
if redis.call('EXISTS', KEYS[1]) == 0 and redis.call('EXISTS', KEYS[3]) == 0 then
  redis.call('ZREM', KEYS[4], ARGV[2])
end
return 0
"""
