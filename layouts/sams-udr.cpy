      * samspil: UDR-DATA, UDR-AKTUEL, UDR-KLARTEKST
      * Bytes as the wire has them; text left-justified and blank
      * padded, digits right-justified and zero padded.
       01 UDR-DATA.
           05 UDR-LANDEKOD                    PIC 9(4).
           05 UDLANDADR                       PIC X(34) OCCURS 5 TIMES.
           05 VARIGHED-MDR                    PIC 9(3).
           05 ANTAL-MEDFLYTTERE               PIC 9(2).
           05 MEDFLYTTER                      PIC 9(10) OCCURS 8 TIMES.
           05 FILLER                          PIC X(141).
       01 UDR-AKTUEL.
           05 TILFLYDTO                       PIC 9(12).
           05 TILFLYKOMDTO                    PIC 9(12).
           05 FRAFLYKOMKOD                    PIC 9(4).
           05 ANTAL-HUSSTAND                  PIC 9(2).
           05 HUSSTAND                        OCCURS 8 TIMES.
               10 PNR                         PIC 9(10).
               10 RELATION                    PIC X(2).
               10 ADRNVN                      PIC X(34).
           05 FILLER                          PIC X(102).
       01 UDR-KLARTEKST.
           05 LANDENVN                        PIC X(20).
           05 MEDFLYTTER-ADRNVN               PIC X(34) OCCURS 8 TIMES.
           05 FILLER                          PIC X(308).
