"""The scenario panel as a person uses it in a browser, by keyboard alone: in JupyterLab and in the app."""

from playwright.sync_api import Locator, Page, ViewportSize, expect

LAYAR: ViewportSize = {"width": 1366, "height": 768}


def note_keluar(page: Page) -> list[str]:
    """Return the list in which every request of a page that leaves the machine will stand."""
    keluar: list[str] = []
    lokal = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")
    page.on("request", lambda r: None if r.url.startswith(lokal) else keluar.append(r.url))
    return keluar


def penggeser(page: Page) -> Locator:
    """Return the slider of klaster I."""
    return page.get_by_role("slider", name="Bobot Klaster I", exact=True)


def kotak(page: Page) -> Locator:
    """Return the field beside the slider."""
    return page.get_by_role("spinbutton", name="Bobot Klaster I, persen", exact=True)


def kalimat(page: Page) -> Locator:
    """Return the sentence of the result."""
    return page.locator(".skp .sk-kalimat")


def geser_dengan_panah(page: Page) -> None:
    """Move klaster I from 11,5 % by one step and by ten, undo, redo; lock it and see it stay."""
    expect(kalimat(page)).to_contain_text("771,81")
    penggeser(page).focus()
    page.keyboard.press("ArrowRight")
    expect(kotak(page)).to_have_value("12")
    expect(kalimat(page)).to_contain_text("pada skala simulasi")
    page.keyboard.press("Shift+ArrowRight")
    expect(kotak(page)).to_have_value("17")
    expect(page.locator(".skp .sk-ubahan")).to_contain_text("17 %")
    tekan(page, "Urungkan")
    expect(kotak(page)).to_have_value("11,5")
    expect(kalimat(page)).to_contain_text("Belum ada yang diubah")
    tekan(page, "Ulangi")
    expect(kotak(page)).to_have_value("17")
    page.get_by_role("button", name="Kunci bobot Klaster I", exact=True).press("Space")
    expect(penggeser(page)).to_be_disabled()
    page.get_by_role("button", name="Kunci bobot Klaster I", exact=True).press("Space")
    expect(penggeser(page)).to_be_enabled()
    for salah in ("banyak", "150"):
        kotak(page).fill(salah)
        kotak(page).press("Enter")
        expect(page.get_by_text(f"{salah} tidak diterima. Tulis angka 0,1 sampai 99,4.")).to_be_visible()
        expect(kotak(page)).to_have_value("17")


def tekan(page: Page, nama: str) -> None:
    """Press a button that can be pressed."""
    tombol = page.get_by_role("button", name=nama, exact=True)
    expect(tombol).to_be_enabled()
    tombol.press("Enter")


def ubah_nilai(page: Page) -> None:
    """Refuse points above the highest, take the highest with its button."""
    cari = page.get_by_label("Cari", exact=True)
    cari.fill("1/2a")
    cari.press("Enter")
    nilai = page.get_by_label("Nilai 1/2a, 0 sampai 1 poin")
    nilai.fill("7,5")
    nilai.press("Enter")
    expect(page.get_by_text("7,5 tidak diterima. Tulis angka 0 sampai 1.")).to_be_visible()
    expect(nilai).to_have_value("0,75")
    page.get_by_role("button", name="maksimal 1/2a", exact=True).press("Enter")
    expect(nilai).to_have_value("1")


def simpan(page: Page, nama: str) -> None:
    """Fill the form and save."""
    page.get_by_role("button", name="Simpan…").press("Enter")
    page.get_by_label("Nama", exact=True).fill(nama)
    page.get_by_label("Penulis", exact=True).fill("Bidang PHA")
    page.get_by_label("Alasan", exact=True).fill("Menguji bobot lain")
    page.get_by_role("button", name="Simpan skenario", exact=True).click()
    expect(page.get_by_text("Disimpan: ")).to_be_visible()


def banding(page: Page) -> None:
    """Open the comparison."""
    page.get_by_role("button", name="Bandingkan…").click()
    expect(page.get_by_text("Skenario berdampingan").first).to_be_visible()


def jawaban_tetap_terlihat(page: Page) -> None:
    """On a phone, tick a question as documented far down the page: the answer stays on top and moves."""
    page.set_viewport_size({"width": 390, "height": 844})
    lekat = page.locator(".skp-lekat")
    page.get_by_role("button", name="Dokumen", exact=True).click()
    page.get_by_label("Cari", exact=True).fill("")
    page.locator("select").filter(has_text="pertanyaan tanpa dokumen").select_option(label="pertanyaan tanpa dokumen")
    centang = page.get_by_label("Anggap semua pertanyaan ini berdokumen lengkap, semua kantor")
    page.locator(".skp-nilai").evaluate("e => e.scrollIntoView()")
    expect(lekat).to_be_in_viewport()
    assert page.evaluate("scrollY") > 0
    lama = lekat.inner_text()
    centang.check()
    expect(lekat).not_to_have_text(lama)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.set_viewport_size(LAYAR)


def terlihat_utuh(bagian: Locator) -> None:
    """Assert that a part lies wholly on the screen."""
    kotak = bagian.bounding_box()
    assert kotak is not None
    assert kotak["x"] >= 0 and kotak["x"] + kotak["width"] <= LAYAR["width"]
    assert kotak["y"] >= 0 and kotak["y"] + kotak["height"] <= LAYAR["height"]
