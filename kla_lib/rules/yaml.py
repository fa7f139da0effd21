"""Read a YAML file strictly into a pydantic model, with the line of every fault.

YAML 1.2 (ruamel) closes two traps by itself: `no` stays text, and a doubled
key is an error.  The models are strict, so an unquoted code read as a number
(`1e5`) and a half date read as text (`2022-1-1`) are refused here too.
"""

from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import ConstructorError, DuplicateKeyError, RoundTripConstructor
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import Node
from ruamel.yaml.reader import ReaderError
from ruamel.yaml.tokens import AliasToken, AnchorToken

from kla_lib.bahasa import _, tulis_angka
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import nama_tampil
from kla_lib.rules.teks_yaml import bukan_peta, read_teks, tanda_kendali, terlalu_dalam

BIT = 64
"""Of a whole number; a larger one cannot even be printed."""
TERPANJANG = 200
"""Letters of a value that a message repeats."""

Letak = tuple[str | int, ...]
M = TypeVar("M", bound="Aturan")


class Aturan(BaseModel):
    """Base of every model read from YAML: nothing unknown, nothing converted, nothing changed later."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class _IsiMustahilErrorError(Exception):
    """A scalar that its kind does not allow, such as the date 2025-02-30."""

    def __init__(self, node: Node):
        self.node = node


class _Pembangun(RoundTripConstructor):
    """Names the scalar at which ruamel would fail without saying where."""

    def construct_object(self, node: Node, deep: bool = False) -> Any:
        try:
            isi = super().construct_object(node, deep=deep)
            if isinstance(isi, int) and isi.bit_length() > BIT:
                raise ValueError("no such number in any rule")
            return isi
        except (ValueError, TypeError, LookupError) as e:
            raise _IsiMustahilErrorError(node) from e


def load_yaml(path: Path, model: type[M], /, **tambahan: Any) -> M:
    """Return the file as `model`; `tambahan` are fields that the file does not hold (its id, say).

    Raises KlaError with file, line, key, value and remedy of every fault.
    """
    isi, baris = read_yaml(path)
    terlarang = [
        Kesalahan(
            "kunci_asing",
            nama_tampil(path),
            _("kunci '{kunci}' tidak dikenal").format(kunci=kunci),
            _("Hapus kunci ini."),
            sel=sebut_letak((kunci,), baris),
        )
        for kunci in isi
        if kunci in tambahan
    ]
    if terlarang:
        raise KlaError(terlarang)
    return validate(path, model, {**isi, **tambahan}, baris)


def read_yaml(path: Path) -> tuple[dict[str, Any], dict[Letak, int]]:
    """Return the file's mapping as plain Python, and the line number of every key path."""
    berkas = nama_tampil(path)
    if not path.is_file():
        ada = [p.stem for p in path.parent.glob(f"*{path.suffix}")] if path.parent.is_dir() else []
        raise KlaError(
            Kesalahan(
                "berkas",
                berkas,
                _("berkas tidak ditemukan"),
                maksud(path.stem, ada) if ada else _("Periksa nama dan foldernya."),
            )
        )
    try:
        teks = read_teks(path, berkas)
        isi, baris = _muat(teks)
    except DuplicateKeyError as e:
        raise KlaError(_kunci_ganda(berkas, e)) from None
    except MarkedYAMLError as e:
        raise KlaError(_rusak(berkas, e)) from None
    except _IsiMustahilErrorError as e:
        raise KlaError(_mustahil(berkas, e.node)) from None
    except RecursionError:
        raise KlaError(terlalu_dalam(berkas)) from None
    except (UnicodeDecodeError, ReaderError):
        raise KlaError(Kesalahan("yaml", berkas, _("huruf tidak terbaca"), _("Simpan berkas sebagai UTF-8."))) from None
    if not isinstance(isi, dict):
        raise KlaError(bukan_peta(berkas))
    kendali = [Kesalahan("huruf", berkas, *pesan, sel=sebut_letak(letak, baris)) for letak, pesan in tanda_kendali(isi)]
    if kendali:
        raise KlaError(kendali)
    return dict(isi), baris


@lru_cache(maxsize=256)
def _muat(teks: str) -> tuple[Any, dict[Letak, int]]:
    """Return the content as plain Python, and the line of every key path; the same text is parsed once."""
    baris: dict[Letak, int] = {}
    return _polos(_urai(teks), (), baris), baris


