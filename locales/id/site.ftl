## Kotak masukan

site-search-label = Tempelkan pesan kesalahan atau ketik kodenya
search-privacy = Semua yang Anda ketik tetap berada di browser ini
search-recognised = Dikenali: { $what }
search-enter = Tekan Enter untuk membuka halaman
search-none = Tidak ada kesalahan yang dikenal dalam teks ini
search-title = Pencarian
search-no-script = Pencarian memerlukan JavaScript. Tanpa JavaScript, cari di daftar:

## Beranda

home-intro = Arti kesalahan dan cara mengatasinya
home-featured = Kesalahan umum
home-newest = Kesalahan terbaru
home-families = Kesalahan menurut kategori

## Kelompok kode kesalahan

family-aadsts = Proses masuk
family-hresult = Kode yang diawali dengan 0x
family-smtp = Pengiriman email
family-office = Penginstalan Office
family-http = Status HTTP
family-other = Kesalahan { $family }

## Navigasi

nav-errors = Kesalahan
nav-articles = Artikel
nav-home = Beranda
nav-parameters = Parameter kesalahan
nav-site = Bagian situs
breadcrumb-label = Anda di sini
skip-to-content = Lompat ke konten
on-this-page = Di halaman ini
external-link = menuju ke situs lain

## Bahasa

other-languages = Bahasa lain
language-switch = Ubah bahasa
choose-language = Pilih bahasa Anda
language-rebuilt = disusun dari terjemahan
language-fallback = belum diterjemahkan
also-in = { PLURAL($n) ->
   *[other] Tersedia juga dalam { $n } bahasa lain
}

## Halaman kode

code-what-to-do = Yang perlu dilakukan
code-parameters = Parameter kesalahan
code-mentioned-in = Disebutkan dalam
code-related-articles = Artikel tentang kesalahan ini
code-mentions-count = { PLURAL($n) ->
   *[other] { $n } artikel menyebutkan kesalahan ini
}
canonical-see = Dijelaskan bersama { $code }:

## Penyalinan

code-copy = Salin kode
literal-copy = Salin
copied = Disalin
copy-parameter = Salin parameter

## Pemberitahuan

notice-machine = Terjemahan mesin
notice-outdated = Teks asli sudah berubah
notice-fallback = Belum diterjemahkan, bahasa: { $language }
notice-rebuilt = Disusun dari terjemahan
notice-retired = Tidak lagi diperbarui
notice-replaced = Digantikan oleh { $title }
draft-notice = Draf, belum diterbitkan
original-show = Tampilkan teks asli

## Dalam teks artikel

alert-note = Catatan
alert-tip = Tips
alert-important = Penting
alert-warning = Peringatan
alert-caution = Perhatian
video-title = Video: { $title }
footnotes-label = Catatan kaki
footnote-back = Kembali ke teks
task-done = Selesai
task-open = Belum selesai
table-label = Tabel

## Akhir halaman

page-updated = Diperbarui { $date }
page-edit = Edit halaman ini
footer-built-with = Dibuat dengan Faultbook
theme-label = Tampilan
theme-light = Terang
theme-dark = Gelap
theme-auto = Otomatis

## Daftar

errors-title = Semua kesalahan
articles-title = Semua artikel
parameters-title = Semua parameter kesalahan
list-part = Bagian { $n }
list-parts = Bagian-bagian daftar ini
list-turn = Bagian sebelumnya dan berikutnya
list-previous = Sebelumnya
list-next = Berikutnya
list-more = { PLURAL($n) ->
   *[other] { $n } entri lainnya
}
list-all = Tampilkan semua

## Parameter kesalahan dan penyebutan

parameter-title = Parameter kesalahan { $name }
parameter-returned-by = Kesalahan yang mengembalikan parameter ini
mention-title = Belum ada artikel yang menjelaskan { $code }. Artikel berikut menyebutkannya.
mentions-of = Artikel yang menyebutkan { $code }

## Halaman tidak ditemukan

not-found-title = Halaman tidak ditemukan
not-found-text = Tidak ada halaman di alamat ini. Tempelkan pesan kesalahan atau ketik kodenya untuk menemukannya.
not-found-nearest = Kode yang mirip
not-found-home = Buka beranda

## Status terjemahan

status-title = Status terjemahan
status-locale = Bahasa
status-article = Artikel
status-articles = Artikel
status-state = Status
status-date = Tanggal terjemahan
status-translated = Diterjemahkan
status-machine = Terjemahan mesin
status-outdated = Kedaluwarsa
status-unknown = Tidak diketahui
status-missing = Tidak ada
status-rebuilt = Disusun ulang
