      * samspil: the authority register file
      * Record length is the sum of the fields; CPR's field names.
       01 AUTHORITY-000.
           05 RECORDTYPE                      PIC 9(3).
           05 OPGAVENR                        PIC 9(6).
           05 PRODDTO                         PIC 9(8).
       01 AUTHORITY-001.
           05 RECORDTYPE                      PIC 9(3).
           05 MYNKOD                          PIC 9(4).
           05 MYNTYP                          PIC 9(2).
           05 MYNGRP                          PIC X(1).
           05 TIMESTAMPU                      PIC 9(12).
           05 MYNTLF                          PIC X(8).
           05 HAENSTART                       PIC 9(12).
           05 HAENSLUT                        PIC 9(12).
           05 MYNNVN                          PIC X(20).
           05 MYNADRSAT                       PIC X(34).
           05 ADR1                            PIC X(34).
           05 ADR2                            PIC X(34).
           05 ADR3                            PIC X(34).
           05 ADR4                            PIC X(34).
           05 TELEFAXNR                       PIC X(8).
           05 MYNNVN-XL                       PIC X(60).
           05 E-MAIL                          PIC X(100).
           05 LAND-KOD-ALFA2                  PIC X(2).
           05 LAND-KOD-ALFA3                  PIC X(3).
           05 LAND-KOD-NUM3                   PIC 9(3).
       01 AUTHORITY-002.
           05 RECORDTYPE                      PIC 9(3).
           05 MYNKOD                          PIC 9(4).
           05 MYNTYP                          PIC 9(2).
           05 MYNGRP                          PIC X(1).
           05 MYNKOD-RELATERET                PIC 9(4).
           05 TIMESTAMPU                      PIC 9(12).
       01 AUTHORITY-999.
           05 RECORDTYPE                      PIC 9(3).
           05 TAELLER                         PIC 9(8).
