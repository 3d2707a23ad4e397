      * samspil: CIV-DATA, CIV-AKTUEL, CIV-KLARTEKST
      * Bytes as the wire has them; text left-justified and blank
      * padded, digits right-justified and zero padded.
       01 CIV-DATA.
           05 CIVST                           PIC X(1).
           05 AEGTEPNR                        PIC 9(10).
           05 FILLER                          PIC X(389).
       01 CIV-AKTUEL.
           05 CIVST                           PIC X(1).
           05 AEGTEPNR                        PIC 9(10).
           05 AEGTENVN                        PIC X(34).
           05 HAENSTART                       PIC 9(12).
           05 FILLER                          PIC X(443).
       01 CIV-KLARTEKST.
           05 CIVST-TEKST                     PIC X(40).
           05 AEGTE-ADRNVN                    PIC X(34).
           05 FILLER                          PIC X(526).
