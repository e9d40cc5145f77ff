## Kakovost prevoda

notice-machine-outdated = Strojni prevod, zastarel
notice-report = Prijavi težavo
original-label = Izvirnik:

## Odgovor

answer-copy = Kopiraj odgovor
answer-language = Jezik kopiranega odgovora
