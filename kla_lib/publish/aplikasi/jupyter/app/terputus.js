// A slider that moves while nothing is computed any more would mislead: say so.
(function () {
  const kernel = JSON.parse(document.getElementById("jupyter-config-data").textContent).kernelId;
  const alamat = document.body.dataset.baseUrl.replace(/voila\/$/, "") + "api/kernels/" + kernel;
  const pesan = document.getElementById("kla-terputus");
  async function periksa() {
    let ada = false;
    try {
      ada = (await fetch(alamat)).ok;
    } catch { /* the server is gone */ }
    pesan.hidden = ada;
  }
  setInterval(periksa, 5000);
})();
