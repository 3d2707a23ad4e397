      * samspil: the road register file
      * Record length is the sum of the fields; CPR's field names.
       01 ROAD-000.
           05 RECORDTYPE                      PIC 9(3).
           05 OPGAVENR                        PIC 9(6).
           05 PRODDTO                         PIC 9(8).
       01 ROAD-001.
           05 RECORDTYPE                      PIC 9(3).
           05 KOMKOD                          PIC 9(4).
           05 VEJKOD                          PIC 9(4).
           05 TIMESTAMPU                      PIC 9(12).
           05 TILKOMKOD                       PIC 9(4).
           05 TILVEJKOD                       PIC 9(4).
           05 FRAKOMKOD                       PIC 9(4).
           05 FRAVEJKOD                       PIC 9(4).
           05 HAENSTART                       PIC 9(12).
           05 VEJADRNVN                       PIC X(20).
           05 VEJNVN                          PIC X(40).
       01 ROAD-002.
           05 RECORDTYPE                      PIC 9(3).
           05 KOMKOD                          PIC 9(4).
           05 VEJKOD                          PIC 9(4).
           05 HUSNR                           PIC X(4).
           05 ETAGE                           PIC X(2).
           05 SIDEDOER                        PIC X(4).
           05 TIMESTAMPU                      PIC 9(12).
           05 HAENSTART-UMRK                  PIC X(1).
           05 HAENSTART                       PIC 9(12).
           05 HAENSLUT                        PIC 9(12).
           05 LOKALITET                       PIC X(34).
       01 ROAD-003.
           05 RECORDTYPE                      PIC 9(3).
           05 KOMKOD                          PIC 9(4).
           05 VEJKOD                          PIC 9(4).
           05 HUSNRFRA                        PIC X(4).
           05 HUSNRTIL                        PIC X(4).
           05 LIGEULIGE                       PIC X(1).
           05 TIMESTAMPU                      PIC 9(12).
           05 BYNVN                           PIC X(34).
       01 ROAD-004.
           05 RECORDTYPE                      PIC 9(3).
           05 KOMKOD                          PIC 9(4).
           05 VEJKOD                          PIC 9(4).
           05 HUSNRFRA                        PIC X(4).
           05 HUSNRTIL                        PIC X(4).
           05 LIGEULIGE                       PIC X(1).
           05 TIMESTAMPU                      PIC 9(12).
           05 POSTNR                          PIC 9(4).
           05 POSTDISTTXT                     PIC X(20).
       01 ROAD-005.
           05 RECORDTYPE                      PIC 9(3).
           05 KOMKOD                          PIC 9(4).
           05 VEJKOD                          PIC 9(4).
           05 NOTATNR                         PIC 9(2).
           05 NOTATLINIE                      PIC X(40).
           05 TIMESTAMPU                      PIC 9(12).
           05 HAENSTART                       PIC 9(12).
       01 ROAD-006.
           05 RECORDTYPE                      PIC 9(3).
           05 KOMKOD                          PIC 9(4).
           05 VEJKOD                          PIC 9(4).
           05 HUSNRFRA                        PIC X(4).
           05 HUSNRTIL                        PIC X(4).
           05 LIGEULIGE                       PIC X(1).
           05 TIMESTAMPU                      PIC 9(12).
           05 BYFORNYKOD                      PIC X(6).
           05 DISTTXT                         PIC X(30).
       01 ROAD-007.
           05 RECORDTYPE                      PIC 9(3).
           05 KOMKOD                          PIC 9(4).
           05 VEJKOD                          PIC 9(4).
           05 HUSNRFRA                        PIC X(4).
           05 HUSNRTIL                        PIC X(4).
           05 LIGEULIGE                       PIC X(1).
           05 TIMESTAMPU                      PIC 9(12).
           05 DISTTYP                         PIC X(2).
           05 DIVDISTKOD                      PIC X(4).
           05 DISTTXT                         PIC X(30).
       01 ROAD-008.
           05 RECORDTYPE                      PIC 9(3).
           05 KOMKOD                          PIC 9(4).
           05 VEJKOD                          PIC 9(4).
           05 HUSNRFRA                        PIC X(4).
           05 HUSNRTIL                        PIC X(4).
           05 LIGEULIGE                       PIC X(1).
           05 TIMESTAMPU                      PIC 9(12).
           05 EVAKUERKOD                      PIC X(1).
           05 DISTTXT                         PIC X(30).
       01 ROAD-009.
           05 RECORDTYPE                      PIC 9(3).
           05 KOMKOD                          PIC 9(4).
           05 VEJKOD                          PIC 9(4).
           05 HUSNRFRA                        PIC X(4).
           05 HUSNRTIL                        PIC X(4).
           05 LIGEULIGE                       PIC X(1).
           05 TIMESTAMPU                      PIC 9(12).
           05 KIRKEKOD                        PIC X(2).
           05 DISTTXT                         PIC X(30).
       01 ROAD-010.
           05 RECORDTYPE                      PIC 9(3).
           05 KOMKOD                          PIC 9(4).
           05 VEJKOD                          PIC 9(4).
           05 HUSNRFRA                        PIC X(4).
           05 HUSNRTIL                        PIC X(4).
           05 LIGEULIGE                       PIC X(1).
           05 TIMESTAMPU                      PIC 9(12).
           05 SKOLEKOD                        PIC X(2).
           05 DISTTXT                         PIC X(30).
       01 ROAD-011.
           05 RECORDTYPE                      PIC 9(3).
           05 KOMKOD                          PIC 9(4).
           05 VEJKOD                          PIC 9(4).
           05 HUSNRFRA                        PIC X(4).
           05 HUSNRTIL                        PIC X(4).
           05 LIGEULIGE                       PIC X(1).
           05 TIMESTAMPU                      PIC 9(12).
           05 BEFOLKKOD                       PIC X(4).
           05 DISTTXT                         PIC X(30).
       01 ROAD-012.
           05 RECORDTYPE                      PIC 9(3).
           05 KOMKOD                          PIC 9(4).
           05 VEJKOD                          PIC 9(4).
           05 HUSNRFRA                        PIC X(4).
           05 HUSNRTIL                        PIC X(4).
           05 LIGEULIGE                       PIC X(1).
           05 TIMESTAMPU                      PIC 9(12).
           05 SOCIALKOD                       PIC X(2).
           05 DISTTXT                         PIC X(30).
       01 ROAD-013.
           05 RECORDTYPE                      PIC 9(3).
           05 KOMKOD                          PIC 9(4).
           05 VEJKOD                          PIC 9(4).
           05 HUSNRFRA                        PIC X(4).
           05 HUSNRTIL                        PIC X(4).
           05 LIGEULIGE                       PIC X(1).
           05 TIMESTAMPU                      PIC 9(12).
           05 MYNKOD                          PIC 9(4).
           05 MYNNVN                          PIC X(20).
       01 ROAD-014.
           05 RECORDTYPE                      PIC 9(3).
           05 KOMKOD                          PIC 9(4).
           05 VEJKOD                          PIC 9(4).
           05 HUSNRFRA                        PIC X(4).
           05 HUSNRTIL                        PIC X(4).
           05 LIGEULIGE                       PIC X(1).
           05 TIMESTAMPU                      PIC 9(12).
           05 VALGKOD                         PIC X(2).
           05 DISTTXT                         PIC X(30).
       01 ROAD-015.
           05 RECORDTYPE                      PIC 9(3).
           05 UKENDT                          PIC X(61).
       01 ROAD-999.
           05 RECORDTYPE                      PIC 9(3).
           05 TAELLER                         PIC 9(8).
