"""What gunicorn serves: `gunicorn archive.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

from archive import garbage

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
# A command may take its time, a request may not.
os.environ.setdefault("STATEMENT_TIMEOUT", "5")

application = get_wsgi_application()
garbage.rarely()
