"""One process draws for everyone, and nobody who dies harms another."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kla_lib.publish.batch import perender as modul
from kla_lib.publish.batch.perender import Perender, PerenderMati, penggambar, rapikan_simpanan, sidik_spec

SPEC: dict[str, Any] = {
    "mark": "bar",
    "data": {"values": [{"a": 1}]},
    "encoding": {"x": {"field": "a", "type": "quantitative"}},
}

pytestmark = pytest.mark.skipif(not hasattr(socket, "send_fds"), reason="lines are sockets that are sent")


@pytest.fixture(scope="module")
def perender() -> Iterator[Perender]:
    with Perender(None) as p:
        yield p


def test_a_line_that_ends_harms_no_other(perender: Perender) -> None:
    satu, dua = perender.sambung(), perender.sambung()
    satu.send(SPEC)
    satu.close()  # between question and answer
    assert penggambar(dua)(SPEC).startswith("<svg")


def test_what_cannot_be_drawn_is_told_and_the_line_stays(perender: Perender) -> None:
    with pytest.raises(ValueError, match="Error"):
        perender.render({"mark": "tak ada"})
    assert perender.render(SPEC).startswith("<svg")


def test_a_line_tells_that_nobody_draws_any_more_and_the_next_one_begins_another(perender: Perender) -> None:
    pipa = perender.sambung()
    perender.render(SPEC)
    perender._proses.kill()
    perender._proses.join()
    with pytest.raises(PerenderMati):
        penggambar(pipa)(SPEC)
    assert perender.render(SPEC).startswith("<svg")


def test_a_picture_that_is_kept_needs_no_process(tmp_path: Path) -> None:
    (tmp_path / f"{sidik_spec(SPEC)}.svg").write_text("<svg/>")
    with Perender(tmp_path) as p:
        assert p.render(SPEC) == "<svg/>"
        assert p._proses is None


def test_the_oldest_pictures_go_where_there_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(modul, "SIMPANAN_TERBANYAK", 2)
    for umur, nama in enumerate(("baru", "tengah", "lama")):
        (tmp_path / f"{nama}.svg").write_text("<svg/>")
        os.utime(tmp_path / f"{nama}.svg", (1000 - umur, 1000 - umur))
    rapikan_simpanan(tmp_path)
    assert sorted(p.stem for p in tmp_path.iterdir()) == ["baru", "tengah"]


def test_more_meetings_keep_more_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(modul, "SIMPANAN_TERBANYAK", 1)
    monkeypatch.setattr(modul, "GAMBAR_SERAPAT", 2)
    for n in range(7):
        (tmp_path / f"{n}.svg").write_text("<svg/>")
    rapikan_simpanan(tmp_path, rapat=3)
    assert len(list(tmp_path.iterdir())) == 6
