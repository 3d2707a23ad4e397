       01 R.
           05 B PIC X(2) COMP-X.
