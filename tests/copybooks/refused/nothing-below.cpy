       01 R.
           05 A.
           05 B PIC X.
