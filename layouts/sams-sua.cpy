      * samspil: SUA-DATA, SUA-AKTUEL, SUA-KLARTEKST
      * Bytes as the wire has them; text left-justified and blank
      * padded, digits right-justified and zero padded.
       01 SUA-DATA.
           05 SUPLADR                         PIC X(34) OCCURS 5 TIMES.
           05 SLUTDTO                         PIC 9(8).
           05 FILLER                          PIC X(222).
       01 SUA-AKTUEL.
           05 SUPLADR                         PIC X(34) OCCURS 5 TIMES.
           05 START-DT                        PIC X(10).
           05 SLET-DT                         PIC X(10).
           05 FILLER                          PIC X(310).
       01 SUA-KLARTEKST.
           05 SUPLADR                         PIC X(34) OCCURS 5 TIMES.
           05 FILLER                          PIC X(430).
