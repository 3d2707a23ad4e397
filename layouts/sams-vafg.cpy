      * samspil: VAFG-ANMODNING
      * Bytes as the wire has them; text left-justified and blank
      * padded, digits right-justified and zero padded.
       01 VAFG-ANMODNING.
           05 VENTENR                         PIC 9(12).
           05 BEGRUNDELSE                     PIC X(80).
           05 FILLER                          PIC X(8).
