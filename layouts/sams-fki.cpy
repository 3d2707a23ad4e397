      * samspil: FKI-DATA, FKI-AKTUEL, FKI-KLARTEKST
      * Bytes as the wire has them; text left-justified and blank
      * padded, digits right-justified and zero padded.
       01 FKI-DATA.
           05 FKIRK                           PIC X(1).
           05 FILLER                          PIC X(399).
       01 FKI-AKTUEL.
           05 FKIRK                           PIC X(1).
           05 START-DT                        PIC X(10).
           05 FILLER                          PIC X(489).
       01 FKI-KLARTEKST.
           05 FKIRK-TEKST                     PIC X(40).
           05 FILLER                          PIC X(560).
