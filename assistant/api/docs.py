"""The description of the API as a page: made from its OpenAPI schema, without scripts, and without the internet."""

from __future__ import annotations

import json
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment

router = APIRouter(include_in_schema=False)
PAGE = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(
    """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }}: the API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark }
h2 { margin-top: 2.5rem; text-transform: capitalize } code, pre { font-size: .9rem } pre { overflow-x: auto }
section { border-top: 1px solid #8884; padding: .6rem 0 } .method { font-weight: 700; text-transform: uppercase }
</style></head><body>
<h1>{{ title }}: the API</h1>
<p>Every request and answer is JSON, but for files. A failure is answered with <code>code</code>, <code>message</code>
and <code>hint</code>. The same as a schema for programs: <a href="/api/openapi.json">openapi.json</a>.</p>
{% for tag, routes in groups.items() %}
<h2>{{ tag }}</h2>
{% for route in routes %}
<section id="{{ route.id }}">
<code><span class="method">{{ route.method }}</span> {{ route.path }}</code><br>{{ route.description }}
{% if route.parameters %}
<ul>{% for parameter in route.parameters %}
<li><code>{{ parameter.name }}</code> ({{ parameter.in }}{{ "" if parameter.required else ", optional" }})</li>
{% endfor %}</ul>
{% endif %}
{% if route.body %}
<details><summary>body</summary><pre>{{ route.body }}</pre></details>
{% endif %}
</section>
{% endfor %}
{% endfor %}
</body></html>
"""
)


@router.get("/api/docs")
def docs(request: Request) -> HTMLResponse:
    """Shows every route with what it takes."""
    schema = request.app.openapi()
    groups: dict[str, list[dict[str, Any]]] = {}
    for path, methods in schema["paths"].items():
        for method, route in methods.items():
            shown = _shown(schema, route) | {"method": method, "path": path, "id": route["operationId"]}
            groups.setdefault(route["tags"][0], []).append(shown)
    return HTMLResponse(PAGE.render(title=schema["info"]["title"], groups=groups))


def _shown(schema: dict[str, Any], route: dict[str, Any]) -> dict[str, Any]:
    content = route.get("requestBody", {}).get("content", {})
    body = next((_with_parts(schema, each["schema"]) for each in content.values()), None)
    return {
        "description": route.get("description", route.get("summary", "")),
        "parameters": route.get("parameters", []),
        "body": json.dumps(body, indent=2) if body else "",
    }


def _with_parts(schema: dict[str, Any], part: Any) -> Any:
    """Puts what a schema refers to in its place."""
    if isinstance(part, list):
        return [_with_parts(schema, each) for each in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        return _with_parts(schema, schema["components"]["schemas"][part["$ref"].rpartition("/")[2]])
    return {name: _with_parts(schema, each) for name, each in part.items()}