def _urai(teks: str) -> Any:
    """Parse with ruamel; references (`&a`, `*a`) are refused, because what they repeat has no line of its own."""
    yaml = YAML(typ="rt", pure=True)
    yaml.Constructor = _Pembangun
    for token in yaml.scan(teks) if set(teks) & {"*", "&"} else ():
        if isinstance(token, AnchorToken | AliasToken):
            tanda = "&" if isinstance(token, AnchorToken) else "*"
            salah = _("rujukan '{tanda}{nama}' tidak dipakai").format(tanda=tanda, nama=token.value)
            raise ConstructorError(None, None, salah, token.start_mark)
    return yaml.load(teks)


def validate(path: Path, model: type[M], isi: dict[str, Any], baris: dict[Letak, int]) -> M:
    """Return `isi` as `model`, or raise KlaError naming every fault with its line."""
    try:
        return model.model_validate(isi)
    except ValidationError as e:
        raise KlaError(
            [_kesalahan(nama_tampil(path), baris, model, rinci) for rinci in e.errors(include_url=False)]
        ) from None


def _polos(isi: Any, letak: Letak, baris: dict[Letak, int]) -> Any:
    """Return ruamel's containers and scalars as plain ones, noting the line of each path."""
    if isinstance(isi, CommentedMap):
        for kunci, tempat in (isi.lc.data or {}).items():  # a tagged mapping has no places
            baris[*letak, kunci] = tempat[0] + 1
        return {kunci: _polos(nilai, (*letak, kunci), baris) for kunci, nilai in isi.items()}
    if isinstance(isi, CommentedSeq):
        for i, tempat in (isi.lc.data or {}).items():
            baris[*letak, i] = tempat[0] + 1
        return tuple(_polos(nilai, (*letak, i), baris) for i, nilai in enumerate(isi))
    for jenis in (bool, int, float, str):
        if isinstance(isi, jenis):
            return jenis(isi)
    return isi


def sebut_letak(letak: Letak, baris: dict[Letak, int]) -> str:
    """Return "baris 12, kunci a.b" for a key path; the line of the nearest parent that has one."""
    nomor = next((baris[letak[:n]] for n in range(len(letak), 0, -1) if letak[:n] in baris), 1)
    return _("baris {nomor}, kunci {kunci}").format(nomor=nomor, kunci=".".join(map(str, letak)) or "-")


def _kesalahan(berkas: str, baris: dict[Letak, int], model: type[BaseModel], rinci: ErrorDetails) -> Kesalahan:
    letak = tuple(bagian for bagian in rinci["loc"])
    if rinci["type"] == "extra_forbidden":
        return Kesalahan(
            "kunci_asing",
            berkas,
            _("kunci '{kunci}' tidak dikenal").format(kunci=letak[-1]),
            maksud(str(letak[-1]), _kunci_sah(model, letak[:-1])),
            sel=sebut_letak(letak, baris),
        )
    if rinci["type"] == "missing" and isinstance(letak[-1], int):
        return Kesalahan(
            "isi",
            berkas,
            _("isi ke-{n} belum ada").format(n=letak[-1] + 1),
            _("Tambahkan ke daftarnya."),
            sel=sebut_letak(letak[:-1], baris),
        )
    if rinci["type"] == "missing":
        return Kesalahan(
            "kunci_kurang",
            berkas,
            _("kunci '{kunci}' belum ada").format(kunci=letak[-1]),
            _("Tambahkan baris `{kunci}: …`.").format(kunci=letak[-1]),
            sel=sebut_letak(letak, baris),
        )
    salah, perbaikan = _salah_isi(rinci)
    return Kesalahan("isi", berkas, salah, perbaikan, sel=sebut_letak(letak, baris))


