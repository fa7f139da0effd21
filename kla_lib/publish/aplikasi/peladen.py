"""Serve one notebook through Voilà: this machine only, with a key, with nothing from the web."""

import logging
import os
import secrets
import signal
import webbrowser
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.auth.identity import IdentityProvider
from jupyter_server.base.handlers import JupyterHandler
from tornado.ioloop import IOLoop
from traitlets.config import Config
from voila.app import Voila  # type: ignore[import-untyped]

from kla_lib.bahasa import _, bahasa
from kla_lib.publish.aplikasi.app import HOST
from kla_lib.publish.aplikasi.hasil import rute_hasil
from kla_lib.publish.aplikasi.kernel_app import KernelApp
from kla_lib.publish.aplikasi.sambungan import SambunganApp
from kla_lib.publish.mulai.alamat import HASIL_APP

FOLDER_TEMPLAT = Path(__file__).resolve().parent / "jupyter" / "app"
"""Pages of the app; they stand before Voilà's own, which ask the web for fonts."""

SIMPAN_KERNEL, PERIKSA_KERNEL = 2 * 60 * 60, 5 * 60
"""Seconds that a kernel without a tab lives on (a laptop asleep over lunch), and between two looks."""

PERIKSA_TAB = 30_000
"""Milliseconds between two looks whether a tab still answers; it keeps a quiet connection open through a proxy."""

EKSTENSI = ("@jupyter-widgets/jupyterlab-manager", "@voila-dashboards/widgets-manager8", "anywidget")
"""What the page loads of JupyterLab; extensions that a person installed for herself stay out."""

KUKI = {"samesite": "Strict", "httponly": True}
"""The key's cookie is sent by no page of another site, and read by no script."""
KUKI_LAIN = {"samesite": "Strict"}
"""The cookie that guards forms; the page's own scripts read it."""

ISI_HALAMAN = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",  # the widgets' own loaders need all of them
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'self'",
        "frame-ancestors 'self'",
    )
)
"""What the browser may load: even a panel that named an address on the web would not reach it."""


class HalamanKunci(JupyterHandler):
    """The page for whoever comes without the key."""

    @allow_unauthenticated
    def get(self) -> None:
        """Say where the whole address stands."""
        self.set_status(403)
        self.finish(self.settings["jinja2_env"].get_template("kunci.html").render())


class Penjaga(IdentityProvider):
    """Lets in who brings the token, by the address once and by a cookie afterwards."""

    @property
    def auth_enabled(self) -> bool:
        """Never open, whatever the settings of the user's Jupyter say."""
        return True

    def get_handlers(self) -> list[tuple[str, object]]:
        """Return the page for strangers; there is no form that a password could be guessed at."""
        return [(r"/login", HalamanKunci)]


class Peladen(Voila):  # type: ignore[misc]
    """Voilà, and the published pages beside its own."""

    def init_handlers(self) -> list[Any]:
        """Return the routes: ours first."""
        return [*rute_hasil(self.base_url, Path(os.environ[HASIL_APP])), *super().init_handlers()]


def serve_app(notebook: Path, port: int, peramban: bool) -> None:
    """Serve the notebook until SIGINT or SIGTERM; its folder holds nothing else and is ours."""
    logging.getLogger("tornado.access").setLevel(logging.ERROR)  # strangers at the door are no news for the terminal
    token = secrets.token_hex(24)
    app = Peladen(config=app_config(notebook, port, token), config_file_paths=[])
    app.initialize([])
    app.template_paths.insert(0, str(FOLDER_TEMPLAT))
    loop = IOLoop.current()
    loop.add_callback(announce_app, f"http://{HOST}:{port}/?token={token}", peramban)
    _stop_on_signal(loop)
    app.start()
    print(_("Aplikasi dihentikan. Skenario yang sudah disimpan tetap ada."), flush=True)


def announce_app(alamat: str, peramban: bool) -> None:
    """Print the whole address, and open it in the browser if wanted."""
    print(_("Aplikasi siap. Buka alamat ini di peramban komputer ini:"), flush=True)
    print(f"  {alamat}", flush=True)
    print(_("Alamat ini memuat kunci: jangan dibagikan. Tekan Ctrl+C di sini untuk berhenti."), flush=True)
    if peramban:
        webbrowser.open(alamat)


