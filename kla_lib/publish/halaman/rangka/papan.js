"use strict";
(function () {
  var papan = document.getElementById("hitung-mundur");
  if (!papan) return;
  var mulai = Date.parse(papan.dataset.mulai), tutup = Date.parse(papan.dataset.tutup);
  var kartu = document.querySelectorAll("[data-sisa]");

  function isi(pola, ms) {
    var detik = Math.floor(ms / 1000);
    return pola
      .replace("{jam}", Math.floor(detik / 3600))
      .replace("{menit}", Math.floor(detik / 60) % 60)
      .replace("{detik}", detik % 60);
  }

  function tulis() {
    var kini = Date.now(), sisa = tutup - Math.max(kini, mulai), habis = kini >= tutup;
    papan.textContent = habis ? papan.dataset.habis : isi(kini < mulai ? papan.dataset.nanti : papan.dataset.pola, sisa);
    var pendek = habis ? papan.dataset.selesai : isi(papan.dataset.pendek, sisa);
    for (var i = 0; i < kartu.length; i += 1) {
      if (kartu[i].textContent !== pendek) kartu[i].textContent = pendek;
    }
  }

  papan.hidden = false;
  tulis();
  window.setInterval(tulis, 1000);
})();
