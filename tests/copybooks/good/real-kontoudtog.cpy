      * A bank statement: head, entries, end.
       01 KONTOUDTOG-START.
           05 POSTTYPE                      PIC X(2) VALUE "10".
               88 ER-START                  VALUE "10".
           05 REGNR                         PIC 9(4).
           05 KONTONR                       PIC 9(10).
           05 VALUTA                        PIC X(3).
           05 PERIODE.
               10 FRA-DATO                  PIC 9(8).
               10 TIL-DATO                  PIC 9(8).
           05 PRIMO-SALDO                   PIC S9(13)V99 COMP-3.
           05 ANTAL-POSTER                  PIC S9(9) COMP.
           05 IBAN                          PIC X(34).
           05 FILLER                        PIC X(20).
       01 KONTOUDTOG-POST.
           05 POSTTYPE                      PIC X(2) VALUE "20".
               88 ER-POST                   VALUE "20".
           05 LOEBENR                       PIC 9(9) COMP.
           05 BOGFOERT                      PIC 9(8).
           05 VALOERDATO                    PIC 9(8).
           05 BELOEB                        PIC S9(11)V99 COMP-3.
           05 SALDO-EFTER                   PIC S9(13)V99 COMP-3.
           05 TEKSTLINJE                    PIC X(35) OCCURS 4 TIMES.
           05 MODPART.
               10 MODPART-REGNR             PIC 9(4).
               10 MODPART-KONTO             PIC 9(10).
           05 MODPART-IBAN                  REDEFINES MODPART PIC X(14).
           05 ARKIVREF                      PIC X(22).
       01 KONTOUDTOG-SLUT.
           05 POSTTYPE                      PIC X(2) VALUE "90".
               88 ER-SLUT                   VALUE "90".
           05 ULTIMO-SALDO                  PIC S9(13)V99 COMP-3.
           05 SUM-DEBET                     PIC S9(15)V99 COMP-3.
           05 SUM-KREDIT                    PIC S9(15)V99 COMP-3.
