"""Every route about contacts."""

from entrypoints.http.contacts.contacts import contact_routes
from entrypoints.http.contacts.exports import export_routes
from entrypoints.http.contacts.fields import field_routes
from entrypoints.http.contacts.imports import import_routes
from entrypoints.http.contacts.lead_scores import lead_score_routes
from entrypoints.http.contacts.segments import segment_routes
from entrypoints.http.contacts.standing import standing_routes
from entrypoints.http.contacts.story import contact_story_routes
from entrypoints.http.contacts.tags import tag_routes

contacts_routes = (
    contact_routes,
    standing_routes,
    contact_story_routes,
    tag_routes,
    field_routes,
    segment_routes,
    lead_score_routes,
    import_routes,
    export_routes,
)
