      * samspil: MEDDELELSE
      * Bytes as the wire has them; text left-justified and blank
      * padded, digits right-justified and zero padded.
       01 MEDDELELSE.
           05 MEDDNR                          PIC 9(4).
           05 KLASSE                          PIC X(1).
           05 FELT                            PIC X(20).
           05 FOREKOMST                       PIC 9(2).
           05 REGELNR                         PIC X(8).
           05 TEKST                           PIC X(85).
