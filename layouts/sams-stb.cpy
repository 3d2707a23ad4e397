      * samspil: STB-DATA, STB-AKTUEL, STB-KLARTEKST
      * Bytes as the wire has them; text left-justified and blank
      * padded, digits right-justified and zero padded.
       01 STB-DATA.
           05 LANDEKOD                        PIC 9(4).
           05 FILLER                          PIC X(396).
       01 STB-AKTUEL.
           05 LANDEKOD                        PIC 9(4).
           05 HAENSTART                       PIC 9(12).
           05 FILLER                          PIC X(484).
       01 STB-KLARTEKST.
           05 LANDENVN                        PIC X(20).
           05 FILLER                          PIC X(580).
