## Mutu terjemahan

notice-machine-outdated = Terjemahan mesin, belum diperbarui
notice-report = Laporkan
original-label = Teks asli:

## Jawaban

answer-copy = Salin jawaban
answer-language = Bahasa jawaban yang disalin
