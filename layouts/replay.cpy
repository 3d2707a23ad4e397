      * samspil: files that samspil-replay writes
      * A line of FILE.receipts (--receipts): a save that FILE asked for
      * and what the receipt says. No personnummer stands in it.
       01 RECEIPT-LINE.
      *    of the request in FILE: its record, of a replay file its line
           05 PLACE                           PIC 9(9).
           05 FILLER                          PIC X.
           05 FUNKTION                        PIC X(4).
           05 FILLER                          PIC X.
           05 KUNDEREFERENCE                  PIC X(20).
           05 FILLER                          PIC X.
           05 KVITTERINGSNR                   PIC 9(12).
           05 FILLER                          PIC X.
           05 REGISTRERING                    PIC X.
           05 FILLER                          PIC X.
           05 VENTENR                         PIC 9(12).
           05 FILLER                          PIC X.
           05 TILSTAND                        PIC X.
           05 FILLER                          PIC X.
           05 LOGHOVED                        PIC X(32).
