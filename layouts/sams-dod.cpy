      * samspil: DOD-DATA, DOD-AKTUEL, DOD-KLARTEKST
      * Bytes as the wire has them; text left-justified and blank
      * padded, digits right-justified and zero padded.
       01 DOD-DATA.
           05 DOEDSTID                        PIC 9(4).
           05 USIKKER-MRK                     PIC X(1).
           05 FILLER                          PIC X(395).
       01 DOD-AKTUEL.
           05 AEGTEPNR                        PIC 9(10).
           05 AEGTENVN                        PIC X(34).
           05 FILLER                          PIC X(456).
       01 DOD-KLARTEKST.
           05 STATUS-TEKST                    PIC X(40).
           05 AEGTE-CIVST-TEKST               PIC X(40).
           05 FILLER                          PIC X(520).
