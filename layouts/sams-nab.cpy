      * samspil: NAB-DATA, NAB-AKTUEL, NAB-KLARTEKST
      * Bytes as the wire has them; text left-justified and blank
      * padded, digits right-justified and zero padded.
       01 NAB-DATA.
           05 HANDLING                        PIC X(1).
           05 SLUTDTO                         PIC 9(8).
           05 ANTAL-BOERN                     PIC 9(2).
           05 BARN                            PIC 9(10) OCCURS 8 TIMES.
           05 FILLER                          PIC X(309).
       01 NAB-AKTUEL.
           05 ANTAL-BESKYT                    PIC 9(2).
           05 BESKYT                          OCCURS 5 TIMES.
               10 BESKYTTYPE                  PIC 9(4).
               10 START-DT                    PIC X(10).
               10 SLET-DT                     PIC X(10).
           05 ANTAL-BOERN                     PIC 9(2).
           05 BARN                            OCCURS 8 TIMES.
               10 PNR                         PIC 9(10).
               10 ADRNVN                      PIC X(34).
           05 FILLER                          PIC X(24).
       01 NAB-KLARTEKST.
           05 BESKYT-TEKST                    PIC X(40).
           05 START-DT                        PIC X(10).
           05 SLET-DT                         PIC X(10).
           05 BARN-ADRNVN                     PIC X(34) OCCURS 8 TIMES.
           05 FILLER                          PIC X(268).
