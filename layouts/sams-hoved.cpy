      * samspil: HOVED
      * Bytes as the wire has them; text left-justified and blank
      * padded, digits right-justified and zero padded.
       01 HOVED.
           05 CPRTRANS                        PIC X(4).
           05 KOMMA                           PIC X(1).
           05 FUNKTION                        PIC X(4).
           05 LAENGDE                         PIC 9(6).
           05 VERSION                         PIC 9(2).
           05 KUNDENR                         PIC 9(4).
           05 BRUGER-ID                       PIC X(8).
           05 TOKEN                           PIC X(24).
           05 KUNDEREFERENCE                  PIC X(20).
           05 DIALOGNR                        PIC 9(12).
           05 FEJLNR                          PIC 9(2).
           05 KVIT                            PIC X(1).
           05 ANTAL-MEDD                      PIC 9(2).
           05 FILLER                          PIC X(10).
