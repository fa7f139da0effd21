// A place to drop files on. Each file is a message of its own; one too large is named only.

function render({ model, el }) {
  const teks = model.get("teks");
  const kotak = document.createElement("label");
  kotak.className = "kmu-seret";
  const ajakan = document.createElement("span"), pilih = document.createElement("span"), masukan = document.createElement("input");
  ajakan.textContent = teks.ajakan;
  pilih.textContent = teks.pilih;
  pilih.className = "kmu-pilih";
  masukan.type = "file";
  masukan.multiple = true;
  masukan.setAttribute("aria-label", teks.ajakan);
  kotak.append(ajakan, pilih, masukan);
  el.append(kotak);

  async function kirim(berkas) {
    for (const b of berkas) {
      const kepala = { nama: b.name, besar: b.size, diubah: b.lastModified / 1000 };
      try {
        const isi = b.size > model.get("terbesar") ? [] : [await b.arrayBuffer()];
        model.send(kepala, undefined, isi);
      } catch { // a folder, or a file that has gone: the kernel says that nothing came
        model.send(kepala);
      }
    }
    model.send({ selesai: true });
  }

  masukan.addEventListener("change", () => { kirim([...masukan.files]); masukan.value = ""; });
  const seret = (menyala) => (ev) => {
    ev.preventDefault();
    ev.stopPropagation(); // JupyterLab would open the file itself
    kotak.classList.toggle("kmu-di-atas", menyala);
  };
  kotak.addEventListener("dragenter", seret(true));
  kotak.addEventListener("dragover", seret(true));
  kotak.addEventListener("dragleave", seret(false));
  kotak.addEventListener("drop", (ev) => { seret(false)(ev); kirim([...ev.dataTransfer.files]); });
}

export default { render };
