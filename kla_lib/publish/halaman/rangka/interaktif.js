"use strict";
(function () {
  var d = JSON.parse(document.getElementById("it-data").textContent), kata = d.kata;

  // ---- Arithmetic: the same steps in the same order as kla_lib/scoring, so that nothing differs.

  function jumlah(daftar) { return daftar.reduce(function (a, b) { return a + b; }, 0); }

  function bagi(bagian) {
    var total = jumlah(bagian);
    return bagian.map(function (b) { return b / total; });
  }

  // Half to even, as numpy rounds; the only rounding of a total.
  function bulat(x) {
    var y = x * 100;
    return (Math.abs(y - Math.trunc(y)) === 0.5 ? 2 * Math.round(y / 2) : Math.round(y)) / 100;
  }

  // s: klaster, indikator (shares, or null for the form's), penuh (positions of butir), lengkap (of documents).
  function hitung(s) {
    var bk = s.klaster ? bagi(s.klaster) : d.resmi.klaster, bi = s.indikator ? bagi(s.indikator) : d.resmi.indikator;
    var simulasi = !d.prioritas && Boolean(s.klaster || s.indikator || d.simulasi_lain);
    var faktor = d.klaster.map(function (k, n) { return simulasi ? bk[n] * d.skala / k.maks : 1; });
    var sendiri = klasterSendiri(s, bk, bi, simulasi, faktor[d.ini]), tambah = tambahTerkait(s.lengkap);
    var nilai = [], terdukung = [];
    d.klaster.forEach(function (k, n) {
      var ini = n === d.ini;
      nilai.push(ini ? sendiri.nilai : (k.nilai === null ? 0 : k.nilai * faktor[n]));
      terdukung.push(ini ? sendiri.terdukung : (k.lengkap + (tambah[n] || 0)) * faktor[n]);
    });
    var mentah = jumlah(nilai), total = bulat(mentah), jarak = d.ambang.map(function (a) { return bulat(a.besaran - total); });
    return {
      mentah: mentah, total: total, simulasi: simulasi,
      klaster: sendiri.nilai, klaster_maks: d.klaster[d.ini].maks * faktor[d.ini], klaster_terdukung: sendiri.terdukung,
      terdukung_mentah: d.dokumen_ada ? jumlah(terdukung) : null,
      terdukung: d.dokumen_ada ? bulat(jumlah(terdukung)) : null,
      perhatian: sendiri.perhatian, urutan: urut(sendiri.perhatian),
      peringkat: d.ambang.filter(function (a) { return a.di_atas ? total > a.besaran : total >= a.besaran; }).length,
      jarak: jarak, dekat: jarak.some(function (j) { return Math.abs(j) <= d.dekat; }),
      belum: d.belum_lain + d.butir.filter(function (b, n) { return b.soal && b.nilai === null && s.penuh.indexOf(n) < 0; }).length
    };
  }

  function klasterSendiri(s, bk, bi, simulasi, faktorKlaster) {
    var ini = d.klaster[d.ini], penuh = new Set(s.penuh), lengkap = new Set(s.lengkap), atas = null, terisi = 0;
    var i = d.indikator.map(function (x, n) {
      var f = simulasi ? bk[d.ini] * d.skala * bi[n] / x.maks : 1;
      return { f: f, maks: x.maks * f, nilai: 0, lengkap: 0, utuh: false };
    });
    d.butir.forEach(function (b, n) {
      var nilai = penuh.has(n) ? b.maks : b.nilai;
      if (nilai === null) return;
      if (b.i < 0) { atas = nilai * faktorKlaster; return; }
      var x = i[b.i], aman = b.aman || (b.utuh && b.dok.every(function (m) { return lengkap.has(m); }));
      if (!b.soal) x.utuh = true;
      x.nilai += nilai * x.f;
      if (aman) x.lengkap += nilai * x.f;
    });
    i.forEach(function (x) {
      if (!x.utuh) x.nilai = Math.min(x.nilai, x.maks);
      x.lengkap = Math.min(x.lengkap, x.maks);
      terisi += x.nilai;
    });
    var nilai = atas === null ? terisi : atas;
    return {
      nilai: nilai, terdukung: atas === null ? jumlah(i.map(function (x) { return x.lengkap; })) : 0,
      perhatian: i.map(function (x, n) {
        var aman = atas === null ? (d.dokumen_ada ? x.lengkap : x.nilai) / x.maks
          : (d.dokumen_ada ? 0 : nilai) / (ini.maks * faktorKlaster);
        return bk[d.ini] * bi[n] * (1 - aman);
      })
    };
  }

  // Documents of this klaster that complete questions of others, under the cap of their indikator.
  function tambahTerkait(lengkap) {
    var ada = new Set(lengkap), hasil = {};
    d.terkait.forEach(function (t) {
      var tambah = jumlah(t.soal.map(function (p) { return p.dok.every(function (m) { return ada.has(m); }) ? p.nilai : 0; }));
      hasil[t.klaster] = (hasil[t.klaster] || 0) + Math.min(t.dasar + tambah, t.maks) - Math.min(t.dasar, t.maks);
    });
    return hasil;
  }

  // What is equal to twelve digits is equal: then the form's order decides.
  function urut(perhatian) {
    var bulat12 = perhatian.map(function (p) { return Math.round(p * 1e12); });
    return perhatian.map(function (_p, n) { return n; }).sort(function (a, b) { return bulat12[b] - bulat12[a] || a - b; });
  }

  // ---- Weights: as scoring/pembobotan.py moves and rounds them.

  function geser(bagian, n, ke, kunci) {
    var bebas = bagian.map(function (_b, m) { return m; }).filter(function (m) { return m !== n && kunci.indexOf(m) < 0; });
    var ruang = 1 - jumlah(bagian.filter(function (_b, m) { return kunci.indexOf(m) >= 0; }));
    var tertinggi = ruang - d.terkecil * bebas.length, hasil = bagian.slice();
    if (!bebas.length || kunci.indexOf(n) >= 0 || tertinggi <= d.terkecil) return hasil;
    ke = Math.min(Math.max(ke, d.terkecil), tertinggi);
    hasil[n] = ke;
    skala(bagian, bebas, ruang - ke, hasil);
    return hasil;
  }

  function skala(bagian, sisa, ruang, hasil) {
    var selesai = 0;
    while (sisa.length) {
      var faktor = (ruang - d.terkecil * selesai) / jumlah(sisa.map(function (m) { return bagian[m]; }));
      var kecil = sisa.filter(function (m) { return bagian[m] * faktor < d.terkecil; });
      if (!kecil.length) { sisa.forEach(function (m) { hasil[m] = bagian[m] * faktor; }); return; }
      kecil.forEach(function (m) { hasil[m] = d.terkecil; });
      selesai += kecil.length;
      sisa = sisa.filter(function (m) { return kecil.indexOf(m) < 0; });
    }
  }

  function satuan(bagian) {
    var total = jumlah(bagian), tepat = bagian.map(function (b) { return b / total * d.penuh; });
    var bulatan = tepat.map(function (t) { return Math.floor(t + 1e-9); }), kurang = d.penuh - jumlah(bulatan);
    tepat.map(function (_t, n) { return n; })
      .sort(function (a, b) { return (bulatan[a] - tepat[a]) - (bulatan[b] - tepat[b]) || a - b; })
      .slice(0, kurang).forEach(function (n) { bulatan[n] += 1; });
    return bulatan;
  }

  function sama(a, b) { return a.length === b.length && a.every(function (x, n) { return x === b[n]; }); }

  // ---- The short code: the same bits as kla_lib/scoring/skenario/kode_bit.py and kode_teks.py.

  var HURUF = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  function kode(s) {
    var k = d.kode, bit = [];
    if (!k) return "";
    function angka(n, lebar) { for (var b = lebar - 1; b >= 0; b--) bit.push(n >> b & 1); }
    function gamma(n) { var p = n.toString(2).length; angka(0, p - 1); angka(n, p); }
    function himpunan(daftar) {
      var lalu = -1;
      gamma(daftar.length + 1);
      daftar.sort(function (a, b) { return a - b; }).forEach(function (n) { gamma(n - lalu); lalu = n; });
    }
    function pasangan(daftar) {
      himpunan(daftar.map(function (p) { return p[0]; }));
      daftar.forEach(function (p) { gamma(p[1] + 1); });
    }
    function tanpa(daftar, ubah) { return daftar.filter(function (p) { return ubah.indexOf(p[0]) < 0; }); }
    function dengan(tetap, ubah) { return Array.from(new Set(tetap.concat(ubah))); }
    var penuh = s.penuh.map(function (n) { return d.butir[n].k; }), lengkap = s.lengkap.map(function (n) { return d.dokumen[n].k; });
    angka(k.data, 16);
    angka(d.prioritas ? 1 : 0, 1);
    k.kelompok.forEach(function (g) {
      var bagian = g.milik ? s[g.milik] && satuan(s[g.milik]) : g.tetap;
      if (!bagian || sama(bagian, g.resmi)) { angka(0, 1); return; }
      angka(1, 1);
      bagian.slice(0, -1).forEach(function (b) { angka(b, d.penuh.toString(2).length); });
    });
    himpunan(dengan(k.penuh, penuh));
    pasangan(tanpa(k.nilai, penuh));
    var semua = dengan(k.lengkap, lengkap), status = tanpa(k.status, lengkap);
    himpunan(semua);
    pasangan(status);
    if (semua.length + status.length) angka(k.dokumen, 8);
    if (k.berdokumen.length) himpunan(k.berdokumen);
    return tulis(k.form, bit, k.berdokumen.length ? 2 : 1);
  }

  function tulis(form, bit, versi) {
    while (bit.length % 8) bit.push(0);
    var byte = [], teks = "", crc;
    for (var n = 0; n < bit.length; n += 8) byte.push(parseInt(bit.slice(n, n + 8).join(""), 2));
    crc = sidik(Array.from(form, function (h) { return h.charCodeAt(0); }).concat(byte));
    for (n = 15; n >= 0; n--) bit.push(crc >> n & 1);
    while (bit.length % 5) bit.push(0);
    for (n = 0; n < bit.length; n += 5) teks += HURUF[parseInt(bit.slice(n, n + 5).join(""), 2)];
    return "KLA" + versi + "-" + form.toUpperCase() + "-" + teks;
  }

  function sidik(byte) {
    return byte.reduce(function (crc, b) {
      crc ^= b << 8;
      for (var n = 0; n < 8; n++) crc = crc & 0x8000 ? crc << 1 ^ 0x1021 : crc << 1;
      return crc & 0xFFFF;
    }, 0xFFFF);
  }

  window.kla = { hitung: hitung, kode: kode, geser: geser, satuan: satuan, data: d };

  // ---- Words.

  function angkaTeks(x, desimal) {
    var skala = Math.pow(10, desimal), teks = (Math.round(Math.abs(x) * skala + 1e-7) / skala).toFixed(desimal).split(".");
    var pecahan = (teks[1] || "").replace(/0+$/, ""), utuh = teks[0].replace(/\B(?=(\d{3})+$)/g, kata.ribuan);
    return (x < 0 && (utuh !== "0" || pecahan) ? "-" : "") + utuh + (pecahan ? kata.desimal + pecahan : "");
  }

  function isi(pola, nilai) {
    // [n?word|words]: in some languages a word follows the number beside it.
    var tunggal = /^[+\u2212-]?1( |$)/;
    return pola.replace(/\[(\w+)\?([^|\[\]]*)\|([^\[\]]*)\]/g, function (_m, nama, satu, banyak) {
      return tunggal.test(String(nilai[nama])) ? satu : banyak;
    }).replace(/\{(\w+)\}/g, function (_m, nama) { return nilai[nama]; });
  }

  function ubah(lama, baru) {
    var selisih = bulat(baru - lama), pola = !selisih ? kata.tetap : selisih > 0 ? kata.naik : kata.turun;
    return isi(pola, { selisih: angkaTeks(Math.abs(selisih), 2), nilai: angkaTeks(baru, 2) });
  }

  function kalimat(h) {
    var poin = isi(h.belum ? kata.sementara : kata.poin, { ubah: ubah(d.hasil.nilai, h.total) });
    var nama = { poin: poin, kini: kata.kategori[h.peringkat], dulu: kata.kategori[kata.peringkat_resmi], nilai: angkaTeks(d.hasil.nilai, 2) };
    if (d.prioritas) return isi(kata.prioritas, { poin: poin });
    if (h.simulasi) return isi(kata.simulasi, nama);
    return isi(nama.kini === nama.dulu ? kata.sama : kata.beda, nama);
  }

  function lanjutan(h) {
    var milik = { nilai: angkaTeks(h.klaster, 2), maks: angkaTeks(h.klaster_maks, 2), terdukung: angkaTeks(h.klaster_terdukung, 2) };
    var daftar = [isi(d.dokumen_ada ? kata.klaster_terdukung : kata.klaster, milik)];
    if (d.dokumen_ada) daftar.push(isi(kata.terdukung, { ubah: ubah(d.hasil.terdukung, h.terdukung) }));
    if (h.dekat) daftar.push(kata.dekat);
    return daftar;
  }

  // ---- The page.

  function cari(pilih) { return document.querySelector(pilih); }
  function semua(pilih) { return Array.from(document.querySelectorAll(pilih)); }

  var mulai = { klaster: d.awal.klaster || d.resmi.klaster, indikator: d.awal.indikator || d.resmi.indikator };
  var bobot = { klaster: mulai.klaster.slice(), indikator: mulai.indikator.slice() };
  var teksAwal = { utama: cari("#it-kalimat").textContent, lanjutan: semua("#it-lanjutan > *").map(function (e) { return e.textContent; }) };

  // Shares as they count: in steps of 0.1 %, so that the code says exactly what the page shows.
  function pakai(jenis) {
    var kini = satuan(bobot[jenis]);
    if (!kini.length || sama(kini, satuan(mulai[jenis]))) return d.awal[jenis];
    if (sama(kini, satuan(d.resmi[jenis]))) return null;
    return kini.map(function (n) { return n / d.penuh; });
  }

  function tercentang(jenis) {
    return semua("input[data-" + jenis + "]:checked").map(function (e) { return Number(e.dataset[jenis]); });
  }

  function setelan() {
    return { klaster: pakai("klaster"), indikator: pakai("indikator"), penuh: tercentang("penuh"), lengkap: tercentang("lengkap") };
  }

  function perbarui() {
    var s = setelan(), h = hitung(s);
    var diam = sama(satuan(bobot.klaster), satuan(mulai.klaster)) && sama(satuan(bobot.indikator), satuan(mulai.indikator)) && !s.penuh.length && !s.lengkap.length;
    ["klaster", "indikator"].forEach(tulisBobot);
    tulisTeks(cari("#it-kalimat"), diam ? teksAwal.utama : kalimat(h));
    var baris = diam ? teksAwal.lanjutan : lanjutan(h), tempat = cari("#it-lanjutan");
    while (tempat.children.length < baris.length) tempat.appendChild(document.createElement("p")).className = "kalimat-lanjutan";
    Array.from(tempat.children).forEach(function (e, n) { tulisTeks(e, baris[n] || ""); e.hidden = !baris[n]; });
    tulisPenggaris(h);
    tulisJarak(h);
    tulisUrutan(h);
    var selisih = bulat(h.total - d.hasil.nilai), beda = (selisih > 0 ? "+" : "") + angkaTeks(selisih, 2);
    var lekat = isi(h.simulasi ? kata.lekat_simulasi : kata.lekat, { nilai: angkaTeks(h.total, 2), selisih: beda.replace("-", "−") });
    if (d.dokumen_ada) {
      var aman = bulat(h.terdukung - d.hasil.terdukung), ubahan = (aman > 0 ? "+" : "") + angkaTeks(aman, 2);
      lekat += " · " + isi(kata.lekat_terdukung, { nilai: angkaTeks(h.terdukung, 2), selisih: ubahan.replace("-", "−") });
    }
    cari("#it-lekat").textContent = lekat;
    if (cari("#it-kode")) cari("#it-kode").value = kode(s);
    if (cari("#kabar-salin")) cari("#kabar-salin").textContent = "";
    cari("#it-reset").disabled = diam;
  }

  function tulisTeks(e, teks) { if (e.textContent !== teks) e.textContent = teks; }

  function tulisBobot(jenis) {
    var resmi = satuan(d.resmi[jenis]);
    satuan(bobot[jenis]).forEach(function (n, m) {
      var persen = n / d.penuh * 100, garis = cari('[data-geser="' + jenis + '"][data-n="' + m + '"]');
      if (!garis) return;
      var kotak = cari('[data-kotak="' + jenis + '"][data-n="' + m + '"]');
      if (garis !== document.activeElement || Number(garis.value) !== persen) garis.value = persen.toFixed(1);
      if (kotak !== document.activeElement) kotak.value = persen.toFixed(1);
      garis.setAttribute("aria-valuetext", isi(kata.persen, { n: angkaTeks(persen, 1) }));
      garis.closest(".it-bobot").classList.toggle("it-berubah", n !== resmi[m]);
    });
  }

  function tulisPenggaris(h) {
    var nilai = { nilai: h.total, terdukung: h.terdukung };
    semua("svg[data-tanda]").forEach(function (e) {
      var n = nilai[e.dataset.tanda], lama = d.hasil[e.dataset.tanda], letak = 100 * n / d.skala;
      e.style.display = n === lama ? "none" : "";
      e.setAttribute("x", Math.min(Math.max(letak, 0), 100) + "%");
      var teks = e.querySelector("text"), kiri = letak > 50;
      teks.setAttribute("text-anchor", kiri ? "end" : "start");
      teks.setAttribute("x", kiri ? "-9" : "9");
      teks.textContent = isi(e.dataset.pola, { nilai: angkaTeks(n, 2) });
    });
    cari("#it-penggaris").setAttribute("aria-label", isi(kata.penggaris, { nilai: angkaTeks(h.total, 2) }));
  }

  function tulisJarak(h) {
    h.jarak.forEach(function (j, n) {
      var capai = h.peringkat > n;
      tulisTeks(cari('[data-jarak="' + n + '"]'), isi(capai ? kata.lewat : kata.kurang, { poin: angkaTeks(Math.abs(j), 2) }));
    });
  }

  function tulisUrutan(h) {
    var daftar = cari("#it-urutan");
    if (!daftar) return;
    h.urutan.forEach(function (n, m) {
      var e = cari('[data-urut="' + n + '"]');
      if (daftar.children[m] !== e) daftar.insertBefore(e, daftar.children[m]);
      tulisTeks(e.querySelector(".it-angka"), isi(kata.poin_saja, { nilai: angkaTeks(h.perhatian[n] * d.skala, 2) }));
      e.querySelector(".it-isi").style.width = 100 * h.perhatian[n] / Math.max(h.perhatian[h.urutan[0]], 1e-12) + "%";
    });
  }

  function gerakkan(e) {
    var jenis = e.dataset.geser || e.dataset.kotak, n = Number(e.dataset.n), ke = Number(e.value) / 100;
    if (!e.value || !isFinite(ke)) return;
    var kunci = semua('[data-kunci="' + jenis + '"]:checked').map(function (k) { return Number(k.dataset.n); });
    bobot[jenis] = geser(bobot[jenis], n, ke, kunci);
    perbarui();
  }

  semua("[data-geser]").forEach(function (e) {
    e.addEventListener("input", function () { gerakkan(e); });
    e.addEventListener("keydown", function (t) {
      var arah = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[t.key];
      if (!arah || !t.shiftKey) return;
      t.preventDefault();
      e.value = Number(e.value) + arah * 10 * Number(e.step);
      gerakkan(e);
    });
  });
  semua("[data-kotak]").forEach(function (e) {
    e.addEventListener("change", function () { gerakkan(e); perbarui(); });
    e.addEventListener("blur", perbarui);
  });
  semua("[data-kunci]").forEach(function (e) {
    e.addEventListener("change", function () {
      semua('[data-n="' + e.dataset.n + '"]').forEach(function (x) {
        if (x.dataset.geser === e.dataset.kunci || x.dataset.kotak === e.dataset.kunci) x.disabled = e.checked;
      });
    });
  });
  semua("[data-penuh], [data-lengkap]").forEach(function (e) { e.addEventListener("change", perbarui); });

  cari("#it-reset").addEventListener("click", function () {
    bobot = { klaster: mulai.klaster.slice(), indikator: mulai.indikator.slice() };
    semua("#it-kendali input:checked").forEach(function (e) { e.checked = false; });
    semua("#it-kendali input:disabled").forEach(function (e) { e.disabled = false; });
    perbarui();
    cari("#it-kalimat").focus();
  });

  var salin = cari("#tombol-salin");
  if (salin) salin.addEventListener("click", function () {
    var kotak = cari("#it-kode"), kabar = cari("#kabar-salin");
    function pilih() {
      var tersalin = false;
      kotak.focus();
      kotak.select();
      try { tersalin = document.execCommand("copy"); } catch (e) { tersalin = false; }
      kabar.textContent = tersalin ? salin.dataset.berhasil : salin.dataset.terpilih;
    }
    if (!navigator.clipboard || !navigator.clipboard.writeText) { pilih(); return; }
    navigator.clipboard.writeText(kotak.value).then(function () { kabar.textContent = salin.dataset.berhasil; }, pilih);
  });

  // A browser may bring ticks and numbers back after a reload; the page starts anew instead.
  semua("#it-kendali input[type=checkbox]").forEach(function (e) { e.checked = false; });
  cari("#it-tanpa").hidden = true;
  cari("#it-kendali").hidden = false;
  perbarui();
})();
