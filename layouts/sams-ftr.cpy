      * samspil: FTR-DATA, FTR-AKTUEL, FTR-KLARTEKST
      * Bytes as the wire has them; text left-justified and blank
      * padded, digits right-justified and zero padded.
       01 FTR-DATA.
           05 FTR-HAENDELSE                   PIC X(3).
           05 FTR-TIDSPUNKT                   PIC 9(12).
           05 FILLER                          PIC X(385).
       01 FTR-AKTUEL.
           05 ANTAL-HAENDELSER                PIC 9(2).
           05 HAENDELSER                      OCCURS 10 TIMES.
               10 TIMESTAMPU                  PIC 9(12).
               10 HAENDELSE                   PIC X(3).
               10 AFLEDTMRK                   PIC X(2).
           05 FILLER                          PIC X(328).
       01 FTR-KLARTEKST.
           05 HAENDELSE-TEKST                 PIC X(40).
           05 FILLER                          PIC X(560).
