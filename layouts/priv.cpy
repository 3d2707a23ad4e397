      * samspil: the records of PRIV answers (CPR Direkte)
      * Record length is the sum of the fields; CPR's field names.
       01 PRIV-000.
           05 RECORDTYPE                      PIC 9(3).
           05 SORTFELT-10                     PIC X(10).
           05 OPGAVENR                        PIC 9(6).
           05 PRODDTO                         PIC 9(8).
           05 PRODDTOFORRIG                   PIC 9(8).
       01 PRIV-001.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 FOEDDTO                         PIC 9(8).
           05 KOEN                            PIC X(1).
           05 PERSONSTATUS                    PIC 9(2).
           05 STATUSHAENSTART                 PIC 9(12).
           05 PNRGAELD                        PIC X(10).
           05 UMYNHAENSTART                   PIC 9(12).
           05 TILFLYDTO                       PIC 9(12).
           05 NVNADRBESKHAENSTART             PIC 9(12).
           05 STILLING                        PIC X(34).
           05 ADRNVN                          PIC X(34).
           05 CONVN                           PIC X(34).
           05 LOKALITET                       PIC X(34).
           05 STANDARDADR                     PIC X(34).
           05 BYNVN                           PIC X(34).
           05 POSTNR                          PIC 9(4).
           05 POSTDISTTXT                     PIC X(20).
           05 KOMKOD                          PIC 9(4).
           05 VEJKOD                          PIC 9(4).
           05 HUSNR                           PIC X(4).
           05 ETAGE                           PIC X(2).
           05 SIDEDOER                        PIC X(4).
           05 BNR                             PIC X(4).
           05 FORNVN                          PIC X(50).
           05 EFTERNVN                        PIC X(40).
           05 VEJADRNVN                       PIC X(20).
           05 UKENDT                          PIC X(15).
           05 REKLAMEBESKHAENSTART            PIC 9(12).
       01 PRIV-002.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 UDLANDADR1                      PIC X(34).
           05 UDLANDADR2                      PIC X(34).
           05 UDLANDADR3                      PIC X(34).
           05 UDLANDADR4                      PIC X(34).
           05 UDLANDADR5                      PIC X(34).
           05 UDRDTO                          PIC 9(12).
       01 PRIV-003.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 KONTAKTADR1                     PIC X(34).
           05 KONTAKTADR2                     PIC X(34).
           05 KONTAKTADR3                     PIC X(34).
           05 KONTAKTADR4                     PIC X(34).
           05 KONTAKTADR5                     PIC X(34).
           05 KONTAKTADRDTO                   PIC 9(12).
       01 PRIV-004.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 CIVST                           PIC X(1).
           05 HAENSTART-CIVILSTAND            PIC 9(12).
       01 PRIV-011.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 KUNDEREFNR1                     PIC X(15).
           05 KUNDEREFNR2                     PIC X(15).
           05 KUNDEREFNR3                     PIC X(15).
           05 KUNDEREFNR4                     PIC X(15).
           05 KUNDEREFNR5                     PIC X(15).
       01 PRIV-050.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 BESKYTTYPE                      PIC 9(4).
           05 START-DT-BESKYTTELSE            PIC 9(12).
       01 PRIV-999.
           05 RECORDTYPE                      PIC 9(3).
           05 SORTFELT-10                     PIC X(10).
           05 TAELLER                         PIC 9(8).
