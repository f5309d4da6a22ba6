from django.db import migrations

# Refuses segments, [start, end) code points, that do not ascend, overlap or reach beyond the body,
# and words that are not what they select, a space between the passages. `right` and `left` walk up
# to the passage only, and once; `substr` walks the whole body, twice. (right(…, 0) is empty, hence
# the character in front.)
CREATE = """
    CREATE FUNCTION require_words_selected(body text, segments int[], words text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE AS $$
    DECLARE
        padded text := ' ' || body;
        segment int[];
        passage text;
        passages text[] := '{}';
        reached int := 0;
    BEGIN
        FOREACH segment SLICE 1 IN ARRAY segments LOOP
            IF segment[1] < reached OR segment[2] <= segment[1] THEN
                RAISE check_violation USING MESSAGE =
                    'segments do not ascend or overlap: ' || segments::text;
            END IF;
            reached := segment[2];
            passage := left(right(padded, -segment[1] - 1), segment[2] - segment[1]);
            IF char_length(passage) < segment[2] - segment[1] THEN
                RAISE check_violation USING MESSAGE =
                    'segments reach beyond the body: ' || segments::text;
            END IF;
            passages := passages || passage;
        END LOOP;
        IF words <> array_to_string(passages, ' ') THEN
            RAISE check_violation USING MESSAGE =
                'the text is not what the segments select: ' || segments::text;
        END IF;
    END $$;
"""
DROP = "DROP FUNCTION require_words_selected(text, int[], text);"


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_proposals")]

    operations = [migrations.RunSQL(CREATE, DROP)]
