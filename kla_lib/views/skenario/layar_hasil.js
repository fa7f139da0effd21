// The results: one message renews all parts that changed. The sentence stays in one element, so that it is read out.

const SUSUNAN = [
  ["skp-utama", ["kalimat", "penggaris"]],
  ["skp-rinci-hasil", ["klaster", "peluang", "ubahan"]],
];

function render({ model, el }) {
  const tempat = {}, lama = {};
  for (const [kelas, nama] of SUSUNAN) {
    const kotak = document.createElement("div");
    kotak.className = kelas;
    for (const n of nama) {
      tempat[n] = document.createElement("div");
      tempat[n].className = `skp-hasil-${n}`;
      kotak.append(tempat[n]);
    }
    el.append(kotak);
  }
  tempat.kalimat.setAttribute("role", "status");
  tempat.kalimat.setAttribute("aria-live", "polite");

  function tampilkan() {
    for (const [n, html] of Object.entries(model.get("bagian"))) {
      if (lama[n] !== html) tempat[n].innerHTML = lama[n] = html; // our own templates; what comes from the book is escaped
    }
  }
  model.on("change:bagian", tampilkan);
  tampilkan();
  return () => model.off("change:bagian", tampilkan);
}

export default { render };
