       01 R.
           05 A PIC X(4).
               10 B PIC X.
