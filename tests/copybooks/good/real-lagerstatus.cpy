      * Stock by place and batch.
       01 LAGERSTATUS.
           05 VARENR                        PIC 9(8) COMP.
           05 VAREGRUPPE                    PIC X(4).
           05 ANTAL-STEDER                  PIC 9(2) COMP-3.
           05 ANTAL-PARTIER                 PIC 9(3) COMP-3.
           05 STED
                    OCCURS 1 TO 12 TIMES DEPENDING ON ANTAL-STEDER.
               10 STED-ID                   PIC X(6).
               10 BEHOLDNING                PIC S9(9) COMP.
               10 RESERVERET                PIC S9(9) COMP.
           05 PARTI
                    OCCURS 0 TO 100 TIMES DEPENDING ON ANTAL-PARTIER.
               10 PARTI-ID                  PIC X(10).
               10 UDLOEB                    PIC 9(8).
               10 KOSTPRIS                  PIC S9(7)V9(4) COMP-3.
           05 KONTROLTAL                    PIC 9(9).
