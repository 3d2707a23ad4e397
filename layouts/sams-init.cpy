      * samspil: INIT-ANMODNING, STAM
      * Bytes as the wire has them; text left-justified and blank
      * padded, digits right-justified and zero padded.
       01 INIT-ANMODNING.
           05 HAENDELSE                       PIC X(3).
           05 PNR                             PIC 9(10).
           05 HDTO                            PIC 9(8).
           05 KOMKOD                          PIC 9(4).
           05 FILLER                          PIC X(15).
       01 STAM.
           05 PNR                             PIC 9(10).
           05 VENT-MRK                        PIC X(1).
           05 ADRNVN                          PIC X(34).
           05 KOEN                            PIC X(1).
           05 PERSONSTATUS                    PIC 9(2).
           05 STATUS-TEKST                    PIC X(40).
           05 STATUSHAENSTART                 PIC 9(12).
           05 PNRGAELD                        PIC 9(10).
           05 FOEDDATO                        PIC 9(8).
           05 FOEDDATO-UMRK                   PIC X(1).
           05 FORNVN                          PIC X(50).
           05 MELNVN                          PIC X(40).
           05 EFTERNVN                        PIC X(40).
           05 BESKYT                          PIC X(1).
           05 BESKYT-SLUT                     PIC 9(8).
           05 CIVST                           PIC X(1).
           05 KOMKOD                          PIC 9(4).
           05 KOMNVN                          PIC X(20).
           05 VEJKOD                          PIC 9(4).
           05 VEJADRNVN                       PIC X(20).
           05 HUSNR                           PIC X(4).
           05 ETAGE                           PIC X(2).
           05 SIDEDOER                        PIC X(4).
           05 BNR                             PIC X(4).
           05 CONVN                           PIC X(34).
           05 LOKALITET                       PIC X(34).
           05 STANDARDADR                     PIC X(34).
           05 BYNVN                           PIC X(34).
           05 POSTNR                          PIC 9(4).
           05 POSTDISTTXT                     PIC X(20).
           05 TILFLYDTO                       PIC 9(12).
           05 UDR-LANDEKOD                    PIC 9(4).
           05 UDR-LAND                        PIC X(20).
           05 UDLANDADR                       PIC X(34) OCCURS 5 TIMES.
           05 FILLER                          PIC X(13).