def app_config(notebook: Path, port: int, token: str) -> Config:
    """Return the settings of Voilà; files with settings of the user's Jupyter are not read."""
    c = Config()
    c.Voila.update(
        {
            "notebook_path": str(notebook),
            "ip": HOST,
            "port": port,
            "port_retries": 0,
            "open_browser": False,
            "token": token,
            "identity_provider_class": Penjaga,
            "kernel_websocket_connection_class": SambunganApp,
            "connection_dir_root": str(notebook.parent),
            "tornado_settings": _tornado(),
            "log_level": "ERROR",
        }
    )
    c.IdentityProvider.cookie_options = KUKI
    c.VoilaConfiguration.update(
        {
            "template": "lab",
            "theme": "light",
            "allow_template_override": "NO",  # an address with ?template=… would bring back pages that ask the web
            "allow_theme_override": "NO",
            "file_allowlist": [],
            "strip_sources": True,
            "show_tracebacks": False,
            "preheat_kernel": False,
            "extension_allowlist": list(EKSTENSI),
            "resources": {"kla": teks_halaman()},
        }
    )
    c.VoilaExporter.language_code = bahasa()
    c.MappingKernelManager.update(
        {
            "root_dir": str(Path.cwd()),  # a work folder that a page makes lies where the app was started
            "kernel_manager_class": f"{KernelApp.__module__}.{KernelApp.__name__}",
            "cull_idle_timeout": SIMPAN_KERNEL,
            "cull_interval": PERIKSA_KERNEL,
            "cull_connected": False,
        }
    )
    return c


def _tornado() -> dict[str, Any]:
    """Return headers of every page, and the templates of pages that are no notebook."""
    env = Environment(loader=FileSystemLoader(FOLDER_TEMPLAT), autoescape=True)
    env.globals["kla"] = teks_halaman()
    headers = {"Content-Security-Policy": ISI_HALAMAN, "Referrer-Policy": "same-origin"}
    return {
        "headers": headers,
        "jinja2_env": env,
        "voila_jinja2_env": env,
        "xsrf_cookie_kwargs": KUKI_LAIN,
        "ws_ping_interval": PERIKSA_TAB,
        "ws_ping_timeout": PERIKSA_TAB,
    }


def teks_halaman() -> dict[str, str]:
    """Return what the pages say themselves, outside the notebook."""
    return {
        "bahasa": bahasa(),
        "memuat": _("Menyiapkan panel…"),
        "langkah": _("Menyiapkan panel: langkah {i} dari {n}"),
        "tanpa_skrip": _("Aplikasi ini memerlukan JavaScript. Nyalakan di pengaturan peramban, lalu muat ulang."),
        "gagal": _(
            "Bagian ini tidak bisa ditampilkan. Muat ulang halaman; bila tetap begini, salin pesan di terminal "
            "tempat aplikasi dijalankan dan kirim kepada pengelola buku kerja."
        ),
        "terputus": _(
            "Sambungan ke aplikasi terputus; perubahan di halaman ini tidak dihitung lagi. "
            "Muat ulang halaman, atau jalankan perintah kla app sekali lagi bila aplikasinya sudah dihentikan."
        ),
        "kunci_judul": _("Alamatnya belum lengkap"),
        "kunci": _(
            "Salin seluruh alamat dari terminal tempat perintah kla app dijalankan, juga bagian sesudah tanda tanya."
        ),
        "galat_judul": _("Halaman tidak bisa dibuka"),
        "galat": _("Tutup tab ini dan buka lagi alamat dari terminal tempat perintah kla app dijalankan."),
    }


def _stop_on_signal(loop: IOLoop) -> None:
    """Let Ctrl+C, `kill` and a closed terminal end the loop; a second Ctrl+C ends at once."""

    def stop(nomor: int, bingkai: object) -> None:  # noqa: ARG001 - the shape that `signal` asks for
        signal.signal(signal.SIGINT, signal.default_int_handler)
        loop.add_callback_from_signal(loop.stop)

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    if os.name != "nt":
        signal.signal(signal.SIGHUP, stop)
