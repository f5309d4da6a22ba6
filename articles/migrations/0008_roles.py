"""Who may do what: editors propose and edit, reviewers confirm and publish, administrators merge
and manage. The groups are a beginning: a site may change what is in them.
"""

from django.contrib.auth.management import create_permissions
from django.db import migrations

NOUNS = (
    "article occasion office polity source speaker speakername statement tenure topic".split()
)
DEEDS = ("add", "change", "delete", "view")
EDITING = [f"{deed}_{noun}" for noun in NOUNS for deed in DEEDS]
REVIEWING = ["confirm_statement", "publish_article"]
MANAGING = ["merge_records"]
ACCOUNTS = [f"{deed}_{noun}" for noun in ("user", "group") for deed in DEEDS]
ROLES = {
    "Editors": {"articles": EDITING},
    "Reviewers": {"articles": EDITING + REVIEWING},
    "Administrators": {"articles": EDITING + REVIEWING + MANAGING, "auth": ACCOUNTS},
}


def make_roles(apps, schema_editor):
    # Permissions are made after all migrations; the groups need them now.
    for label in ("articles", "auth"):
        config = apps.get_app_config(label)
        config.models_module = True
        create_permissions(config, apps=apps, verbosity=0)
        config.models_module = None
    fill_groups(apps)


def fill_groups(apps):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    for name, allowed in ROLES.items():
        group, _ = Group.objects.get_or_create(name=name)
        for label, codenames in allowed.items():
            group.permissions.add(
                *Permission.objects.filter(
                    content_type__app_label=label, codename__in=codenames
                )
            )


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0007_statement_withdrawn"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
