      * samspil: UAD-DATA, UAD-AKTUEL, UAD-KLARTEKST
      * Bytes as the wire has them; text left-justified and blank
      * padded, digits right-justified and zero padded.
       01 UAD-DATA.
           05 UDR-LANDEKOD                    PIC 9(4).
           05 UDLANDADR                       PIC X(34) OCCURS 5 TIMES.
           05 FILLER                          PIC X(226).
       01 UAD-AKTUEL.
           05 UDR-LANDEKOD                    PIC 9(4).
           05 UDRDTO                          PIC 9(12).
           05 UDLANDADR                       PIC X(34) OCCURS 5 TIMES.
           05 FILLER                          PIC X(314).
       01 UAD-KLARTEKST.
           05 LANDENVN                        PIC X(20).
           05 FILLER                          PIC X(580).
