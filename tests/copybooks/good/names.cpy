      * Names with digits first, hyphens and thirty characters.
       01 R.
           05 1ST-FIELD PIC X.
           05 A-B-C--D PIC X.
           05 ABCDEFGHIJKLMNOPQRSTUVWXYZ-123 PIC X(3).
           05 X1 PIC 9.
