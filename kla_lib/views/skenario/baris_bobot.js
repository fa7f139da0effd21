// Rows of weights: slider, number box, lock. Everything obeys the keyboard; no number is worked out here
// but a first guess of the siblings' shares, which the answer of the kernel replaces.

const GEMBOK = '<svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">' +
  '<rect x="3" y="7" width="10" height="7" rx="1" fill="currentColor"/>' +
  '<path class="gembok-terbuka" d="M5 7V4.5a3 3 0 0 1 5.8-1" fill="none" stroke="currentColor" stroke-width="1.6"/>' +
  '<path class="gembok-tertutup" d="M5 7V4.5a3 3 0 0 1 6 0V7" fill="none" stroke="currentColor" stroke-width="1.6"/></svg>';
const TUNGGU = 8000; // milliseconds after which an answer is given up: a kernel that was restarted never gives it

let desimal = ","; // the reader's decimal sign, as the kernel tells it
const angka = (n) => (Math.round(n * 10) / 10).toString().replace(".", desimal);
const baca = (teks) => /^\s*\d+([.,]\d+)?\s*%?\s*$/.test(teks) ? Number(teks.replace("%", "").replace(",", ".")) : NaN;
const jepit = (n, b) => Math.min(Math.max(n, b.rendah), b.tinggi);

/** Send one message at a time; of several moves of one slider that wait, only the latest goes. */
function antrean(model, saatSepi) {
  const tab = Math.random().toString(36).slice(2);
  let jalan = null, nomor = 0, jam = 0;
  const tunggu = [];
  const lanjut = () => {
    if (jalan !== null) return;
    const isi = tunggu.shift();
    if (!isi) return void saatSepi();
    jalan = `${tab}-${++nomor}`;
    model.send({ ...isi, nomor: jalan });
    jam = setTimeout(() => { jalan = null; lanjut(); }, TUNGGU);
  };
  model.on("msg:custom", (m) => {
    if (m.jawab !== jalan) return;
    clearTimeout(jam);
    jalan = null;
    lanjut();
  });
  return {
    kirim(isi) {
      const akhir = tunggu.at(-1);
      if (akhir && isi.kode !== undefined && akhir.kode === isi.kode) akhir.ke = isi.ke;
      else tunggu.push(isi);
      lanjut();
    },
    sibuk: () => jalan !== null || tunggu.length > 0,
  };
}

function unsur(nama, kelas, atribut = {}) {
  const e = document.createElement(nama);
  e.className = kelas;
  for (const [k, v] of Object.entries(atribut)) e.setAttribute(k, v);
  return e;
}

function buat_baris(b, teks) {
  const akar = unsur("div", "skp-bobot-baris", { role: "group", "aria-label": b.uraian });
  const nama = unsur("span", "skp-nama", { title: b.uraian });
  const rel = unsur("div", "skp-rel");
  const selang = unsur("div", "skp-selang"), resmi = unsur("div", "skp-resmi");
  const geser = unsur("input", "skp-geser", { type: "range", min: "0", step: "any", "aria-label": `${teks.bobot} ${b.nama}` });
  const kotak = unsur("input", "skp-kotak", {
    type: "text", inputmode: "decimal", role: "spinbutton", autocomplete: "off",
    "aria-label": `${teks.bobot} ${b.nama}, ${teks.persen}`,
  });
  const persen = unsur("span", "skp-satuan"), poin = unsur("span", "skp-poin");
  persen.textContent = "%";
  const kunci = unsur("button", "skp-kunci", { type: "button", "aria-label": `${teks.kunci} ${b.nama}`, title: `${teks.kunci} ${b.nama}` });
  kunci.innerHTML = GEMBOK;
  const buka = unsur("button", "skp-buka", { type: "button", "aria-label": `${teks.buka} ${b.nama}`, title: `${teks.buka} ${b.nama}` });
  buka.textContent = "▸";
  rel.append(selang, resmi, geser);
  const galat = unsur("span", "skp-galat", { role: "alert" });
  akar.append(nama, rel, kotak, persen, poin, kunci, buka, galat);
  return { akar, nama, selang, resmi, geser, kotak, poin, kunci, buka, galat };
}

