"""Every route about conversations."""

from entrypoints.http.conversations.drafts import draft_routes
from entrypoints.http.conversations.hands import hand_routes
from entrypoints.http.conversations.many import many_routes
from entrypoints.http.conversations.reading import reading_routes
from entrypoints.http.conversations.sending import sending_routes
from entrypoints.http.conversations.states import state_routes
from entrypoints.http.conversations.story import story_routes
from entrypoints.http.conversations.viewers import viewer_routes

conversation_routes = (
    reading_routes,
    sending_routes,
    many_routes,
    hand_routes,
    state_routes,
    story_routes,
    draft_routes,
    viewer_routes,
)
