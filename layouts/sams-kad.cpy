      * samspil: KAD-DATA, KAD-AKTUEL, KAD-KLARTEKST
      * Bytes as the wire has them; text left-justified and blank
      * padded, digits right-justified and zero padded.
       01 KAD-DATA.
           05 KONTAKTADR                      PIC X(34) OCCURS 5 TIMES.
           05 SLUTDTO                         PIC 9(8).
           05 FILLER                          PIC X(222).
       01 KAD-AKTUEL.
           05 KONTAKTADR                      PIC X(34) OCCURS 5 TIMES.
           05 START-DT                        PIC X(10).
           05 SLET-DT                         PIC X(10).
           05 FILLER                          PIC X(310).
       01 KAD-KLARTEKST.
           05 KONTAKTADR                      PIC X(34) OCCURS 5 TIMES.
           05 FILLER                          PIC X(430).
