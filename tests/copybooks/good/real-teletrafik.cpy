      * A call record with parts that depend on its kind.
       01 CDR.
           05 CDR-LENGTH                    PIC 9(4) BINARY.
           05 CDR-TYPE                      PIC 9(4) BINARY.
               88 CDR-VOICE                 VALUE 1.
               88 CDR-SMS                   VALUE 2.
               88 CDR-CELLDATA              VALUE 3 THRU 5.
           05 A-NUMMER                      PIC 9(15) COMP-3.
           05 B-NUMMER                      PIC 9(15) COMP-3.
           05 START-TID.
               10 START-DATO                PIC 9(8) COMP-3.
               10 START-KL                  PIC 9(6) COMP-3.
               10 UTC-OFFSET                PIC S9(4) COMP-5.
           05 UDVIDELSE                       PIC X(40).
           05 VOICE-DEL                     REDEFINES UDVIDELSE.
               10 VARIGHED                  PIC 9(9) COMP.
               10 CELLE-FRA                 PIC X(10).
               10 CELLE-TIL                 PIC X(10).
           05 SMS-DEL                       REDEFINES UDVIDELSE.
               10 CENTRAL                   PIC 9(15) COMP-3.
               10 TEGN                      PIC 9(4) COMP-5.
               10 DELE                      PIC 9(2) COMP-5.
           05 CELLDATA-DEL                  REDEFINES UDVIDELSE.
               10 BYTES-OP                  PIC 9(18) COMP.
               10 BYTES-NED                 PIC 9(18) COMP.
               10 APN                       PIC X(20).
           05 PRIS                          PIC S9(5)V9(6) COMP-3.
