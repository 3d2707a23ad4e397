      * A report of income with periods and kinds of income.
       01 INDBERETNING.
           05 HOVED.
               10 SE-NR                     PIC 9(8).
               10 INDBERETNINGSART          PIC X.
                   88 NY                    VALUE "O".
                   88 TILBAGEFOERSEL        VALUE "T".
               10 REFERENCE-NR              PIC X(16).
               10 DANNET.
                   15 DATO                  PIC 9(8).
                   15 KLOKKEN               PIC 9(6).
           05 MODTAGER.
               10 PNR                       PIC 9(10) COMP-3.
               10 NAVN                      PIC X(34) JUST RIGHT.
               10 GROENLAND                 PIC X VALUE "N".
           05 INDKOMSTTYPE                  PIC 99.
               88 LOEN                      VALUE 0.
               88 ALM-PENSION               VALUE 3.
               88 ANDEN                     VALUES 4 THRU 9.
           05 FELT-TABEL.
               10 FELT
                    OCCURS 25 TIMES INDEXED BY FX.
                   15 FELTNR                PIC 9(4) COMP.
                   15 BELOEB                PIC S9(9)V99 COMP-3.
                   15 FORTEGN-MRK           PIC X.
           05 KODE-TABEL                    REDEFINES FELT-TABEL.
               10 KODE                      OCCURS 37.
                   15 KODENR                PIC 9(4).
                   15 KODEVERDI             PIC X(2).
