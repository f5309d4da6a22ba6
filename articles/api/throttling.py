"""So many questions a minute from one client, with headers that say how many are left."""

from __future__ import annotations

from typing import Any

from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle
from rest_framework.views import APIView


class ClientThrottle(SimpleRateThrottle):
    """By the client's address, as far as our own proxies tell it (`NUM_PROXIES`)."""

    scope = "api"

    def get_cache_key(self, request: Request, view: APIView) -> str:
        return self.cache_format % {"scope": self.scope, "ident": self.get_ident(request)}

    def headers(self) -> dict[str, str]:
        """RateLimit-Limit, RateLimit-Remaining, and seconds to RateLimit-Reset."""
        history: Any = getattr(self, "history", [])
        limit: int = self.num_requests or 0  # type: ignore[attr-defined]
        oldest = history[-1] if history else getattr(self, "now", 0)
        duration: float = self.duration  # type: ignore[attr-defined]
        reset = max(0, int(duration - (getattr(self, "now", 0) - oldest)))
        return {
            "RateLimit-Limit": str(limit),
            "RateLimit-Remaining": str(max(0, limit - len(history))),
            "RateLimit-Reset": str(reset),
        }