function render({ model, el }) {
  desimal = model.get("teks").desimal;
  const daftar = unsur("div", "skp-bobot");
  el.append(daftar);
  let baris = new Map();   // kode -> elements
  let kini = [];           // rows as last told by the kernel
  let dipegang = null;     // kode of the slider that is being moved
  const jalur = antrean(model, () => { dipegang = null; tampilkan(); });

  const letak = (n) => Math.min(n / model.get("skala"), 1);
  const cari = (kode) => kini.find((b) => b.kode === kode);

  function isi(b, e, persen) {
    e.geser.max = model.get("skala");
    e.geser.value = persen;
    e.geser.setAttribute("aria-valuetext", `${angka(persen)} ${model.get("teks").persen}, ${b.poin}`);
    if (document.activeElement !== e.kotak || e.kotak.value === e.kotak.dataset.tampil) e.kotak.value = angka(persen);
    e.kotak.dataset.tampil = angka(persen);
    for (const [k, n] of [["now", persen], ["min", b.rendah], ["max", b.tinggi]]) e.kotak.setAttribute(`aria-value${k}`, n);
  }

  function tampilkan() {
    const teks = model.get("teks"), sama = kini === model.get("baris");
    kini = model.get("baris");
    if (kini.map((b) => b.kode).join() !== [...baris.keys()].join()) {
      baris = new Map(kini.map((b) => [b.kode, buat_baris(b, teks)]));
      daftar.replaceChildren(...[...baris.values()].map((e) => e.akar));
      for (const [kode, e] of baris) hubungkan(kode, e);
    }
    for (const b of kini) {
      const e = baris.get(b.kode);
      const tetap = b.rendah >= b.tinggi;
      e.nama.textContent = b.nama + (b.berubah ? " *" : "");
      e.akar.classList.toggle("skp-berubah", b.berubah);
      e.akar.classList.toggle("skp-terkunci", b.dikunci);
      e.geser.disabled = e.kotak.disabled = tetap;
      e.poin.textContent = b.poin;
      if (!sama) e.galat.textContent = "";
      e.kunci.setAttribute("aria-pressed", b.dikunci);
      e.buka.hidden = !b.anak;
      e.resmi.style.setProperty("--letak", letak(b.resmi));
      e.resmi.title = `${teks.resmi} ${angka(b.resmi)} %`;
      e.selang.hidden = !b.selang;
      if (b.selang) {
        e.selang.style.setProperty("--kiri", letak(b.selang[0]));
        e.selang.style.setProperty("--kanan", letak(b.selang[1]));
      }
      e.geser.title = b.selang_teks;
      e.geser.setAttribute("aria-description", b.selang_teks);
      if (b.kode !== dipegang) isi(b, e, b.persen);
    }
  }

  /** Show at once what the move probably gives; the kernel has the last word. */
  function duga(kode, ke) {
    const bebas = kini.filter((b) => b.kode !== kode && !b.dikunci);
    const ruang = 100 - kini.filter((b) => b.kode !== kode && b.dikunci).reduce((n, b) => n + b.persen, 0);
    const lama = bebas.reduce((n, b) => n + b.persen, 0);
    isi(cari(kode), baris.get(kode), ke);
    for (const b of bebas) isi(b, baris.get(b.kode), b.persen * (ruang - ke) / lama);
  }

  function geserKe(kode, ke) {
    const b = cari(kode);
    if (b.rendah >= b.tinggi || !Number.isFinite(ke)) return;
    const tujuan = Math.round(10 * jepit(ke, b)) / 10;
    baris.get(kode).galat.textContent = "";
    dipegang = kode;
    duga(kode, tujuan);
    jalur.kirim({ kode, ke: tujuan });
  }

  function tombolPanah(kode, e, ev) {
    const arah = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[ev.key];
    if (!arah || ev.altKey || ev.ctrlKey || ev.metaKey) return;
    if (ev.currentTarget === e.kotak && ["ArrowLeft", "ArrowRight"].includes(ev.key)) return; // moves in the text
    ev.preventDefault();
    ev.stopPropagation();
    const kali = ev.shiftKey && Math.abs(arah) === 1 ? 10 : 1;
    e.kotak.value = e.kotak.dataset.tampil;
    geserKe(kode, baca(e.kotak.dataset.tampil) + arah * kali * model.get("langkah"));
  }

  function hubungkan(kode, e) {
    e.geser.addEventListener("input", () => geserKe(kode, Number(e.geser.value)));
    e.geser.addEventListener("keydown", (ev) => tombolPanah(kode, e, ev));
    e.kotak.addEventListener("keydown", (ev) => {
      if (ev.key === "Escape") e.kotak.value = e.kotak.dataset.tampil;
      if (ev.key === "Enter") e.kotak.dispatchEvent(new Event("change"));
      tombolPanah(kode, e, ev);
      ev.stopPropagation(); // keys typed here are no shortcuts of JupyterLab
    });
    e.kotak.addEventListener("change", () => {
      const tulisan = e.kotak.value.trim(), ke = baca(tulisan), tampil = e.kotak.dataset.tampil, b = cari(kode);
      if (tulisan === tampil) return;
      e.kotak.value = tampil; // what cannot be entered is not left standing
      if (!(ke >= b.rendah && ke <= b.tinggi)) {
        const isi = { isi: tulisan.slice(0, 20) || "–", rendah: angka(b.rendah), tinggi: angka(b.tinggi) };
        e.galat.textContent = model.get("teks").luar.replace(/\{(\w+)\}/g, (_m, n) => isi[n]);
      } else if (angka(ke) !== tampil) geserKe(kode, ke);
      else e.galat.textContent = "";
    });
    e.kunci.addEventListener("click", () => jalur.kirim({ kunci: kode, ya: e.kunci.getAttribute("aria-pressed") !== "true" }));
    e.buka.addEventListener("click", () => jalur.kirim({ buka: kode }));
  }

  for (const ev of ["mousedown", "pointerdown", "keydown"]) el.addEventListener(ev, (e) => e.stopPropagation());
  model.on("change:baris", tampilkan);
  model.on("change:skala", tampilkan);
  tampilkan();
  return () => { model.off("change:baris", tampilkan); model.off("change:skala", tampilkan); };
}

export default { render };
