      * samspil: NVN-DATA, NVN-AKTUEL, NVN-KLARTEKST
      * Bytes as the wire has them; text left-justified and blank
      * padded, digits right-justified and zero padded.
       01 NVN-DATA.
           05 FORNVN                          PIC X(50).
           05 MELNVN                          PIC X(40).
           05 EFTERNVN                        PIC X(40).
           05 ADRNVN                          PIC X(34).
           05 FILLER                          PIC X(236).
       01 NVN-AKTUEL.
           05 FORNVN                          PIC X(50).
           05 MELNVN                          PIC X(40).
           05 EFTERNVN                        PIC X(40).
           05 ADRNVN                          PIC X(34).
           05 NVNHAENSTART                    PIC 9(12).
           05 FILLER                          PIC X(324).
       01 NVN-KLARTEKST.
           05 ADRNVN                          PIC X(34).
           05 FILLER                          PIC X(566).
