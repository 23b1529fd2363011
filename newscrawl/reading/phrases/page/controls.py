"""What the controls of a page say, and the headings above what it recommends: of any page, in Indonesian or English.

Words that a writer's sub-heading may have, too ("Mode Gelap", "Kirim Masukan"), are not here.
"""

from __future__ import annotations

from newscrawl.reading.phrases.names.networks import NETWORK
from newscrawl.reading.phrases.page.boxheads import ITEM
from newscrawl.reading.phrases.words import READER
from newscrawl.reading.rows import Row

CONTROLS = (
    Row(
        r"(?:klik|tekan|gunakan|geser)(?: \w+){0,2} (?:panah|foto|gambar)\b[^.,!?:“”\"]{0,50} untuk"
        r" (?:berpindah|berganti|pindah|mengganti|menggeser)(?: ke)?(?: (?:berita|halaman|foto|gambar)){1,2}"
        r"(?: (?:lain(?:nya)?|berikutnya|selanjutnya|sebelumnya))?\W*",
        "Klik kursor panah atau klik foto kecil di bawah untuk berpindah berita foto.",
        "Gunakan panah kayu di sungai untuk berpindah ke seberang.",
    ),
    Row(
        r"(?:ketuk|klik|tekan|tap|geser|gulir|usap|swipe)(?: (?:ke (?:kiri|kanan)|di ?sini))? untuk"
        r" (?:memutar|putar|mainkan|melihat|lihat|(?:mem)?perbesar|membesarkan)"
        r"(?: (?:audio|video|foto|gambar|galeri))?(?: (?:berikut(?:nya)?|lain(?:nya)?|ini))?\W*",
        "Geser untuk melihat foto berikutnya",
        "Klik untuk melihat foto itu di layar.",
    ),
    Row(
        r"(?:maaf,? )?(?:video|audio|konten)(?: ini)? (?:tidak|belum|sudah tidak) (?:dapat |bisa )?"
        r"(?:diputar|ditampilkan|dimuat|tersedia)(?: di (?:perangkat|negara|wilayah) (?:ini|anda)| saat ini| lagi)?\W*",
        "Maaf, video ini tidak tersedia.",
        "Video itu tidak tersedia, kata Ratna.",
    ),
    Row(
        r"(?:your browser|(?:peramban|browser)(?: (?:anda|ini))?) (?:does not support|doesn['’]t support|tidak"
        r" mendukung) (?:the |tag |html|video|audio|iframe|pemutar).{0,60}"
        r"|(?:untuk|to) (?:memutar|menonton|melihat|menampilkan|play|watch) (?:video|audio|konten|this)\b[^.!?]{0,30}"
        r" (?:aktifkan|nyalakan|enable) javascript\b.{0,60}",
        "Your browser does not support the video tag.",
        "Peramban itu tidak mendukung warna.",
    ),
    Row(
        r"error loading (?:player|media|video|playlist)(?:\s*[:.!-].{0,60})?"
        r"|no (?:playable|compatible|video) sources?\b.{0,20} (?:was |were )?found(?: for this \w+)?\W*"
        r"|(?:the |this )?(?:media|video) could not be loaded(?:, either.{0,120}|\W*)",
        "Error loading player: No playable sources found",
        "Error loading video itu muncul di telepon warga.",
    ),
    Row(
        r"\d{1,2} seconds? of \d{1,3}(?: (?:hours?|minutes?|seconds?),? ?\d{0,2}){1,3}(?:volume \d{1,3}%)?\W*",
        "0 seconds of 1 minute, 2 secondsVolume 90%",
        "2 seconds of silence fell.",
    ),
    Row(
        r"(?:buka|lihat|tampilkan) galeri(?: (?:foto|gambar))?(?: \(\d{1,3}(?: (?:foto|gambar))?\))?\W*"
        r"|(?:kecepatan|speed)\s*:?\s*\d(?:[.,]\d+)?x|(?:dengarkan|putar) versi (?:audio|suara)(?:nya)?\W*"
        r"|(?:tampilkan|muat|show|view|load) (?:lebih (?:banyak|sedikit)|more|less|fewer)\W*"
        r"|(?:tampilkan|sembunyikan|buka|tutup) ringkasan(?: (?:artikel|berita))?\W*",
        "Lihat galeri (5 foto)",
        "Lihat galeri desa itu.",
    ),
    Row(
        r"(?:@[\w.]+\b.{0,300})?♬ ?(?:suara asli|original sound|sonido original)\b.{0,60}",
        "@sora Panen raya #kopi ♬ suara asli - Sora",
        "♬ Lagu panen itu suara asli Ratna.",
    ),
    Row(
        r"(?:lihat|tonton|dengarkan|putar|view|watch|listen to|see)(?: (?:this|the|full))?"
        r"(?: (?:kiriman|unggahan|postingan|post|video|foto|photo|reel|tweet|siaran))?"
        rf"(?: (?:ini|lengkap(?:nya)?|selengkapnya))? (?:di|on|via) (?:{NETWORK}|x|spotify|apple podcasts?)\W*",
        "Lihat unggahan ini di Instagram",
        "Lihat unggahan warga di Instagram.",
    ),
    Row(
        r"(?:tweet|cuitan|postingan|unggahan|kiriman|post|video|konten|halaman|foto)(?: ini)? (?:telah|sudah|tidak) "
        r"(?:dihapus|tersedia(?: lagi)?|dapat ditampilkan|ditemukan)(?: oleh (?:pemilik\w*|pengguna\w*))?\W*"
        r"|gagal memuat\b[^.]{0,30}\.? ?(?:coba lagi|muat ulang)\W*",
        "Postingan ini tidak tersedia lagi.",
        "Postingan itu telah dihapus oleh Ratna.",
    ),
    Row(
        r"(?:silakan |atau )?(?:klik|tekan) (?:di ?sini|(?:tautan|link) (?:ini|berikut))\W*",
        "klik di sini",
        "Klik kanan.",
    ),
    Row(
        r"(?:cetak|unduh) (?:artikel|berita|halaman)(?: ini)?\W*|(?:beri )?nilai (?:artikel|berita) ini\W*"
        r"|beri(?:kan)? (?:bintang|penilaian)(?: (?:anda|kamu))?\W*",
        "Cetak artikel",
        "Unduh video itu di rumah.",
    ),
    Row(
        r"(?:anda|kamu) (?:telah )?menyukai artikel ini\W*|artikel (?:telah |berhasil )?disimpan\W*"
        r"|(?:lihat|baca) (?:sumber )?(?:artikel|berita) asli(?:nya)?\W*",
        "Lihat Sumber Artikel Asli",
        "Artikel disimpan Ratna.",
    ),
    Row(
        r"comments? (?:are|is) (?:closed|off|disabled)\W*|print this (?:page|article)\W*"
        r"|sign up(?: now)?(?: for free)?\W*|(?:click|tap) (?:here )?(?:to|for) (?:read )?more\W*"
        r"|(?:download|get) (?:our|the) app(?: now)?\W*|(?:follow|find|like|join) us(?: on| at)?"
        rf"(?:[ ,&]+(?:and )?(?:{NETWORK}|x)){{1,6}}"
        r"\W*",
        "Follow us on Facebook and Instagram",
        "Follow us on the road.",
    ),
    Row(
        r"(?:log ?in|masuk|daftar)(?: (?:dulu|terlebih dahulu|akun))? untuk"
        r" (?:memberi(?:kan)?|menulis|mengirim|membaca) (?:komentar|artikel|berita)(?: ini)?\W*"
        r"|(?:log ?in|masuk|daftar) untuk (?:berkomentar|melanjutkan membaca)\W*",
        "Login untuk memberi komentar",
        "Masuk untuk memberi salam.",
    ),
    Row(
        r"(?:suka|menyukai) (?:artikel|berita|cerita) ini\?(?: [^.?]{0,40}\b(?:bagikan|sebarkan|share"
        r"|ikuti)\b.{0,60})?",
        "Suka artikel ini? Bagikan kepada teman Anda.",
        "Suka artikel ini? Ratna suka.",
    ),
    Row(
        rf"(?:bagaimana|gimana|apa) (?:menurut|pendapat|komentar|tanggapan) ?(?:{READER}|-?mu)\b[^.?]{{0,40}}\?"
        r" [^.?]{0,30}\b(?:tulis|tuliskan|bagikan|sampaikan|share|komen)\b[^.?]{0,40}\bkomentar\b[^.?]{0,20}\W*",
        "Bagaimana menurut Anda? Tulis di kolom komentar.",
        "Bagaimana menurut Anda? Ratna diam.",
    ),
    Row(
        r"(?:(?:punya|pernah|ada)\b[^.?“”\"]{3,60}\? )?(?:yuk,? |ayo,? |silakan )?(?:tulis(?:kan)?|bagikan"
        r"|sampaikan|share|ceritakan)\b[^.?,“”\"]{0,40} (?:di kolom komentar|komentar[^.?,“”\"]{0,8} di bawah)"
        r"(?:,? (?:di bawah|ini|ya|berikut)){0,3}\W*",
        "Punya cerita serupa? Tulis di kolom komentar, ya!",
        "Tulis di kolom komentar, pinta Ratna.",
    ),
    Row(
        rf"dengan (?:mendaftar|melanjutkan|mengeklik|mengklik|berlangganan)\b[^.,]{{0,40}}, {READER}"
        r" (?:telah |dianggap )?(?:menyetujui|setuju)\b[^.]{0,60}\b(?:kami|privasi|syarat|ketentuan)\b[^.]{0,40}\W*",
        "Dengan mendaftar, Anda menyetujui kebijakan privasi kami.",
        "Dengan mendaftar, warga setuju menanam kopi.",
    ),
    Row(
        r"(?:download|unduh|instal\w*) sekarang(?: juga)? aplikasi\b[^.,!?]{2,60}"
        r"\b(?:app store|play store|google play)\b[^.,!?]{0,40}\W*"
        r"|(?:download|unduh|instal\w*) (?:apps?|aplikasi) [^.,!?]{2,40} sekarang(?: juga)?\s*:? https?://\S+",
        "Download Apps Sora Sekarang https://apps.sora.com/",
        "Unduh aplikasi dinas di Play Store.",
    ),
    Row(
        r"(?:(?:ber)?langganan|paket|promo)\b[^.“”\"]{0,40}\b(?:mulai(?: dari)?|hanya|diskon) (?:rp\.? ?)?\d[\d.,%]*"
        r"(?: ?(?:ribu|rb))?[^.“”\"]{0,20}\b(?:bulan|tahun|pekan|minggu|langganan)\b[^.]{0,30}\W*|(?:coba|nikmati)"
        r" gratis(?: (?:selama|hingga))? \d{1,2} (?:hari|bulan|minggu)\W*|akses (?:tanpa batas|penuh) ke"
        r" (?:semua|seluruh) (?:artikel|berita|konten)\b[^.]{0,40}\W*",
        "Langganan mulai Rp10.000 per bulan",
        "Langganan susu mulai Rp10.000, kata Ratna.",
    ),
    Row(
        rf"baca (?:{ITEM} )?(?:(?:dengan )?lebih \w+|tanpa \w+|lengkap|selengkapnya|gratis|kapan saja)\b[^.]{{0,50}}"
        r" (?:di|lewat|melalui) aplikasi\b[^.,]{0,40}\W*",
        "Baca lebih nyaman di aplikasi kami.",
        "Baca lebih dulu aturan di aplikasi itu, kata Ratna.",
    ),
    Row(
        r"(?:jangan (?:lewatkan|sampai ketinggalan) [^.“”\"]{3,80}(?:,| -|\.) ?)?(?:aktifkan|nyalakan|hidupkan|izinkan)"
        r" (?:push )?notifikasi(?: (?:kami|dari [^.]{2,30}|berita|sekarang))*\W*",
        "Jangan lewatkan berita penting, aktifkan notifikasi.",
        "Aktifkan notifikasi gempa di ponsel.",
    ),
    Row(
        r"(?:yuk,? |ayo,? |jangan lupa |silakan )?(?:subscribe|klik|nyalakan|tekan)(?: (?:kanal|channel|akun|ikon"
        r"|tombol|tanda))?(?: (?:kami|lonceng|subscribe|youtube))+ (?:supaya|agar|untuk|dan)\b[^.“”\"]{3,100}\W*",
        "Klik ikon lonceng untuk mendapat pemberitahuan.",
        "Klik ikon itu untuk membuka peta.",
    ),
    Row(
        r"(?:baca|simak|ikuti|lihat|temukan)(?: juga)?(?: kumpulan)? (?:artikel|berita|konten|info\w*)(?: [\w-]+){0,4}"
        r" (?:lainnya|pilihan|menarik|terbaru|terkini)(?: [\w-]+){0,3}?(?: hanya)? (?:di|dari) ?"
        r"(?:(?:kanal|rubrik|laman|situs|kategori)(?: (?!\S+\.(?:go|ac|sch|mil)\.id)[\w.-]+){1,3}|sini)\W*",
        "Baca artikel menarik lainnya di kanal Ekonomi.",
        "Baca artikel itu di kanal desa.",
    ),
    Row(
        r"(?:baca|lihat|read)(?: (?:artikel|berita|this|the))?(?: (?:ini|article|story))?(?: (?:dalam|in))? (?:versi )?"
        r"(?:bahasa (?:inggris|indonesia)|english|indonesian)(?: (?:di ?sini|here|version))?\W*",
        "Read this article in English",
        "Read English novels.",
    ),
)
# Of these a heading says the same
SLOTS = (
    Row(
        r"(?:daftar isi|isi (?:artikel|halaman)|table of contents|contents)"
        r"(?: \W?(?:tampilkan|sembunyikan|buka|tutup|show|hide|toggle)\W?)?\s*:?",
        "Daftar Isi [sembunyikan]",
        "Daftar isi buku itu panjang.",
    ),
    Row(
        r"(?:artikel|berita|konten|advertorial|tulisan)(?: ini)? (?:(?:adalah|merupakan) )?(?:hasil )?"
        r"(?:disponsori|dipersembahkan|kerja ?sama|kolaborasi|didukung)(?: antara)? (?:oleh|dengan) [^.]{2,80}\W*"
        r"|\W{0,2}(?:foto|gambar|ilustrasi)(?: (?:ini|di atas))? (?:hanya|sekadar|cuma)(?: sebagai)? (?:ilustrasi"
        r"|pemanis)\W*",
        "Berita ini disponsori oleh Bank Sora.",
        "Gambar ini hanya untuk warga.",
    ),
    Row(
        r"(?:filed under|posted in|tagged(?: (?:with|in|as))?)\s*:?\s*[^.]{2,80}|total \d[\d.,]*"
        r" ?(?:shares?|dibagikan)",
        "Filed under: Kopi",
        "Filed under protest. He left.",
    ),
    Row(
        r"(?:slot|div|gpt|ad|ads|iklan|banner)(?:[-_](?:gpt|ad|ads|iklan|slot|banner|div|\d{1,9}|[a-z]{1,12})){1,5}"
        r"(?:[-_]?\d{2,4}x\d{2,4})(?:[-_]\d{1,3})?",
        "slot-iklan-300x250",
        "iklan 300x250 dipasang",
    ),
    Row(
        r"konten (?:ber)?(?:promosi|bayar|iklan)|iklan oleh \w+|(?:laporkan|tutup|sembunyikan|hapus) iklan(?: ini)?"
        r"|mengapa (?:saya melihat )?iklan ini\?|(?:report|close|hide) this ad|why this ad\?",
        "Laporkan iklan ini",
        "Laporkan iklan ini ke polisi.",
    ),
)
