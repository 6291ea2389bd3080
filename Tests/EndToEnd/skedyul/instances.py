"""Instances of the config's models, their filters and their secrets."""

import itertools

from skedyul.refusal import Refused, not_found

OPERATORS = {
    "eq": lambda value, wanted: value == wanted,
    "neq": lambda value, wanted: value != wanted,
    "gt": lambda value, wanted: value is not None and value > wanted,
    "gte": lambda value, wanted: value is not None and value >= wanted,
    "lt": lambda value, wanted: value is not None and value < wanted,
    "lte": lambda value, wanted: value is not None and value <= wanted,
    "in": lambda value, wanted: value in wanted,
    # As databases search: without regard to case.
    "contains": lambda value, wanted: str(wanted).lower() in str(value or "").lower(),
    "notContains": lambda value, wanted: str(wanted).lower() not in str(value or "").lower(),
    "startsWith": lambda value, wanted: str(value or "").startswith(wanted),
    "endsWith": lambda value, wanted: str(value or "").endswith(wanted),
    "isEmpty": lambda value, wanted: (value in (None, "", [])) == wanted,
    "isNotEmpty": lambda value, wanted: (value not in (None, "", [])) == wanted,
}
PAGE = 100

_JSON = {
    "string": str, "long_string": str, "number": (int, float), "boolean": bool, "date": str, "datetime": str, "time": str,
    "file": str, "image": str, "relation": str, "object": dict,
}


class Instances:
    def __init__(self, config: dict):
        parts = [config.get("provision") or {}, config.get("install") or {}]
        self._models = {model["handle"]: model for part in parts for model in part.get("models", [])}
        self.all = {handle: [] for handle in self._models}
        self._numbers = itertools.count(1)
        self._relations = {}
        for relation in (it for part in parts for it in part.get("relationships", [])):
            self._relations.setdefault(relation["source"]["model"], set()).add(relation["source"]["field"])

    # Reading

    def list(self, handle, tenant, filter=None, page=1, limit=PAGE):
        rows = [row for row in self._of(handle, tenant) if self._matches(handle, row, filter or {})]
        limit = min(limit, PAGE)
        part = rows[(page - 1) * limit:page * limit]
        has_more = page * limit < len(rows)
        return [self._shown(handle, row) for row in part], {
            "page": page, "total": len(rows), "hasMore": has_more, "limit": limit,
        }

    def get(self, handle, tenant, id, env=False):
        row = self._find(handle, tenant, id)
        return self._shown(handle, row, env) if row else None

    # Writing

    def create(self, handle, tenant, data, env=None):
        if tenant is None:
            raise Refused("FORBIDDEN", "an app has no instances; exchange the token", status=403)
        self._check(handle, data, env)
        row = {"id": f"inst_{next(self._numbers):06}", "tenant": tenant, "data": {}, "env": {}}
        self._write(handle, row, data, env)
        for field in self._models[handle]["fields"]:
            if field.get("requirement") in ("required", "on_create") and row["data"].get(field["handle"]) is None:
                raise Refused("VALIDATION_ERROR", "is required", field=field["handle"])
        self.all[handle].append(row)
        return self._shown(handle, row)

    def update(self, handle, tenant, id, data, env=None):
        self._check(handle, data, env)
        row = self._find(handle, tenant, id)
        if not row:
            raise not_found(f"{handle} {id}")
        self._write(handle, row, data, env)
        return self._shown(handle, row)

    def upsert(self, handle, tenant, field, data, env=None):
        if field not in self._fields(handle):
            raise Refused("INVALID_PARAMS", f"{handle} has no field {field} to match on", field="matchField")
        if data.get(field) is None:
            raise Refused("VALIDATION_ERROR", f"has no {field} to match on", field=field)
        row = next((row for row in self._of(handle, tenant) if row["data"].get(field) == data[field]), None)
        if row:
            return self.update(handle, tenant, row["id"], data, env) | {"mode": "updated"}
        return self.create(handle, tenant, data, env) | {"mode": "created"}

    def delete(self, handle, tenant, id):
        row = self._find(handle, tenant, id)
        if not row:
            raise not_found(f"{handle} {id}")
        self.all[handle].remove(row)

    def _write(self, handle, row, data, env):
        for field in self._models[handle]["fields"]:
            value = data.get(field["handle"])
            if not field.get("unique") or value is None:
                continue
            for other in self._of(handle, row["tenant"]):
                if other["id"] != row["id"] and other["data"].get(field["handle"]) == value:
                    raise Refused("CONFLICT", "is taken", field=field["handle"], status=409, complaint=False)
        row["data"].update(data)
        # Only those that are named: the others stay.
        row["env"].update(env or {})

    # Rules

    def _fields(self, handle):
        if handle not in self._models:
            raise Refused("INVALID_PARAMS", f"there is no model {handle}", field="modelHandle")
        fields = {field["handle"]: field for field in self._models[handle]["fields"]}
        return fields | {name: {"type": "relation"} for name in self._relations.get(handle, ())}

    def _check(self, handle, data, env):
        fields = self._fields(handle)
        for name, value in data.items():
            if name not in fields:
                raise Refused("VALIDATION_ERROR", f"{handle} has no field {name}", field=name)
            kind = _JSON[fields[name].get("type", "string")]
            values = value if fields[name].get("list") and isinstance(value, list) else [value]
            if any(it is not None and (not isinstance(it, kind) or isinstance(it, bool) != (kind is bool)) for it in values):
                raise Refused("VALIDATION_ERROR", f"{value!r} is not a {fields[name].get('type')}", field=name)
        declared = self._models[handle].get("env") or {}
        for name, value in (env or {}).items():
            if name not in declared:
                raise Refused("VALIDATION_ERROR", f"{handle} has no variable {name}", field=name)
            if not isinstance(value, str):
                raise Refused("VALIDATION_ERROR", "variables are texts", field=name)

    def _matches(self, handle, row, filter):
        fields = self._fields(handle)
        for name, condition in filter.items():
            if name not in fields:
                raise Refused("INVALID_FILTER", f"{handle} has no field {name}", field=name)
            for word, wanted in (condition if isinstance(condition, dict) else {"eq": condition}).items():
                if word not in OPERATORS:
                    raise Refused("INVALID_FILTER", f"there is no operator {word}", field=name)
                if not OPERATORS[word](row["data"].get(name), wanted):
                    return False
        return True

    def _of(self, handle, tenant):
        self._fields(handle)
        return [row for row in self.all[handle] if tenant is None or row["tenant"] == tenant]

    def _find(self, handle, tenant, id):
        return next((row for row in self._of(handle, tenant) if row["id"] == id), None)

    def _shown(self, handle, row, env=False):
        shown = {
            "id": row["id"], "appInstallationId": row["tenant"],
            "_meta": {"modelId": f"mdl_{handle}", "label": row["id"]},
        }
        if env:
            shown["env"] = dict(row["env"])
        return shown | {field: value for field, value in row["data"].items()}
