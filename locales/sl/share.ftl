page-translate = Prevedi to stran
