      * samspil: IND-DATA, IND-AKTUEL, IND-KLARTEKST
      * Bytes as the wire has them; text left-justified and blank
      * padded, digits right-justified and zero padded.
       01 IND-DATA.
           05 FRA-LANDEKOD                    PIC 9(4).
           05 VEJKOD                          PIC 9(4).
           05 HUSNR                           PIC X(4).
           05 ETAGE                           PIC X(2).
           05 SIDEDOER                        PIC X(4).
           05 BNR                             PIC X(4).
           05 CONVN                           PIC X(34).
           05 FILLER                          PIC X(344).
       01 IND-AKTUEL.
           05 UDR-LANDEKOD                    PIC 9(4).
           05 UDRDTO                          PIC 9(12).
           05 UDLANDADR                       PIC X(34) OCCURS 5 TIMES.
           05 FILLER                          PIC X(314).
       01 IND-KLARTEKST.
           05 KOMNVN                          PIC X(20).
           05 VEJADRNVN                       PIC X(20).
           05 VEJNVN                          PIC X(40).
           05 STANDARDADR                     PIC X(34).
           05 BYNVN                           PIC X(34).
           05 POSTNR                          PIC 9(4).
           05 POSTDISTTXT                     PIC X(20).
           05 LOKALITET                       PIC X(34).
           05 LANDENVN                        PIC X(20).
           05 FILLER                          PIC X(374).
