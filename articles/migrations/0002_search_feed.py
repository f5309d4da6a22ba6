from django.db import migrations

from articles.search.feed import CREATE_TABLE, DROP_TABLE


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]

    operations = [migrations.RunSQL(CREATE_TABLE, DROP_TABLE)]
