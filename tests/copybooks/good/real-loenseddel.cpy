      * A pay slip with as many lines as it has.
       01 LOENSEDDEL.
           05 CVRNR                         PIC 9(8).
           05 PENR                          PIC 9(10).
           05 MEDARBEJDERNR                 PIC 9(9) COMP-3.
           05 NAVN                          PIC X(40).
           05 ADRESSE.
               10 GADE                      PIC X(35).
               10 POSTNR                    PIC 9(4).
               10 BYNAVN                    PIC X(20).
           05 LOENPERIODE.
               10 PERIODE-FRA               PIC 9(8).
               10 PERIODE-TIL               PIC 9(8).
               10 DISPOSITION               PIC 9(8).
           05 SKAT.
               10 TRAEKPROCENT              PIC 9(2)V9 COMP-3.
               10 MAANEDSFRADRAG            PIC S9(7)V99 COMP-3.
               10 KORTTYPE                  PIC X.
                   88 HOVEDKORT             VALUE "H".
                   88 BIKORT                VALUE "B".
                   88 FRIKORT               VALUE "F".
           05 TIMER
                    PIC S9(5)V9(2) SIGN TRAILING SEPARATE.
           05 FERIEDAGE
                    PIC S99V99 COMP-3 OCCURS 5 TIMES.
           05 ANTAL-LINJER                  PIC S9(4) COMP.
           05 LINJE
                    OCCURS 0 TO 60 TIMES DEPENDING ON ANTAL-LINJER
                    INDEXED BY LX.
               10 LOENART                   PIC 9(4).
                   88 A-INDKOMST            VALUES 1000 THRU 1999.
                   88 PENSION               VALUES 3000 THRU 3099, 3500.
               10 LINJETEKST                PIC X(30).
               10 ENHEDER                   PIC S9(5)V9(4) COMP-3.
               10 SATS                      PIC S9(7)V9(4) COMP-3.
               10 LINJEBELOEB               PIC S9(9)V99 COMP-3.
