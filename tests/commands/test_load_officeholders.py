"""manage.py load_officeholders FILE.csv"""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.models import Polity, Speaker, Tenure

pytestmark = pytest.mark.django_db

LIST = (
    "person_id,person,office,country,country_code,start,end\n"
    "b-a,Ada Brook,Foreign Minister,Norway,NOR,2018-01-08,2019-10-20\n"
)
REAL = Path(__file__).resolve().parents[3] / "shared/data/formats/csv/officeholders.csv"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "holders.csv"
    path.write_text(LIST, encoding="utf-8-sig")
    return path


def test_says_what_it_made(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_officeholders", file)
    assert "1  tenures made" in capsys.readouterr().out
    assert Tenure.objects.get().speaker.name == "Ada Brook"


def test_a_dry_run_saves_nothing(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_officeholders", file, dry_run=True)
    assert "Nothing was changed" in capsys.readouterr().out
    assert not Speaker.objects.exists()


def test_a_bad_line_is_named_the_others_loaded_and_the_status_1(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(LIST + "v-o,Ole Vik,Envoy,,,2019,2018\n")
    with pytest.raises(CommandError) as caught:
        call_command("load_officeholders", file)
    assert caught.value.returncode == 1
    assert "line 3: end: 2018 lies before 2019." in capsys.readouterr().err
    assert Tenure.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"name,title\nAda,Envoy\n", "has no column person, office, start, end"),
        (b"", "has no column"),
        (LIST.encode() + b"\xff\xfe", "no UTF-8 text"),
        (LIST.encode() + b'"' + b"x" * 200_000, "field larger than field limit"),
    ],
)
def test_a_file_that_is_no_list_loads_nothing(file: Path, content: bytes, words: str) -> None:
    file.write_bytes(content)
    with pytest.raises(CommandError, match=words):
        call_command("load_officeholders", file)
    assert not Speaker.objects.exists()


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read: No such file"):
        call_command("load_officeholders", tmp_path / "none.csv")


@pytest.mark.skipif(not REAL.exists(), reason=f"{REAL} is not here")
def test_the_beginning_of_a_real_list(tmp_path: Path) -> None:
    part = tmp_path / "part.csv"
    part.write_text("".join(REAL.read_text("utf-8").splitlines(keepends=True)[:200]))
    call_command("load_officeholders", part)
    before = Tenure.objects.count()
    call_command("load_officeholders", part)
    assert before == Tenure.objects.count() > 150
    assert Polity.objects.get().code == "USA"
