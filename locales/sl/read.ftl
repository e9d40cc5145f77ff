## Kakovost prevoda

notice-machine-outdated = Strojni prevod, zastarel
notice-report = Prijavi
original-label = Izvirnik:

## Odgovor

answer-copy = Kopiraj odgovor
answer-language = Jezik kopiranega odgovora
