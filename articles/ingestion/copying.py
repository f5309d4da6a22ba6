"""Many new rows by PostgreSQL's COPY: about twice as fast as `bulk_create`; triggers run alike."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection, connections, models


def copy_in(records: Sequence[models.Model]) -> None:
    """Save unsaved records of one model, which get their primary keys. No signals, no `save`."""
    if not records:
        return
    meta = records[0]._meta
    fields = meta.concrete_fields
    database = connections[connection.alias]  # not the proxy, which looks it up at each use
    quoted = database.ops.quote_name
    columns = ", ".join(quoted(str(field.column)) for field in fields)
    with connection.cursor() as cursor, connection.wrap_database_errors:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
            [meta.db_table, meta.pk.column, len(records)],
        )
        for record, (pk,) in zip(records, cursor.fetchall(), strict=True):
            record.pk = pk
        with cursor.copy(f"COPY {quoted(meta.db_table)} ({columns}) FROM STDIN") as copy:
            for record in records:
                values = [field.pre_save(record, add=True) for field in fields]
                copy.write_row(
                    [
                        None if value is None else field.get_db_prep_save(value, database)
                        for field, value in zip(fields, values, strict=True)
                    ]
                )
    for record in records:
        record._state.adding = False
        record._state.db = connection.alias
