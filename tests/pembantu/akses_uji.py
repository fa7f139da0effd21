"""What a page must keep for everybody: asked of the page in a real browser, answered with a list of faults."""

import json
from functools import cache
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Browser, BrowserContext, Page

# All rules of axe that are on by default, and the one for targets that a finger can hit.
SEMUA = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
# What can differ between the themes; the rest of a page is the same in both.
WARNA = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}, "resultTypes": ["violations"]}

PALING_KECIL_TEKS, PALING_KECIL_BENTUK = 4.5, 3.0

KONTRAS = """([teks, bentuk]) => {
  const angka = w => (w.match(/[\\d.]+/g) || []).map(Number);
  const terang = w => { const [r, g, b] = w.map(c => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b; };
  const latar = angka(getComputedStyle(document.body).backgroundColor).slice(0, 3);
  const kontras = (w, pekat) => {
    const c = angka(w), a = (c.length > 3 ? c[3] : 1) * pekat;
    const [x, y] = [terang(latar.map((l, n) => c[n] * a + l * (1 - a))), terang(latar)].sort((p, q) => q - p);
    return (x + .05) / (y + .05);
  };
  const salah = [];
  for (const e of document.querySelectorAll("figure svg :is(text, path, line, rect, circle)")) {
    const s = getComputedStyle(e);
    if (s.display === "none" || !e.getClientRects().length || Number(s.opacity) === 0) continue;
    if (e.getAttribute("stroke") === "#E5E5E5") continue;  // the grid only helps the eye along
    if (e.tagName === "text") {
      if (e.textContent.trim() && kontras(s.fill, 1) < teks) salah.push(`text "${e.textContent}" ${s.fill}`);
      continue;
    }
    if (s.fill === "none" && s.stroke === "none") continue;
    const isi = s.fill === "none" ? 1 : kontras(s.fill, Number(s.fillOpacity));
    const tepi = s.stroke === "none" ? 1 : kontras(s.stroke, Number(s.strokeOpacity));
    if (Math.max(isi, tepi) < bentuk) salah.push(`${e.tagName} fill ${s.fill} stroke ${s.stroke}`);
  }
  return [...new Set(salah)];
}"""

FOKUS = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const s = getComputedStyle(e);
  return {nama: e.outerHTML.slice(0, 100), tampak: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2};
}"""


@cache
def axe() -> str:
    """Return the script of axe-core."""
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def buka_keadaan(browser: Browser, lebar: int, tema: str) -> BrowserContext:
    """Return a window without network; the pages' policy is lifted, because it refuses every script but theirs."""
    return browser.new_context(
        viewport={"width": lebar, "height": 800},
        offline=True,
        bypass_csp=True,
        color_scheme="dark" if tema == "gelap" else "light",
    )


def enlarge_text(page: Page) -> None:
    """Set letters to twice the size, as a reader does in the settings of the browser: widths in rem follow."""
    sesi = page.context.new_cdp_session(page)
    sesi.send("Page.enable")
    sesi.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})


def pelanggaran(page: Page, aturan: dict[str, object]) -> list[str]:
    """Return what axe finds on the open page: rule, weight, where."""
    page.evaluate(axe())
    hasil = page.evaluate(f"() => axe.run(document, {json.dumps(aturan)}).then(h => h.violations)")
    return [f"{v['id']} ({v['impact']}): {n['target']} {n['html'][:120]}" for v in hasil for n in v["nodes"]]


def tak_terbaca(page: Page) -> list[str]:
    """Return the words and shapes in charts that do not stand out from the page; axe does not look into charts."""
    return list(page.evaluate(KONTRAS, [PALING_KECIL_TEKS, PALING_KECIL_BENTUK]))


def tanpa_fokus(page: Page, langkah: int) -> list[str]:
    """Return what the Tab key reaches, in as many steps, without an outline."""
    salah = []
    for _langkah in range(langkah):
        page.keyboard.press("Tab")
        fokus = page.evaluate(FOKUS)
        if fokus and not fokus["tampak"]:
            salah.append(fokus["nama"])
    return salah
