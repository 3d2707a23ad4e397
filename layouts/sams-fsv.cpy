      * samspil: FSV-DATA, FSV-AKTUEL, FSV-KLARTEKST
      * Bytes as the wire has them; text left-justified and blank
      * padded, digits right-justified and zero padded.
       01 FSV-DATA.
           05 FILLER                          PIC X(400).
       01 FSV-AKTUEL.
           05 TILFLYDTO                       PIC 9(12).
           05 TILFLYKOMDTO                    PIC 9(12).
           05 FRAFLYKOMKOD                    PIC 9(4).
           05 ANTAL-HUSSTAND                  PIC 9(2).
           05 HUSSTAND                        OCCURS 8 TIMES.
               10 PNR                         PIC 9(10).
               10 RELATION                    PIC X(2).
               10 ADRNVN                      PIC X(34).
           05 FILLER                          PIC X(102).
       01 FSV-KLARTEKST.
           05 STATUS-TEKST                    PIC X(40).
           05 FILLER                          PIC X(560).
