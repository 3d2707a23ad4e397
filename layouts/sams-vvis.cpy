      * samspil: VVIS-ANMODNING, BEGRUNDELSE
      * Bytes as the wire has them; text left-justified and blank
      * padded, digits right-justified and zero padded.
       01 VVIS-ANMODNING.
           05 VENTENR                         PIC 9(12).
           05 FILLER                          PIC X(8).
       01 BEGRUNDELSE.
           05 TEKST                           PIC X(80).
