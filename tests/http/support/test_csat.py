"""What customers said, over HTTP."""

import httpx

CSAT = "/api/v1/csat"


async def test_nothing_was_asked_yet(admin: httpx.AsyncClient) -> None:
    listed = await admin.get(CSAT, params={"answered": "true", "score": "5", "cursor": ""})
    summary = (await admin.get(f"{CSAT}/summary", params={"since": "2026-01-01T00:00:00Z"})).json()

    assert (listed.status_code, listed.json()["items"]) == (200, [])
    assert (summary["asked"], summary["average"], summary["distribution"]["5"]) == (0, None, 0)
    assert (await admin.get(CSAT, params={"score": "6"})).status_code == 400
