      * A day of a meter: a value for each quarter of an hour.
       01 MAALING.
           05 MAALEPUNKT                    PIC 9(18).
           05 DATO                          PIC 9(8).
           05 ENHED-KODE                    PIC X(3).
           05 KVALITET                      PIC X OCCURS 100 TIMES.
           05 ANTAL-VERDIER                 PIC 9(3) COMP.
           05 VERDI
                    PIC S9(6)V9(3) COMP-3 OCCURS 92 TO 100 TIMES
                    DEPENDING ON ANTAL-VERDIER.
