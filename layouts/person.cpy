      * samspil: the person records of extracts and OFF4 answers
      * Record length is the sum of the fields; CPR's field names.
       01 PERSON-000.
           05 RECORDTYPE                      PIC 9(3).
           05 SORTFELT-10                     PIC X(10).
           05 OPGAVENR                        PIC 9(6).
           05 PRODDTO                         PIC 9(8).
           05 PRODDTOFORRIG                   PIC 9(8).
       01 PERSON-001.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 PNRGAELD                        PIC X(10).
           05 PERSONSTATUS                    PIC 9(2).
           05 STATUSHAENSTART                 PIC 9(12).
           05 STATUSDTO-UMRK                  PIC X(1).
           05 KOEN                            PIC X(1).
           05 FOED-DT                         PIC X(10).
           05 FOED-DT-UMRK                    PIC X(1).
           05 START-DT-PERSON                 PIC X(10).
           05 START-DT-UMRK-PERSON            PIC X(1).
           05 SLUT-DT-PERSON                  PIC X(10).
           05 SLUT-DT-UMRK-PERSON             PIC X(1).
           05 STILLING                        PIC X(34).
       01 PERSON-002.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 KOMKOD                          PIC 9(4).
           05 VEJKOD                          PIC 9(4).
           05 HUSNR                           PIC X(4).
           05 ETAGE                           PIC X(2).
           05 SIDEDOER                        PIC X(4).
           05 BNR                             PIC X(4).
           05 CONVN                           PIC X(34).
           05 TILFLYDTO                       PIC 9(12).
           05 TILFLYDT-UMRK                   PIC X(1).
           05 TILFLYKOMDTO                    PIC 9(12).
           05 TILFLYKOMDT-UMRK                PIC X(1).
           05 FRAFLYKOMKOD                    PIC 9(4).
           05 FRAFLYKOMDTO                    PIC 9(12).
           05 FRAFLYKOMDT-UMRK                PIC X(1).
           05 START-MYNKOD-ADRTXT             PIC 9(4).
           05 ADR1-SUPLADR                    PIC X(34).
           05 ADR2-SUPLADR                    PIC X(34).
           05 ADR3-SUPLADR                    PIC X(34).
           05 ADR4-SUPLADR                    PIC X(34).
           05 ADR5-SUPLADR                    PIC X(34).
           05 START-DT-ADRTXT                 PIC X(10).
           05 SLET-DT-ADRTXT                  PIC X(10).
       01 PERSON-003.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
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
           05 VEJADRNVN                       PIC X(20).
       01 PERSON-004.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 BESKYTTYPE                      PIC 9(4).
           05 START-DT-BESKYTTELSE            PIC X(10).
           05 SLET-DT-BESKYTTELSE             PIC X(10).
       01 PERSON-005.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 UDR-LANDEKOD                    PIC 9(4).
           05 UDRDTO                          PIC 9(12).
           05 UDRDTO-UMRK                     PIC X(1).
           05 UDLANDADR1                      PIC X(34).
           05 UDLANDADR2                      PIC X(34).
           05 UDLANDADR3                      PIC X(34).
           05 UDLANDADR4                      PIC X(34).
           05 UDLANDADR5                      PIC X(34).
       01 PERSON-006.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 ADR1-KONTAKTADR                 PIC X(34).
           05 ADR2-KONTAKTADR                 PIC X(34).
           05 ADR3-KONTAKTADR                 PIC X(34).
           05 ADR4-KONTAKTADR                 PIC X(34).
           05 ADR5-KONTAKTADR                 PIC X(34).
           05 START-DT-ADRTXT                 PIC X(10).
           05 SLET-DT-ADRTXT                  PIC X(10).
       01 PERSON-007.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 FORSVINDDTO                     PIC 9(12).
           05 FORSVINDDTO-UMRK                PIC X(1).
       01 PERSON-008.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 FORNVN                          PIC X(50).
           05 FORNVN-MRK                      PIC X(1).
           05 MELNVN                          PIC X(40).
           05 MELNVN-MRK                      PIC X(1).
           05 EFTERNVN                        PIC X(40).
           05 EFTERNVN-MRK                    PIC X(1).
           05 NVNHAENSTART                    PIC 9(12).
           05 HAENSTART-UMRK-NAVNE            PIC X(1).
           05 ADRNVN                          PIC X(34).
       01 PERSON-009.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 START-MYNKOD-FOEDESTED          PIC X(4).
           05 MYNTXT-FOEDESTED                PIC X(20).
       01 PERSON-010.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 LANDEKOD                        PIC 9(4).
           05 HAENSTART-STATSBORGERSKAB       PIC 9(12).
           05 HAENSTART-UMRK-STATSBORGERSKAB  PIC X(1).
       01 PERSON-011.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 FKIRK                           PIC X(1).
           05 START-DT-FOLKEKIRKE             PIC X(10).
           05 START-DT-UMRK-FOLKEKIRKE        PIC X(1).
       01 PERSON-012.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 CIVST                           PIC X(1).
           05 AEGTEPNR                        PIC X(10).
           05 AEGTEFOED-DT                    PIC X(10).
           05 AEGTEFOEDDT-UMRK                PIC X(1).
           05 AEGTENVN                        PIC X(34).
           05 AEGTENVN-MRK                    PIC X(1).
           05 HAENSTART-CIVILSTAND            PIC 9(12).
           05 HAENSTART-UMRK-CIVILSTAND       PIC X(1).
           05 SEP-HENVIS-CIVILSTAND           PIC X(12).
       01 PERSON-013.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 SEP-HENVIS-SEPARATION           PIC X(12).
           05 START-DT-SEPARATION             PIC X(10).
           05 START-DT-UMRK-SEPARATION        PIC X(1).
       01 PERSON-014.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 PNR-BARN                        PIC X(10).
       01 PERSON-015.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 MOR-DT                          PIC X(10).
           05 MOR-DT-UMRK                     PIC X(1).
           05 PNRMOR                          PIC X(10).
           05 MOR-FOED-DT                     PIC X(10).
           05 MOR-FOED-DT-UMRK                PIC X(1).
           05 MORNVN                          PIC X(34).
           05 MORNVN-MRK                      PIC X(1).
           05 FAR-DT                          PIC X(10).
           05 FAR-DT-UMRK                     PIC X(1).
           05 PNRFAR                          PIC X(10).
           05 FAR-FOED-DT                     PIC X(10).
           05 FAR-FOED-DT-UMRK                PIC X(1).
           05 FARNVN                          PIC X(34).
           05 FARNVN-MRK                      PIC X(1).
       01 PERSON-016.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 RELTYP-FORAELDREMYN             PIC 9(4).
           05 START-DT-FORAELDREMYN           PIC X(10).
           05 START-DT-UMRK-FORAELDREMYN      PIC X(1).
           05 SLET-DT-FORAELDREMYN            PIC X(10).
           05 RELPNR                          PIC X(10).
           05 START-DT-RELPNR-PNR             PIC X(10).
       01 PERSON-017.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 START-DT-UMYNDIG                PIC X(10).
           05 START-DT-UMRK-UMYNDIG           PIC X(1).
           05 SLET-DT-UMYNDIG                 PIC X(10).
           05 UMYN-RELTYP                     PIC 9(4).
           05 RELPNR                          PIC X(10).
           05 START-DT-RELPNR-PNR             PIC X(10).
           05 RELADRSAT-RELPNR-TXT            PIC X(34).
           05 START-DT-RELPNR-TXT             PIC X(10).
           05 RELTXT1                         PIC X(34).
           05 RELTXT2                         PIC X(34).
           05 RELTXT3                         PIC X(34).
           05 RELTXT4                         PIC X(34).
           05 RELTXT5                         PIC X(34).
       01 PERSON-018.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 KOMFORHTYP                      PIC 9(1).
           05 KOMFORHKOD                      PIC X(5).
           05 START-DT-KOMMUNALE-FORHOLD      PIC X(10).
           05 START-DT-UMRK-KOMMUNALE-FORHOL  PIC X(1).
           05 BEMAERK-KOMMUNALE-FORHOLD       PIC X(30).
       01 PERSON-019.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 NOTATNR                         PIC 9(2).
           05 NOTATLINIE                      PIC X(40).
           05 START-DT-NOTAT                  PIC X(10).
           05 SLET-DT-NOTAT                   PIC X(10).
       01 PERSON-020.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC 9(10).
           05 VALGKODE                        PIC 9(4).
           05 VALGRET-DT                      PIC X(10).
           05 START-DT-VALGOPLYSNINGER        PIC X(10).
           05 SLET-DT-VALGOPLYSNINGER         PIC X(10).
       01 PERSON-021.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 UKENDT                          PIC X(50).
       01 PERSON-022.
           05 RECORDTYPE                      PIC 9(3).
           05 PNRGAELD                        PIC X(10).
           05 PNR                             PIC X(10).
           05 START-DT-PERSON                 PIC X(10).
           05 START-DT-UMRK-PERSON            PIC X(1).
           05 SLUT-DT-PERSON                  PIC X(10).
           05 SLUT-DT-UMRK-PERSON             PIC X(1).
       01 PERSON-023.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 ANNKOR                          PIC X(1).
           05 KOMKOD                          PIC 9(4).
           05 VEJKOD                          PIC 9(4).
           05 HUSNR                           PIC X(4).
           05 ETAGE                           PIC X(2).
           05 SIDEDOER                        PIC X(4).
           05 BNR                             PIC X(4).
           05 CONVN                           PIC X(34).
           05 TILFLYDTO                       PIC 9(12).
           05 TILFLYDT-UMRK                   PIC X(1).
           05 FRAFLYDTO                       PIC 9(12).
           05 FRAFLYDTO-UMRK                  PIC X(1).
       01 PERSON-024.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 ANNKOR                          PIC X(1).
           05 UDR-LANDEKOD                    PIC 9(4).
           05 UDRDTO                          PIC 9(12).
           05 UDRDTO-UMRK                     PIC X(1).
           05 INDR-LANDEKOD                   PIC 9(4).
           05 INDRDTO                         PIC 9(12).
           05 INDRDTO-UMRK                    PIC X(1).
           05 UDLANDADR1                      PIC X(34).
           05 UDLANDADR2                      PIC X(34).
           05 UDLANDADR3                      PIC X(34).
           05 UDLANDADR4                      PIC X(34).
           05 UDLANDADR5                      PIC X(34).
       01 PERSON-025.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 ANNKOR                          PIC X(1).
           05 FORSVINDDTO                     PIC 9(12).
           05 FORSVINDDTO-UMRK                PIC X(1).
           05 GENFINDDTO                      PIC 9(12).
           05 GENFINDDTO-UMRK                 PIC X(1).
       01 PERSON-026.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 ANNKOR                          PIC X(1).
           05 FORNVN                          PIC X(50).
           05 FORNVN-MRK                      PIC X(1).
           05 MELNVN                          PIC X(40).
           05 MELNVN-MRK                      PIC X(1).
           05 EFTERNVN                        PIC X(40).
           05 EFTERNVN-MRK                    PIC X(1).
           05 NVNHAENSTART                    PIC 9(12).
           05 HAENSTART-UMRK-NAVNE            PIC X(1).
           05 NVNHAENSLUT                     PIC 9(12).
           05 HAENSLUT-UMRK-NAVNE             PIC X(1).
       01 PERSON-027.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 ANNKOR                          PIC X(1).
           05 LANDEKOD                        PIC 9(4).
           05 HAENSTART-STATSBORGERSKAB       PIC 9(12).
           05 HAENSTART-UMRK-STATSBORGERSKAB  PIC X(1).
           05 HAENSLUT-STATSBORGERSKAB        PIC 9(12).
           05 HAENSLUT-UMRK-STATSBORGERSKAB   PIC X(1).
       01 PERSON-028.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 FKIRK                           PIC X(1).
           05 START-DT-FOLKEKIRKE             PIC X(10).
           05 START-DT-UMRK-FOLKEKIRKE        PIC X(1).
           05 SLUT-DT-FOLKEKIRKE              PIC X(10).
           05 SLUT-DT-UMRK-FOLKEKIRKE         PIC X(1).
       01 PERSON-029.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 ANNKOR                          PIC X(1).
           05 CIVST                           PIC X(1).
           05 AEGTEPNR                        PIC X(10).
           05 AEGTEFOED-DT                    PIC X(10).
           05 AEGTEFOEDDT-UMRK                PIC X(1).
           05 AEGTENVN                        PIC X(34).
           05 AEGTENVN-MRK                    PIC X(1).
           05 HAENSTART-CIVILSTAND            PIC 9(12).
           05 HAENSTART-UMRK-CIVILSTAND       PIC X(1).
           05 HAENSLUT-CIVILSTAND             PIC 9(12).
           05 HAENSLUT-UMRK-CIVILSTAND        PIC X(1).
           05 SEP-HENVIS-CIVILSTAND           PIC X(12).
       01 PERSON-030.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 ANNKOR                          PIC X(1).
           05 SEP-HENVIS-SEPARATION           PIC X(12).
           05 START-DT-SEPARATION             PIC X(10).
           05 START-DT-UMRK-SEPARATION        PIC X(1).
           05 SLUT-DT-SEPARATION              PIC X(10).
           05 SLUT-DT-UMRK-SEPARATION         PIC X(1).
       01 PERSON-050.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 BESKYTTYPE                      PIC 9(4).
           05 START-DT-BESKYTTELSE            PIC 9(12).
       01 PERSON-052.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 START-DT-UMYNDIG                PIC X(10).
           05 START-DT-UMRK-UMYNDIG           PIC X(1).
           05 SLET-DT-UMYNDIG                 PIC X(10).
           05 UMYN-RELTYP                     PIC 9(4).
           05 RELPNR                          PIC X(10).
           05 START-DT-RELPNR-PNR             PIC X(10).
           05 RELTXT                          PIC X(214).
           05 VAERGEMAALS-TYPE                PIC X(15).
       01 PERSON-099.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 TIMESTAMPU                      PIC 9(12).
           05 HAENDELSE                       PIC X(3).
           05 AFLEDTMRK                       PIC X(2).
           05 NGLKONST                        PIC X(15).
       01 PERSON-910.
           05 RECORDTYPE                      PIC 9(3).
           05 SORTFELT-10                     PIC X(10).
           05 INDDATA                         PIC X(75).
           05 FEJLNR                          PIC 9(4).
           05 FEJLTXT-UDTRAEK                 PIC X(65).
       01 PERSON-997.
           05 RECORDTYPE                      PIC 9(3).
           05 PNR                             PIC X(10).
           05 TIMESTAMPU                      PIC 9(12).
           05 HAENDELSE                       PIC X(3).
           05 NGLKONST                        PIC X(15).
       01 PERSON-999.
           05 RECORDTYPE                      PIC 9(3).
           05 SORTFELT-10                     PIC X(10).
           05 TAELLER                         PIC 9(8).
