      * samspil: VLST-ANMODNING, VLST-SVAR, VENTPOST
      * Bytes as the wire has them; text left-justified and blank
      * padded, digits right-justified and zero padded.
       01 VLST-ANMODNING.
           05 MYNKOD                          PIC 9(4).
           05 TILSTAND                        PIC X(1).
           05 PNR                             PIC 9(10).
           05 FRA-VENTENR                     PIC 9(12).
           05 MAX-ANTAL                       PIC 9(3).
           05 FRIST-TIL                       PIC 9(8).
           05 FILLER                          PIC X(2).
       01 VLST-SVAR.
           05 ANTAL                           PIC 9(3).
           05 FLERE                           PIC X(1).
           05 FILLER                          PIC X(16).
       01 VENTPOST.
           05 VENTENR                         PIC 9(12).
           05 TILSTAND                        PIC X(1).
           05 HAENDELSE                       PIC X(3).
           05 PNR                             PIC 9(10).
           05 ADRNVN                          PIC X(34).
           05 HDTO                            PIC 9(8).
           05 KOMKOD                          PIC 9(4).
           05 MODTAGET                        PIC 9(20).
           05 KUNDENR                         PIC 9(4).
           05 BRUGER-ID                       PIC X(8).
           05 AFGJORT                         PIC 9(20).
           05 AFGJORT-AF                      PIC X(8).
           05 FRIST                           PIC 9(8).
           05 FILLER                          PIC X(20).
