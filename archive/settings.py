"""All settings, for every kind of run; what differs is read from the environment, here only.

Without further words this is a production site: TLS, secure cookies, a strict content security
policy, no debugging. `archive.demo` and `tests.settings` set what they need.
"""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from whitenoise.compress import Compressor

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()


def required(name: str, meaning: str) -> str:
    value = env.str(name, default="")
    if not value:
        raise ImproperlyConfigured(
            f"{name} is not set. It is {meaning}; see “Run it” in README.md. "
            "For a look at the archive on your own machine: make demo."
        )
    return value


# --- the knobs -----------------------------------------------------------------------------------

SECRET_KEY = required("SECRET_KEY", "a long random text that signs sessions")
if not required(
    "DATABASE_URL", "the address of a PostgreSQL 15 or newer, postgres://user:pass@host/name"
).startswith(("postgres://", "postgresql://")):
    raise ImproperlyConfigured("DATABASE_URL has to be a postgres://user:pass@host/name.")
DATABASES = {"default": env.db_url("DATABASE_URL")}
DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
# False only where there is no TLS at all: on one's own machine.
SECURE_SSL = env.bool("SECURE_SSL", default=True)
# Set when a proxy in front ends TLS and always sets this header itself.
PROXY_SETS_X_FORWARDED_PROTO = env.bool("PROXY_SETS_X_FORWARDED_PROTO", default=False)
# The permanent addresses begin with this; empty: with the host of the request.
SITE_URL = env.str("SITE_URL", default="").rstrip("/")
# How many questions the API answers a client, such as 600/hour; the rate is kept by each process.
API_RATE = env.str("API_RATE", default="120/minute")
# The licence under which the archive gives out its records: a sentence, or the address of one.
LICENCE = env.str(
    "LICENCE", default="No licence is stated; the texts belong to those who published them."
)
# True shows on every page that this is a demonstration.
DEMONSTRATION = env.bool("DEMONSTRATION", default=False)
SEARCH_INDEX_DIR = Path(env.str("SEARCH_INDEX_DIR", default=str(BASE_DIR / "var" / "search")))
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(BASE_DIR / "var" / "static")))
LOG_LEVEL = env.str("LOG_LEVEL", default="INFO")
# Seconds that the database may work on one statement; 0: as long as it takes, as commands need.
STATEMENT_TIMEOUT = env.int("STATEMENT_TIMEOUT", default=0)

if not ALLOWED_HOSTS and not DEBUG:
    raise ImproperlyConfigured(
        "ALLOWED_HOSTS is not set. It is the names under which the site is reached, with commas "
        "between them: archive.example.org."
    )

# --- the application -----------------------------------------------------------------------------

INSTALLED_APPS = [
    "archive.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_filters",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "csp",
    "pgtrigger",
    "pghistory",
    "import_export",
    "articles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "articles.views.failures.DatabaseFailures",
]

# A GET writes nothing; asking whose it is would touch the session of every visitor.
PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")

ROOT_URLCONF = "archive.urls"
WSGI_APPLICATION = "archive.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "articles.views.site_context",
            ],
        },
    },
]

FIXTURE_DIRS = [BASE_DIR / "fixtures"]

# A connection a thread, kept, and tried before it is used again.
DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
if STATEMENT_TIMEOUT:
    options = DATABASES["default"].setdefault("OPTIONS", {})
    given = options.get("options", "")
    options["options"] = f"{given} -c statement_timeout={STATEMENT_TIMEOUT}s".strip()

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
# Source maps are for developers' tools, and packing them is most of what collecting takes.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = [*Compressor.SKIP_COMPRESS_EXTENSIONS, "map"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": [],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_THROTTLE_RATES": {"api": API_RATE},
    # How many proxies of ours an address of a client has come through.
    "NUM_PROXIES": env.int("PROXIES", default=int(PROXY_SETS_X_FORWARDED_PROTO)),
    "UNAUTHENTICATED_USER": None,
}

SPECTACULAR_SETTINGS = {
    "TITLE": "On the Record",
    "VERSION": "1",
    "DESCRIPTION": (
        "Who said what, when, where, in which capacity, in which words of which source: read-only, "
        "with the filters and facets of the search pages."
    ),
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SERVE_INCLUDE_SCHEMA": False,
    "ENUM_NAME_OVERRIDES": {"StatementKind": "articles.models.Statement.Kind"},
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "articles.api.samples.describe",
    ],
}

# An article with hundreds of statements is one form.
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 2**20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

# --- security ------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SESSION_COOKIE_SECURE = SECURE_SSL
CSRF_COOKIE_SECURE = SECURE_SSL
SECURE_SSL_REDIRECT = SECURE_SSL
SECURE_REDIRECT_EXEMPT = [r"^healthz/"]
SECURE_HSTS_SECONDS = 31_536_000 if SECURE_SSL else 0
# For the other names of the domain, and for browsers' own lists, its owner has to speak.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
if PROXY_SETS_X_FORWARDED_PROTO:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
}
