      * samspil: GEN-DATA, GEN-AKTUEL, GEN-KLARTEKST
      * Bytes as the wire has them; text left-justified and blank
      * padded, digits right-justified and zero padded.
       01 GEN-DATA.
           05 VEJKOD                          PIC 9(4).
           05 HUSNR                           PIC X(4).
           05 ETAGE                           PIC X(2).
           05 SIDEDOER                        PIC X(4).
           05 BNR                             PIC X(4).
           05 CONVN                           PIC X(34).
           05 FILLER                          PIC X(348).
       01 GEN-AKTUEL.
           05 FORSVINDDTO                     PIC 9(12).
           05 FILLER                          PIC X(488).
       01 GEN-KLARTEKST.
           05 KOMNVN                          PIC X(20).
           05 VEJADRNVN                       PIC X(20).
           05 VEJNVN                          PIC X(40).
           05 STANDARDADR                     PIC X(34).
           05 BYNVN                           PIC X(34).
           05 POSTNR                          PIC 9(4).
           05 POSTDISTTXT                     PIC X(20).
           05 LOKALITET                       PIC X(34).
           05 FILLER                          PIC X(394).
