"use strict";
(function () {
  function siapkan(tombol) {
    var teks = document.getElementById(tombol.dataset.teks);
    var kabar = document.getElementById(tombol.dataset.kabar);
    if (!teks || !kabar) return;

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
  }

  Array.prototype.forEach.call(document.querySelectorAll(".salin button[data-teks]"), siapkan);
})();
