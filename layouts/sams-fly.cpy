      * samspil: FLY-DATA, FLY-AKTUEL, FLY-KLARTEKST
      * Bytes as the wire has them; text left-justified and blank
      * padded, digits right-justified and zero padded.
       01 FLY-DATA.
           05 VEJKOD                          PIC 9(4).
           05 HUSNR                           PIC X(4).
           05 ETAGE                           PIC X(2).
           05 SIDEDOER                        PIC X(4).
           05 BNR                             PIC X(4).
           05 CONVN                           PIC X(34).
           05 ANTAL-MEDFLYTTERE               PIC 9(2).
           05 MEDFLYTTER                      PIC 9(10) OCCURS 8 TIMES.
           05 FILLER                          PIC X(266).
       01 FLY-AKTUEL.
           05 TILFLYDTO                       PIC 9(12).
           05 TILFLYKOMDTO                    PIC 9(12).
           05 FRAFLYKOMKOD                    PIC 9(4).
           05 ANTAL-HUSSTAND                  PIC 9(2).
           05 HUSSTAND                        OCCURS 8 TIMES.
               10 PNR                         PIC 9(10).
               10 RELATION                    PIC X(2).
               10 ADRNVN                      PIC X(34).
           05 FILLER                          PIC X(102).
       01 FLY-KLARTEKST.
           05 KOMNVN                          PIC X(20).
           05 VEJADRNVN                       PIC X(20).
           05 VEJNVN                          PIC X(40).
           05 STANDARDADR                     PIC X(34).
           05 BYNVN                           PIC X(34).
           05 POSTNR                          PIC 9(4).
           05 POSTDISTTXT                     PIC X(20).
           05 LOKALITET                       PIC X(34).
           05 MEDFLYTTER-ADRNVN               PIC X(34) OCCURS 8 TIMES.
           05 FILLER                          PIC X(122).
