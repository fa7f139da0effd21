"use strict";
(function () {
  var teks = document.getElementById("teks-obrolan");
  var tombol = document.getElementById("tombol-salin");
  var kabar = document.getElementById("kabar-salin");
  if (!teks || !tombol || !kabar) return;

  function pilih() {
    var pilihan = window.getSelection(), rentang = document.createRange();
    rentang.selectNodeContents(teks);
    pilihan.removeAllRanges();
    pilihan.addRange(rentang);
    var tersalin = false;
    try { tersalin = document.execCommand("copy"); } catch (e) { tersalin = false; }
    kabar.textContent = tersalin ? tombol.dataset.berhasil : tombol.dataset.terpilih;
  }

  tombol.hidden = false;
  tombol.addEventListener("click", function () {
    if (!navigator.clipboard || !navigator.clipboard.writeText) { pilih(); return; }
    navigator.clipboard.writeText(teks.textContent).then(
      function () { kabar.textContent = tombol.dataset.berhasil; }, pilih
    );
  });
})();
