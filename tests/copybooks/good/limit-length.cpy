      * An item of sixteen million bytes.
       01 R.
           05 A PIC X(16000000).
           05 B PIC X.
