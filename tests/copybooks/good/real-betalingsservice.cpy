      * Payment orders in sections of fixed-width text.
       01 BS-START.
           05 SYSTEMKODE                    PIC X(2).
           05 DATARECORDTYPE                PIC 9(3).
           05 DATALEVERANDOER               PIC 9(8).
           05 DELSYSTEM                     PIC X(3).
           05 LEVERANCETYPE                 PIC 9(4).
           05 LEVERANCEID                   PIC X(10).
           05 FILLER                        PIC X(19).
           05 LEVERANCEDATO                 PIC 9(6).
           05 FILLER                        PIC X(73).
       01 BS-SEKTION.
           05 SYSTEMKODE                    PIC X(2).
           05 DATARECORDTYPE                PIC 9(3).
           05 PBS-NR                        PIC 9(8).
           05 SEKTIONSNR                    PIC 9(4).
           05 FILLER                        PIC X(5).
           05 DEBITORGRUPPE                 PIC 9(5).
           05 DATALEVERANDOER-ID            PIC X(15).
           05 REGNR                         PIC 9(4).
           05 KONTONR                       PIC 9(10).
           05 HOVEDTEKST                    PIC X(60).
           05 FILLER                        PIC X(12).
       01 BS-BETALING.
           05 SYSTEMKODE                    PIC X(2).
           05 DATARECORDTYPE                PIC 9(3).
           05 PBS-NR                        PIC 9(8).
           05 TRANSAKTIONSKODE              PIC 9(4).
               88 BELOEB-TREKKES            VALUE 280.
               88 BELOEB-TILBAGE            VALUE 285 THRU 287.
           05 DATARECORDNR                  PIC 9(5).
           05 DEBITORGRUPPE                 PIC 9(5).
           05 KUNDENR                       PIC X(15).
           05 AFTALENR                      PIC 9(9).
           05 BETALINGSDATO.
               10 BETALINGSDAG              PIC 99.
               10 BETALINGSMAANED           PIC 99.
               10 BETALINGSAAR              PIC 9(4).
           05 FORTEGN                       PIC 9.
               88 KREDITERES                VALUE 2.
           05 BELOEB                        PIC 9(11)V99.
           05 REFERENCE-TEKST               PIC X(30).
           05 FILLER                        PIC X(2).
       01 BS-SLUT.
           05 SYSTEMKODE                    PIC X(2).
           05 DATARECORDTYPE                PIC 9(3).
           05 DATALEVERANDOER               PIC 9(8).
           05 ANTAL-SEKTIONER               PIC 9(11).
           05 ANTAL-042                     PIC 9(11).
           05 TOTALBELOEB                   PIC 9(15).
           05 FILLER                        PIC X(78).