def _salah_isi(rinci: ErrorDetails) -> tuple[str, str]:
    nilai, jenis, ctx = rinci["input"], rinci["type"], rinci.get("ctx", {})
    salah = _("isi '{nilai}' tidak sesuai").format(nilai=_pendek(nilai))
    if jenis == "string_type" and isinstance(nilai, float):  # 1e5 is 100000.0 by now
        return salah, _('Tulis kodenya di antara tanda kutip, misalnya "1e5".')
    if jenis == "string_type":
        return salah, _('Tulis sebagai teks di antara tanda kutip: "{nilai}".').format(nilai=nilai)
    if jenis == "int_type":
        return salah, _("Tulis bilangan bulat tanpa tanda kutip, misalnya 2025.")
    if jenis in ("float_type", "finite_number"):
        return salah, _("Tulis angka dengan titik sebagai tanda desimal, misalnya 12.5.")
    if jenis.startswith("date"):
        return salah, _("Tulis tanggal sebagai TTTT-BB-HH, misalnya 2025-03-18.")
    if jenis in ("literal_error", "enum"):
        return salah, maksud(str(nilai), str(ctx["expected"]).replace("'", "").replace(" or ", ", ").split(", "))
    if jenis == "value_error":
        return str(ctx["error"]), _("Perbaiki isi kunci ini.")
    if jenis in ("greater_than", "greater_than_equal", "less_than", "less_than_equal"):
        batas = next(iter(ctx.values()))
        arah = {
            "greater_than": _("lebih dari {batas}"),
            "greater_than_equal": _("paling sedikit {batas}"),
            "less_than": _("kurang dari {batas}"),
            "less_than_equal": _("paling banyak {batas}"),
        }[jenis]
        return salah, _("Tulis angka {arah}.").format(arah=arah.format(batas=tulis_angka(batas)))
    if jenis == "tuple_type":
        return salah, _("Tulis sebagai daftar, misalnya [a, b].")
    if jenis in ("dict_type", "model_type"):
        return salah, _("Tulis sebagai kunci: nilai, misalnya {nama: Sesi 1}.")
    if jenis in ("too_short", "too_long"):
        arah = {"too_short": _("paling sedikit {batas}"), "too_long": _("paling banyak {batas}")}[jenis]
        return salah, _("Tulis {arah} isi.").format(
            arah=arah.format(batas=ctx.get("min_length", ctx.get("max_length")))
        )
    if jenis == "invalid_key":
        return salah, _("Tulis kuncinya sebagai teks di antara tanda kutip.")
    return salah, _("Yang diharapkan: {pesan}.").format(pesan=rinci["msg"])


def _pendek(nilai: Any) -> str:
    """Return a value for a message; of a number with thousands of digits only that it is one."""
    try:
        teks = str(nilai)
    except ValueError:
        return _("angka yang terlalu panjang")
    return teks if len(teks) <= TERPANJANG else f"{teks[:TERPANJANG]}…"


def _kunci_sah(model: type[BaseModel], letak: Letak) -> list[str]:
    """Return the keys that are allowed at a key path, found by walking the model's fields."""
    jenis: Any = model
    for bagian in letak:
        if isinstance(jenis, type) and issubclass(jenis, BaseModel) and bagian in jenis.model_fields:
            jenis = jenis.model_fields[str(bagian)].annotation
        jenis = _model_di_dalam(jenis) or jenis
    if isinstance(jenis, type) and issubclass(jenis, BaseModel):
        return list(jenis.model_fields)
    return []


def _model_di_dalam(jenis: Any) -> type[BaseModel] | None:
    """Return the model inside `dict[str, Model]`, `tuple[Model, ...]` or `Model | None`."""
    if isinstance(jenis, type) and issubclass(jenis, BaseModel):
        return jenis
    return next((m for bagian in getattr(jenis, "__args__", ()) if (m := _model_di_dalam(bagian))), None)


def _kunci_ganda(berkas: str, e: DuplicateKeyError) -> Kesalahan:
    nomor = e.problem_mark.line + 1 if e.problem_mark else 1
    kunci = (e.problem or "").split('"')[1] if '"' in (e.problem or "") else "?"
    return Kesalahan(
        "kunci_ganda",
        berkas,
        _("kunci '{kunci}' ditulis dua kali").format(kunci=kunci),
        _("Hapus salah satunya."),
        sel=_("baris {nomor}").format(nomor=nomor),
    )


def _mustahil(berkas: str, node: Node) -> Kesalahan:
    return Kesalahan(
        "isi",
        berkas,
        _("isi '{nilai}' tidak terbaca").format(nilai=str(node.value)[:40]),
        _("Tulis tanggal yang ada di kalender, misalnya 2025-03-18.")
        if str(node.tag).endswith("timestamp")
        else _("Tulis di antara tanda kutip bila ini teks; bila angka, misalnya 12.5."),
        sel=_("baris {nomor}").format(nomor=node.start_mark.line + 1),
    )


def _rusak(berkas: str, e: MarkedYAMLError) -> Kesalahan:
    nomor = e.problem_mark.line + 1 if e.problem_mark else 1
    return Kesalahan(
        "yaml",
        berkas,
        _("susunan YAML tidak terbaca ({pesan})").format(pesan=e.problem or e.context),
        _("Periksa lekukan baris, titik dua dan tanda kutip di sekitar baris ini."),
        sel=_("baris {nomor}").format(nomor=nomor),
    )
