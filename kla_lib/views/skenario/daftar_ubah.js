// A page of rows that can be changed: a number, a status or a tick each. The kernel has the last word.

const baca = (teks) => /^\s*\d+([.,]\d+)?\s*$/.test(teks) ? Number(teks.trim().replace(",", ".")) : NaN;

function unsur(nama, kelas, atribut = {}, ...anak) {
  const e = document.createElement(nama);
  e.className = kelas;
  for (const [k, v] of Object.entries(atribut)) if (v !== null) e.setAttribute(k, v);
  e.append(...anak);
  return e;
}

function render({ model, el }) {
  const daftar = unsur("ul", "skp-daftar"), kosong = unsur("p", "skp-kosong");
  el.append(daftar, kosong);
  const kirim = (kode, isi) => model.send({ kode, isi });

  function tombol(teks, label, padam, saat, kunci) {
    const t = unsur("button", "skp-tombol", { type: "button", "aria-label": `${teks} ${label}`, "data-kunci": kunci }, teks);
    t.disabled = padam;
    t.addEventListener("click", saat);
    return t;
  }

  function kotakAngka(b, teks, galat) {
    const k = unsur("input", "skp-kotak", {
      type: "text", inputmode: "decimal", role: "spinbutton", autocomplete: "off", "data-kunci": "isi",
      "aria-label": `${b.label}`, "aria-valuemin": 0, "aria-valuemax": b.maks, "aria-valuenow": b.nilai,
      placeholder: teks.belum_dicatat,
    });
    k.value = b.nilai_teks;
    const ubah = () => {
      const n = baca(k.value);
      if (k.value.trim() === b.nilai_teks) return;
      if (n >= 0 && n <= b.maks) return kirim(b.kode, n);
      galat.textContent = teks.luar.replace("{maks}", b.maks_teks).replace("{isi}", k.value.trim().slice(0, 20) || "–");
      k.value = b.nilai_teks;
    };
    k.addEventListener("change", ubah);
    k.addEventListener("blur", ubah); // arrow keys fire no change
    k.addEventListener("keydown", (ev) => {
      if (ev.key === "Enter") ubah();
      if (ev.key === "Escape") k.value = b.nilai_teks;
      const arah = { ArrowUp: 1, ArrowDown: -1 }[ev.key];
      if (!arah) return;
      ev.preventDefault();
      const n = Math.min(Math.max((baca(k.value) || 0) + arah * model.get("langkah") * (ev.shiftKey ? 10 : 1), 0), b.maks);
      k.value = String(Math.round(n * 100) / 100).replace(".", teks.desimal);
    });
    return k;
  }

  function pilihan(b) {
    const p = unsur("select", "skp-pilih", { "aria-label": b.label, "data-kunci": "isi" });
    for (const [nilai, teks] of b.pilihan) p.append(new Option(teks, nilai, false, nilai === b.nilai));
    p.addEventListener("change", () => kirim(b.kode, p.value));
    return p;
  }

  function centang(b) {
    const c = unsur("input", "skp-centang", { type: "checkbox", "aria-label": b.label, "data-kunci": "isi" });
    c.checked = b.nilai === true;
    c.disabled = b.mati;
    c.addEventListener("change", () => kirim(b.kode, c.checked));
    return c;
  }

  function baris(b, teks) {
    const galat = unsur("span", "skp-galat", { role: "alert" });
    const judul = unsur("span", "skp-judul", {}, b.judul), rinci = unsur("span", "skp-rinci", {}, b.rinci);
    const kiri = unsur("div", "skp-isi", {}, judul, rinci, galat);
    const kanan = unsur("div", "skp-alat", {});
    if (b.jenis === "angka") {
      kanan.append(kotakAngka(b, teks, galat), unsur("span", "skp-satuan", {}, `/ ${b.maks_teks}`));
      if (!b.tanpa_maks) kanan.append(tombol(teks.maksimal, b.kode, b.nilai === b.maks, () => kirim(b.kode, b.maks), "maks"));
    } else if (b.jenis === "pilih") {
      kanan.append(pilihan(b), tombol(teks.lengkap, b.kode, b.nilai === "lengkap", () => kirim(b.kode, "lengkap"), "maks"));
    } else {
      kanan.append(centang(b));
    }
    if (b.berubah) {
      judul.prepend(unsur("span", "skp-tanda", {}, `${teks.berubah} `));
      if (b.jenis !== "centang") kanan.append(tombol(teks.kembali, b.kode, false, () => kirim(b.kode, null), "kembali"));
    }
    return unsur("li", "skp-baris" + (b.semua ? " skp-semua" : "") + (b.berubah ? " skp-berubah" : "") + (b.mati ? " skp-mati" : ""), { "data-kode": b.kode }, kiri, kanan);
  }

  function tampilkan() {
    const teks = model.get("teks");
    const fokus = daftar.contains(document.activeElement) ? document.activeElement : null;
    const kode = fokus?.closest("li")?.dataset.kode, kunci = fokus?.dataset.kunci;
    daftar.replaceChildren(...model.get("baris").map((b) => baris(b, teks)));
    kosong.textContent = model.get("kosong");
    if (kode === undefined) return;
    const li = [...daftar.children].find((l) => l.dataset.kode === kode);
    const calon = [li?.querySelector(`[data-kunci="${kunci}"]`), li?.querySelector('[data-kunci="isi"]')];
    calon.find((c) => c && !c.disabled)?.focus(); // whoever works with keys stays in her row
  }

  function tolak(m) {
    if (m.tolak === undefined) return;
    tampilkan();
    const li = [...daftar.children].find((l) => l.dataset.kode === m.kode);
    if (li) li.querySelector(".skp-galat").textContent = m.tolak;
  }

  for (const ev of ["mousedown", "pointerdown", "keydown"]) el.addEventListener(ev, (e) => e.stopPropagation());
  model.on("change:baris", tampilkan);
  model.on("change:kosong", tampilkan);
  model.on("msg:custom", tolak);
  tampilkan();
  return () => { model.off("change:baris", tampilkan); model.off("change:kosong", tampilkan); model.off("msg:custom", tolak); };
}

export default { render };
