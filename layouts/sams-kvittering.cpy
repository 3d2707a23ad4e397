      * samspil: KVITTERING
      * Bytes as the wire has them; text left-justified and blank
      * padded, digits right-justified and zero padded.
       01 KVITTERING.
           05 KVITTERINGSNR                   PIC 9(12).
           05 TIDSPUNKT                       PIC 9(20).
           05 REGISTRERING                    PIC X(1).
           05 VENTENR                         PIC 9(12).
           05 TILSTAND                        PIC X(1).
           05 HAENDELSE                       PIC X(3).
           05 PNR                             PIC 9(10).
           05 HDTO                            PIC 9(8).
           05 GODKENDES-AF                    PIC 9(4).
           05 GODKENDES-AF-NVN                PIC X(20).
           05 VIRKNINGSDTO                    PIC 9(8).
           05 LOGHOVED                        PIC X(32).
           05 FILLER                          PIC X(29).
