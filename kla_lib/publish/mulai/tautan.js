// Links whose addresses begin where this page's server begins.

function render({ model, el }) {
  const atur = JSON.parse(document.getElementById("jupyter-config-data")?.textContent || "{}");
  function tampilkan() {
    const daftar = document.createElement("ul");
    daftar.className = "kmu-tautan";
    for (const t of model.get("tautan")) {
      const butir = document.createElement("li"), a = document.createElement("a");
      a.textContent = t.nama;
      a.href = new URL(t.alamat, new URL(atur.baseUrl || "/", location.href)).href;
      a.target = "_blank";
      butir.append(a);
      daftar.append(butir);
    }
    el.replaceChildren(daftar);
  }
  model.on("change:tautan", tampilkan);
  tampilkan();
  return () => model.off("change:tautan", tampilkan);
}

export default { render };
