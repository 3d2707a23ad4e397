      * Claims of a health insurer.
       01 REGNING.
           02 YDERNR                        PIC 9(6).
           02 REGNINGSNR                    PIC 9(8) COMP-3.
           02 PATIENT.
               03 PATIENT-PNR               PIC 9(10).
               03 SIKRINGSGRUPPE            PIC 9.
                   88 GRUPPE-1              VALUE 1.
                   88 GRUPPE-2              VALUE 2.
               03 KOMKOD                    PIC 9(3).
           02 HENVIST-AF                    PIC 9(6) BLANK WHEN ZERO.
           02 ANTAL-YDELSER                 PIC 99.
           02 YDELSE
                    OCCURS 1 TO 20 TIMES DEPENDING ON ANTAL-YDELSER.
               03 YDELSESNR                 PIC 9(4).
               03 YDELSESDATO               PIC 9(6).
               03 YDELSESTID                PIC 9(4).
               03 ANTAL
                    PIC S99 SIGN LEADING SEPARATE.
               03 HONORAR                   PIC S9(5)V99.
               03 TAENDER                   PIC X(2) OCCURS 8 TIMES.
           02 SUM-HONORAR                   PIC S9(7)V99.
