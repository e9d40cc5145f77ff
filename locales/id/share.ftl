page-translate = Terjemahkan halaman ini
