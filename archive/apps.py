from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    """Django's admin with the editors' desk as its site."""

    default_site = "archive.desk.Desk"
