      * samspil: LOGN-ANMODNING, LOGN-SVAR
      * Bytes as the wire has them; text left-justified and blank
      * padded, digits right-justified and zero padded.
       01 LOGN-ANMODNING.
           05 KENDEORD                        PIC X(64).
           05 NYT-KENDEORD                    PIC X(64).
       01 LOGN-SVAR.
           05 SIKKERHEDSGRUPPE                PIC X(8).
           05 MYNKOD                          PIC 9(4).
           05 KENDEORD-UDLOEB                 PIC 9(8).
           05 DAGE-TILBAGE                    PIC 9(3).
           05 SIDSTE-LOGON                    PIC 9(14).
           05 FEJLEDE-FORSOEG                 PIC 9(3).
           05 SESSION-UDLOEB                  PIC 9(14).
           05 FORRETNINGSDATO                 PIC 9(8).
           05 FILLER                          PIC X(38).
